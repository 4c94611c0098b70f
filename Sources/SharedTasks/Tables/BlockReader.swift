internal import Crypto

/// Reads a file, a pipe or a gzip stream in blocks of whole lines, and digests the very bytes that
/// it hands out.
///
/// Files are read, not mapped: a map dies when the file shrinks, and costs as much.
package struct BlockReader: ~Copyable {
  /// A block unless it has to grow to hold a whole line or topic.
  package static let blockSize = 256 * 1024

  /// The path as the user gave it.
  package let path: String
  private var source: ByteSource
  private var hasher: SHA256?
  private let maximumBytes: Int
  private let longestLine: Int
  private var carry: [UInt8] = []
  private var isAtEnd = false
  /// Bytes read so far, after decompression.
  package private(set) var byteCount = 0

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - maximumBytes: more than this, after decompression, is refused.
  ///   - digesting: whether the digest is wanted.
  ///   - longestLine: a line of more bytes is refused.
  package init(
    _ input: InputFile, maximumBytes: Int = defaultMaximumBytes, digesting: Bool = true,
    longestLine: Int = longestLineOfTable
  ) throws(SharedTasksError) {
    path = input.path
    self.maximumBytes = maximumBytes
    self.longestLine = longestLine
    source = try ByteSource(input)
    hasher = digesting ? SHA256() : nil
  }

  package static let defaultMaximumBytes = 8 << 30

  /// No table has lines of more bytes; what has is not a table.
  package static let longestLineOfTable = 1 << 20

  /// How many times as much as was read so far the file holds, as far as its length tells: less for
  /// one that is compressed, 1 for a pipe.
  package var expectedGrowth: Double {
    guard let length = source.length, byteCount > 0 else { return 1 }
    return max(Double(length) / Double(byteCount), 1)
  }

  /// The next block, which ends where `cut` says; nil at the end of the file.
  ///
  /// `cut` is given the bytes read so far and returns how many of them the block may hold, 0 where
  /// more must be read to know. The last block is handed out whole.
  package mutating func next(
    cut: (Span<UInt8>) -> Int = BlockReader.endOfLastLine
  ) throws(SharedTasksError) -> [UInt8]? {
    if isAtEnd, carry.isEmpty { return nil }
    var block = carry
    carry = []
    while !isAtEnd {
      block = try extended(block)
      if block.count > longestLine, Self.endOfLastLine(block.span) == 0 {
        throw .lineTooLong(path: path, maximumBytes: longestLine)
      }
      if isAtEnd { break }
      let end = cut(block.span)
      if end > 0 {
        carry = Array(block[end...])
        block.removeSubrange(end...)
        break
      }
    }
    return block.isEmpty ? nil : block
  }

  /// The first block, as long as it takes to hold a line that is not metadata; nil where the file is
  /// empty. Metadata of more than 1 MiB is cut there.
  package mutating func nextHead() throws(SharedTasksError) -> [UInt8]? {
    guard var head = try next() else { return nil }
    while head.count < 1 << 20 {
      var preamble = TablePreamble()
      _ = preamble.read(head)
      guard preamble.firstLine == nil, let more = try next() else { break }
      head += more
    }
    return head
  }

  /// Gives back bytes that were handed out last, to be handed out again first.
  package mutating func putBack(_ bytes: some Sequence<UInt8>) {
    carry = Array(bytes) + carry
  }

  /// `block` with as much again of the file, a block at least; read in place.
  private mutating func extended(_ block: [UInt8]) throws(SharedTasksError) -> [UInt8] {
    let capacity = block.count + max(Self.blockSize, block.count)
    var failure: SharedTasksError?
    let longer = [UInt8](unsafeUninitializedCapacity: capacity) { space, initialized in
      _ = space.update(fromContentsOf: block)
      initialized = block.count
      do throws(SharedTasksError) {
        while initialized < capacity {
          let count = try source.read(
            into: UnsafeMutableBufferPointer(rebasing: space[initialized...]))
          if count == 0 {
            isAtEnd = true
            break
          }
          initialized += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    byteCount += longer.count - block.count
    guard byteCount <= maximumBytes, longer.count < Int(Int32.max) else {
      throw .tooLarge(path: path, maximumBytes: min(maximumBytes, Int(Int32.max)))
    }
    longer.withUnsafeBytes { bytes in
      hasher?.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[block.count...]))
    }
    return longer
  }

  /// `sha256:` and the digest of all blocks; nil where none was asked for. Meant to be asked at the
  /// end of the file.
  package var digest: String? {
    hasher.map { "sha256:" + Digest.hexadecimal($0.finalize()) }
  }

  /// The position after the last line feed; 0 where there is none.
  package static func endOfLastLine(_ bytes: Span<UInt8>) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return end
  }
}

/// SHA-256 of bytes at hand.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String {
    "sha256:" + hexadecimal(SHA256.hash(data: bytes))
  }

  /// The digest of a file's content, inflated where it is gzip.
  package static func sha256(
    ofFile path: String, maximumBytes: Int = BlockReader.defaultMaximumBytes
  ) throws -> String {
    var reader = try BlockReader(
      InputFile(path), maximumBytes: maximumBytes, longestLine: .max)
    while try reader.next(cut: { $0.count }) != nil {}
    return reader.digest ?? ""
  }

  fileprivate static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
