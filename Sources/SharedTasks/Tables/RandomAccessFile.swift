#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// A plain file, parts of which are read in any order, by several threads if need be.
final class RandomAccessFile: Sendable {
  let length: Int
  private let descriptor: Int32
  private let changed: Moment

  /// When a file was last written to.
  private struct Moment: Equatable {
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      #if canImport(Darwin)
      let time = status.st_mtimespec
      #else
      let time = status.st_mtim
      #endif
      (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
    }
  }

  /// Nil where `path` does not lead to a plain file that can be read, or leads to one that is
  /// compressed: its parts cannot be had by their place.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    length = Int(status.st_size)
    changed = Moment(status)
    guard !GzipInflater.isGzip(bytes(0..<min(2, length))) else { return nil }
  }

  deinit { close(descriptor) }

  /// Whether nobody has written to the file since it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) == length
      && Moment(status) == changed
  }

  /// The bytes of a part; fewer where the file has become shorter or cannot be read.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { space, initialized in
      while initialized < range.count {
        let count = pread(
          descriptor, space.baseAddress.map { $0 + initialized }, range.count - initialized,
          off_t(range.lowerBound + initialized))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        initialized += count
      }
    }
  }
}
