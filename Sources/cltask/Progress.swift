#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// A line on standard error that says how far long work has come: only on a terminal, and only once
/// the work has lasted over a second.
struct Progress {
  private let total: Int
  private let start = ContinuousClock.now
  private let isVisible = isatty(STDERR_FILENO) == 1

  init(total: Int) { self.total = total }

  func show(_ done: Int, _ what: String) {
    guard isVisible, start.duration(to: .now) > .seconds(1) else { return }
    Terminal.standardError("\r\(done) of \(total) \(what)")
  }

  func clear() {
    guard isVisible, start.duration(to: .now) > .seconds(1) else { return }
    Terminal.standardError("\r\u{1B}[K")
  }
}
