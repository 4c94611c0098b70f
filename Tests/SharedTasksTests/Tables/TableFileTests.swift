import Foundation
import Synchronization
import Testing

@testable import SharedTasks

@Suite("The file of a table")
struct TableFileTests {
  let sample: TableSample
  static let plain = "item\tscore\nq1\t0.25\nq2\t0.5\n"

  init() throws { sample = try TableSample() }

  /// The same table in other bytes.
  static let spellings: [(what: String, bytes: [UInt8])] = [
    ("line feeds", Array(plain.utf8)),
    ("CRLF", Array(plain.replacingOccurrences(of: "\n", with: "\r\n").utf8)),
    ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
    ("no line break at the end", Array(plain.dropLast().utf8)),
    ("empty lines", Array(("\n" + plain.replacingOccurrences(of: "\n", with: "\n\n")).utf8)),
    ("comments", Array(("# a comment\n#\n" + plain).utf8)),
    ("gzip", gzipped(Array(plain.utf8))),
    (
      "gzip of two members",
      gzipped(Array(plain.utf8.prefix(15))) + gzipped(Array(plain.utf8.dropFirst(15)))
    ),
  ]

  @Test("says the same with", arguments: spellings.map(\.what))
  func isOneTable(_ what: String) throws {
    let bytes = try #require(Self.spellings.first { $0.what == what }?.bytes)
    let (answers, diagnostics) = try sample.submission(bytes)
    #expect(diagnostics.isEmpty)
    #expect(answers.scores == [0.25, 0.5])
  }

  @Test("begins with metadata, of which the first of a key counts")
  func readsMetadata() throws {
    let (answers, diagnostics) = try sample.submission(
      "\u{FEFF}# team: Aurora \r\n#run:bm25: second\n# team: Other\n# no colon\n" + Self.plain)
    #expect(diagnostics.isEmpty)
    #expect(answers.metadata == ["team": "Aurora", "run": "bm25: second"])
  }

  @Test("has the digest of its bytes, unpacked where they are gzip")
  func digests() throws {
    let bytes = Array(Self.plain.utf8)
    let plain = try sample.submission(bytes).answers.digest
    #expect(plain == Digest.sha256(bytes))
    // printf 'item\tscore\nq1\t0.25\nq2\t0.5\n' | sha256sum
    #expect(plain == Self.sha256OfPlain)
    let packed = try sample.submission(gzipped(bytes)).answers.digest
    #expect(packed == plain)
    let shorter = try sample.submission(bytes.dropLast()).answers.digest
    #expect(shorter != plain)
  }

  static let sha256OfPlain =
    "sha256:ba454b11ed026ccbb23b40540507da8fab7d647cb5190c22dffb8f75f93a1de7"

  @Test("with a NUL byte or bytes that are not UTF-8 is refused at that line, once")
  func refusesBytes() throws {
    let head = Array("item\tscore\nq1\t0.25\n".utf8)
    let nul = try sample.submission(head + Array("q2\t0.\05\n".utf8))
    #expect(nul.diagnostics.places == ["3 nul-byte"])
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]] {
      let (_, diagnostics) = try sample.submission(head + Array("q2".utf8) + bad + [9, 49, 10])
      #expect(diagnostics.places == ["3 bad-encoding"])
    }
    let header = try sample.submission([0xFF] + head)
    #expect(header.diagnostics.places == ["1 bad-encoding"])
  }

  @Test("in UTF-16 is refused in words that say so")
  func refusesUTF16() throws {
    let units: [UInt16] = [0xFEFF] + Array(Self.plain.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let (_, diagnostics) = try sample.submission(bytes)
    #expect(diagnostics.errorCount == 1)
    #expect(diagnostics.diagnostics.first?.hint?.contains("UTF-8") == true)
  }

  @Test("of many blocks has the right lines in its last")
  func countsLines() throws {
    let items = (0..<60_000).map { "item-\($0)" }
    let rows = items.map { $0 + "\t0.5\n" }
    let text = "item\tscore\n" + rows.joined() + "late\t0.5\n"
    #expect(text.utf8.count > 2 * BlockReader.blockSize)
    let sound = try sample.submission(text, items: items)
    #expect(sound.diagnostics.places == ["60002:1 unknown-item"])
    // What cannot be read in the first block does not shift the lines of the next.
    let bytes = text.replacingOccurrences(of: "item-1\t", with: "item\0\t")
    let damaged = try sample.submission(bytes, items: items)
    #expect(damaged.diagnostics.places == ["3 nul-byte", "60002:1 unknown-item"])
  }

  @Test("that is not there, or a folder, or not to be unpacked, stops reading")
  func stops() throws {
    let missing = sample.path("nothing.tsv")
    #expect(throws: SharedTasksError.missingFile(path: missing)) {
      try sample.submission(at: missing)
    }
    #expect(throws: SharedTasksError.notAFile(path: sample.folder.path)) {
      try sample.submission(at: sample.folder.path)
    }
    let packed = gzipped(Array(Self.plain.utf8))
    let path = sample.path("run.tsv")
    #expect(throws: SharedTasksError.damagedGzip(path: path, isTruncated: true)) {
      try sample.submission(packed.dropLast(9))
    }
    #expect(throws: SharedTasksError.damagedGzip(path: path, isTruncated: false)) {
      try sample.submission(packed.dropLast(5) + [1, 2, 3, 4, 5])
    }
  }

  @Test("that unpacks to more bytes than are allowed is refused")
  func limits() throws {
    try sample.folder.write(gzipped(Array(Self.plain.utf8)), to: "run.tsv.gz")
    let path = sample.path("run.tsv.gz")
    let size = Self.plain.utf8.count
    let allowed = try sample.submission(at: path, maximumBytes: size)
    #expect(allowed.diagnostics.isEmpty)
    #expect(throws: SharedTasksError.tooLarge(path: path, maximumBytes: size - 1)) {
      try sample.submission(at: path, maximumBytes: size - 1)
    }
  }

  /// A descriptor that is closed twice is somebody else's the second time.
  @Test("are not disturbed by folders that others try to read at the same time")
  func besideFolders() throws {
    let file = sample.path("beside.tsv")
    try Data(Self.plain.utf8).write(to: URL(fileURLWithPath: file))
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let disturbed = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8_000) { number in
      if number % 2 == 0 {
        do { _ = try ByteSource(InputFile(folder)) } catch {}
      } else if (try? FileSystem.bytes(of: file, limit: 1 << 20).count) != Self.plain.utf8.count {
        disturbed.withLock { $0 += 1 }
      }
    }
    #expect(disturbed.withLock { $0 } == 0)
  }

  @Test("may be a pipe that hands over one byte at a time")
  func readsPipes() throws {
    for bytes in [Array(Self.plain.utf8), gzipped(Array(Self.plain.utf8))] {
      let path = sample.path("pipe-\(bytes.count)")
      try #require(mkfifo(path, 0o600) == 0)
      Thread.detachNewThread {
        guard let pipe = FileHandle(forWritingAtPath: path) else { return }
        for byte in bytes { pipe.write(Data([byte])) }
        try? pipe.close()
      }
      let (answers, _) = try sample.submission(at: path)
      #expect(answers.scores == [0.25, 0.5])
    }
  }
}
