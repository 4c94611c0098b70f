import Foundation

/// Runs commands as a person at a terminal would, one after the other, in a folder of its own.
///
/// The folder that a command changes to is where the next one starts. Standard error and standard
/// output are one stream, read while the command runs, so that no pipe fills up.
struct Shell: Sendable {
  struct Result: Sendable, Equatable {
    var output: String
    var exitCode: Int32
    var isOutOfTime: Bool

    /// Whether the command ended by itself: shells add 128 to the signal that ended one.
    var isWhole: Bool { !isOutOfTime && exitCode < 128 }

    /// What was printed, line by line; a last line without its end says so.
    var lines: [String] {
      guard !output.isEmpty else { return [] }
      var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() } else { lines.append("(no line break at the end)") }
      return lines
    }
  }

  private let home: ScratchFolder
  private let environment: [String: String]
  private let timeLimit: TimeInterval

  /// Ends what hangs, and nothing that is only slow on a busy machine.
  static let timeLimit: TimeInterval = 240

  /// - Parameter programs: the folder whose programs are found first.
  init(in home: ScratchFolder, programs: String, timeLimit: TimeInterval = Self.timeLimit) {
    self.home = home
    self.timeLimit = timeLimit
    let inherited = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": programs + ":" + (inherited["PATH"] ?? "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
      "LANG": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80", "TERM": "dumb",
      "HOME": home.state, "TMPDIR": home.state, "TRANSCRIPT_STATE": home.state,
    ]
    // Where the Swift libraries are, if the toolchain is not in its usual place.
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH"] {
      environment[name] = inherited[name]
    }
    self.environment = environment
  }

  func run(_ script: String) async throws -> Result {
    // Waiting blocks a thread, and those of Swift's own pool are few.
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Swift.Result { try runAndWait(script) })
      }
    }
  }

  private func runAndWait(_ script: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      trap 'pwd -P > "$TRANSCRIPT_STATE/folder"' EXIT
      \(script)
      """,
    ]
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: try home.currentFolder)
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    try pipe.fileHandleForWriting.close()

    let alarm = Alarm(process.processIdentifier, after: timeLimit)
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    alarm.cancel()
    return Result(
      output: String(decoding: output, as: UTF8.self), exitCode: process.terminationStatus,
      isOutOfTime: alarm.hasRung)
  }
}

/// Ends a process, and those that it started, when its time is over.
private final class Alarm {
  private let source: any DispatchSourceTimer
  private let rung = DispatchSemaphore(value: 0)

  init(_ process: Int32, after seconds: TimeInterval) {
    source = DispatchSource.makeTimerSource(queue: .global())
    source.schedule(deadline: .now() + seconds)
    source.setEventHandler { [rung] in
      rung.signal()
      // Foundation starts a process as the leader of a group of its own.
      _ = kill(-process, SIGKILL)
      _ = kill(process, SIGKILL)
    }
    source.resume()
  }

  func cancel() { source.cancel() }

  /// Whether the time was over before ``cancel()``. Asked once.
  var hasRung: Bool { rung.wait(timeout: .now()) == .success }
}
