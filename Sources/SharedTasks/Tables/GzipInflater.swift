internal import CZlib

/// Inflates a gzip stream, of one member or of several one after the other, as `gzip -d` does.
struct GzipInflater: ~Copyable {
  private let path: String
  /// zlib keeps a pointer back to the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var isBetweenMembers = false

  static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
  }

  init(path: String) throws(SharedTasksError) {
    self.path = path
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, plus 16: a gzip header and trailer, whose checksum is verified.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw .readFailed(path: path, reason: "zlib could not start (\(status))")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// What a step came to.
  enum Progress {
    case produced(Int)
    case needsInput
    case ended
  }

  /// Hands over more of the stream; nothing more means its end.
  mutating func feed(_ bytes: [UInt8]) {
    input = bytes
    position = 0
    isAtEnd = bytes.isEmpty
  }

  /// Inflates into `space` as much as there is and as fits.
  mutating func inflate(
    into space: UnsafeMutableBufferPointer<UInt8>
  ) throws(SharedTasksError) -> Progress {
    while true {
      if position == input.count {
        guard isAtEnd else { return .needsInput }
        guard isBetweenMembers else { throw .damagedGzip(path: path, isTruncated: true) }
        return .ended
      }
      if isBetweenMembers {
        // Zeros after the last member are padding; anything else must be another member.
        if input[position] == 0 {
          position = input.count
          continue
        }
        inflateReset(stream)
        isBetweenMembers = false
      }
      let (status, count) = step(into: space)
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default: throw .damagedGzip(path: path, isTruncated: false)
      }
      if count > 0 { return .produced(count) }
    }
  }

  private mutating func step(into space: UnsafeMutableBufferPointer<UInt8>) -> (Int32, Int) {
    var status: Int32 = Z_OK
    let stream = stream
    let offset = position
    var left = 0
    input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress?.advanced(by: offset)
      stream.pointee.avail_in = UInt32(clamping: bytes.count - offset)
      stream.pointee.next_out = space.baseAddress
      stream.pointee.avail_out = UInt32(clamping: space.count)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
      left = Int(stream.pointee.avail_in)
    }
    position = input.count - left
    return (status, space.count - Int(stream.pointee.avail_out))
  }
}
