#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// The bytes of a file or of standard input, inflated where they are gzip.
///
/// Gzip is known by its first two bytes, so that a compressed stream works through a pipe as well.
struct ByteSource: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// What is left of a file that is in memory.
  private var memory: ArraySlice<UInt8>?
  private var inflater: GzipInflater?
  private var started = false
  /// How long the file is as it lies on the disk; nil for pipes.
  private(set) var length: Int?
  /// Bytes that were read to see what kind of file it is.
  private var pending: [UInt8] = []

  init(_ input: InputFile) throws(SharedTasksError) {
    path = input.path
    memory = input.contents.map { $0[...] }
    if path == "-" || memory != nil {
      descriptor = STDIN_FILENO
      ownsDescriptor = false
      length = input.contents?.count
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    ownsDescriptor = true
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .missingFile(path: path) }
      throw .readFailed(path: path, reason: String(cString: strerror(code)))
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    // All is initialised by now, so that the descriptor is closed where this throws.
    if isKnown, status.st_mode & S_IFMT == S_IFDIR { throw .notAFile(path: path) }
    if isKnown, status.st_mode & S_IFMT == S_IFREG { length = Int(status.st_size) }
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// Reads at least one byte into `space`; 0 at the end of the file.
  mutating func read(
    into space: UnsafeMutableBufferPointer<UInt8>
  ) throws(SharedTasksError) -> Int {
    if !started {
      started = true
      let head = try rawBytes()
      if GzipInflater.isGzip(head) {
        inflater = try GzipInflater(path: path)
        inflater?.feed(head)
      } else {
        pending = head
      }
    }
    if !pending.isEmpty {
      let count = min(pending.count, space.count)
      _ = space.update(fromContentsOf: pending[..<count])
      pending.removeFirst(count)
      return count
    }
    guard inflater != nil else { return try rawRead(into: space) }
    while true {
      switch try inflater?.inflate(into: space) ?? .ended {
      case .produced(let count): return count
      case .ended: return 0
      case .needsInput:
        let more = try rawBytes()
        inflater?.feed(more)
      }
    }
  }

  /// One block of bytes as they are in the file; empty at its end.
  private mutating func rawBytes() throws(SharedTasksError) -> [UInt8] {
    var failure: SharedTasksError?
    let bytes = [UInt8](unsafeUninitializedCapacity: BlockReader.blockSize) { space, initialized in
      do throws(SharedTasksError) {
        // A pipe may hand over one byte at a time, and two are needed to know gzip.
        while initialized < 2 {
          let rest = UnsafeMutableBufferPointer(rebasing: space[initialized...])
          let count = try rawRead(into: rest)
          if count == 0 { break }
          initialized += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private mutating func rawRead(
    into space: UnsafeMutableBufferPointer<UInt8>
  ) throws(SharedTasksError) -> Int {
    if let memory {
      let count = min(memory.count, space.count)
      _ = space.update(fromContentsOf: memory.prefix(count))
      self.memory = memory.dropFirst(count)
      return count
    }
    while true {
      let count = systemRead(descriptor, space.baseAddress, space.count)
      if count >= 0 { return count }
      let code = errno
      if code == EINTR { continue }
      if code == EISDIR { throw .notAFile(path: path) }
      throw .readFailed(path: path, reason: String(cString: strerror(code)))
    }
  }
}

/// `read`, by a name that does not collide with methods.
private func systemRead(_ descriptor: Int32, _ space: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, space, count)
}
