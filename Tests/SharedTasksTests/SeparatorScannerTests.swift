import Testing

@testable import SharedTasks

@Suite("Separators and words")
struct SeparatorScannerTests {
  /// Random bytes of lengths around the 64 that are looked at at once; few kinds or all.
  private static let blocks: [[UInt8]] = {
    var random = RandomNumbers(seed: 4)
    return (0..<400).map { index in
      let length = index < 200 ? index : Int.random(in: 0...2000, using: &random)
      let kinds: [UInt8] = index % 3 == 0 ? [32, 33, 9, 10, 31, 65, 160, 200] : Array(0...255)
      return (0..<length).map { _ in kinds[Int(random.next() % UInt64(kinds.count))] }
    }
  }()

  @Test("every byte up to the space is found, and no other", arguments: [0, 1, 63, 64, 65])
  func separators(start: Int) {
    for block in Self.blocks where start <= block.count {
      var scanner = SeparatorScanner(from: start)
      var found: [Int] = []
      while true {
        let next = scanner.next(block.span)
        guard next < block.count else { break }
        found.append(next)
      }
      #expect(found == block.indices.filter { $0 >= start && block[$0] <= 32 })
      #expect(scanner.next(block.span) == block.count)
    }
  }

  @Test("words hold the bytes in question and zeros")
  func words() {
    for block in Self.blocks where block.count < 100 {
      for start in block.indices {
        for end in start...min(start + 10, block.count) {
          let expected = block[start..<min(end, start + 8)].reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
          }
          #expect(Words.load(block.span, start, end) == expected)
        }
      }
    }
  }

  @Test("byte strings are compared to the last byte")
  func comparison() {
    var random = RandomNumbers(seed: 5)
    for _ in 0..<20_000 {
      // Two strings of two letters that often agree for long.
      let length = Int.random(in: 0...40, using: &random)
      let a = (0..<length).map { _ in random.happens(0.05) ? UInt8(200) : 97 }
      let other = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        random.happens(0.05) ? UInt8(200) : 97
      }
      let b = random.happens(0.3) ? a : other
      let bytes = a + b
      let (span, middle) = (bytes.span, a.count)
      #expect(sameBytes(span, 0, middle, span, middle, bytes.count) == (a == b))
      #expect(
        bytesPrecede(span, 0, middle, middle, bytes.count) == a.lexicographicallyPrecedes(b))
    }
  }
}
