import Foundation
import Testing

@testable import SharedTasks

@Suite("Reading blocks")
struct BlockReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ bytes: [UInt8], _ name: String = "file") throws -> String {
    let path = folder.path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Lines of different lengths, `count` bytes in all.
  private func lines(_ count: Int) -> [UInt8] {
    (0..<count).map { (index: Int) -> UInt8 in
      let isEnd = index % 37 == 36 || index % 101 == 100
      return isEnd ? 10 : 97 + UInt8(index % 26)
    }
  }

  private func blocks(
    _ path: String, maximumBytes: Int = BlockReader.defaultMaximumBytes,
    cut: (Span<UInt8>) -> Int = BlockReader.endOfLastLine
  ) throws -> [[UInt8]] {
    var reader = try BlockReader(InputFile(path), maximumBytes: maximumBytes)
    var blocks: [[UInt8]] = []
    while let block = try reader.next(cut: cut) { blocks.append(block) }
    #expect(try reader.next(cut: cut) == nil)
    #expect(reader.byteCount == blocks.reduce(0) { $0 + $1.count })
    #expect(reader.digest == Digest.sha256(Array(blocks.joined())))
    return blocks
  }

  @Test(
    "a file comes in whole lines, all of it and in order",
    arguments: [1, 2, 36, 37, 262_142, 262_143, 262_144, 262_145, 524_288, 700_001])
  func wholeLines(size: Int) throws {
    let bytes = lines(size)
    let blocks = try blocks(path(bytes))
    #expect(Array(blocks.joined()) == bytes)
    #expect(blocks.dropLast().allSatisfy { $0.last == 10 })
  }

  @Test("an empty file has no block")
  func empty() throws {
    #expect(try blocks(path([])).isEmpty)
  }

  @Test("blocks end where they are cut", arguments: [1, 7, 4_096, 262_143, 262_144, 300_000])
  func cuts(size: Int) throws {
    let bytes = lines(size < 100 ? 300_000 : 1_500_000)
    let blocks = try blocks(path(bytes)) { $0.count < size ? 0 : size }
    #expect(Array(blocks.joined()) == bytes)
    // What is left at the end of the file is handed out whole.
    #expect(blocks.dropLast().allSatisfy { $0.count == size })
  }

  @Test("a block grows until it can be cut")
  func growth() throws {
    let bytes = Array(repeating: UInt8(97), count: 1_000_000) + [10] + lines(300_000)
    let blocks = try blocks(path(bytes))
    #expect(Array(blocks.joined()) == bytes)
    #expect(blocks[0].count > 1_000_000)
  }

  @Test("bytes that are put back come again first")
  func putBack() throws {
    let bytes = lines(600_000)
    var reader = try BlockReader(InputFile(path(bytes)))
    let first = try #require(try reader.next())
    reader.putBack(first[100...])
    var rest: [UInt8] = []
    while let block = try reader.next() { rest += block }
    #expect(first[..<100] + rest == bytes)
    #expect(reader.digest == Digest.sha256(bytes))
  }

  @Test("more bytes than allowed are refused, as many are not", arguments: [10, 300_000])
  func tooLarge(size: Int) throws {
    let path = try path(lines(size))
    #expect(try blocks(path, maximumBytes: size).joined().count == size)
    let error = #expect(throws: SharedTasksError.self) {
      try blocks(path, maximumBytes: size - 1)
    }
    #expect(error == .tooLarge(path: path, maximumBytes: size - 1))
  }

  @Test("a folder and a missing file are refused")
  func noFile() throws {
    #expect(throws: SharedTasksError.notAFile(path: folder.path)) { try blocks(folder.path) }
    let missing = folder.path + "/missing"
    #expect(throws: SharedTasksError.missingFile(path: missing)) { try blocks(missing) }
  }

  @Test("gzip is inflated, of one member or of several, with padding or without")
  func gzip() throws {
    let bytes = lines(700_000)
    #expect(try Array(blocks(path(Gzip.member(bytes))).joined()) == bytes)
    let members =
      Gzip.member(Array(bytes[..<100])) + Gzip.member([]) + Gzip.member(Array(bytes[100...]))
    #expect(try Array(blocks(path(members)).joined()) == bytes)
    #expect(try Array(blocks(path(members + [0, 0, 0])).joined()) == bytes)
  }

  @Test("gzip that ends too early is refused", arguments: [2, 9, 15, 100, 999, 1_010])
  func truncated(length: Int) throws {
    let path = try path(Array(Gzip.member(lines(1_000)).prefix(length)))
    #expect(throws: SharedTasksError.damagedGzip(path: path, isTruncated: true)) {
      try blocks(path)
    }
  }

  @Test("gzip that is damaged is refused", arguments: [3, 11, 50, 1_016, 1_020, 1_024])
  func damaged(position: Int) throws {
    var bytes = Gzip.member(lines(1_000)) + [1, 2, 3]
    bytes[position] ^= 0x55
    let path = try path(bytes)
    let error = #expect(throws: SharedTasksError.self) { try blocks(path) }
    #expect(error == .damagedGzip(path: path, isTruncated: false))
  }

  @Test("what comes out of gzip is counted, not what goes in")
  func bomb() throws {
    let path = try path(Gzip.member(lines(1_000)))
    let error = #expect(throws: SharedTasksError.self) { try blocks(path, maximumBytes: 999) }
    #expect(error == .tooLarge(path: path, maximumBytes: 999))
  }
}

/// Gzip as RFC 1952 has it, with the bytes stored as they are.
private enum Gzip {
  static func member(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(65_535)
      let length = UInt16(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += littleEndian(length) + littleEndian(~length) + block
    } while !rest.isEmpty
    return result + littleEndian(checksum(bytes)) + littleEndian(UInt32(bytes.count))
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
