import Testing

@testable import SharedTasks

@Suite("Tables of identifiers")
struct IdentifierTableTests {
  @Test("a hundred thousand identifiers are found again, and no other")
  func million() {
    let count = 100_000
    var table = IdentifierTable()
    var bytes: [UInt8] = []
    var ends = [0]
    for number in 0..<count {
      // Of all lengths, and some the beginning of others.
      bytes += Array("d\(number &* 7919)".utf8)
      ends.append(bytes.count)
    }
    var wrong = 0
    for pass in 0..<2 {
      for number in 0..<count {
        let (position, isNew) = table.insert(bytes.span, ends[number], ends[number + 1])
        if position != number || isNew != (pass == 0) { wrong += 1 }
      }
    }
    for number in stride(from: 0, to: count, by: 101) {
      if table.position(of: bytes.span, ends[number], ends[number + 1]) != number { wrong += 1 }
      if table.text(number) != "d\(number &* 7919)" { wrong += 1 }
      let absent = Array("e\(number)".utf8)
      if table.position(of: absent.span, 0, absent.count) != nil { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(table.count == count)
  }

  @Test("identifiers that differ only in length or in their last byte are not confused")
  func lengths() {
    let texts = (0...40).flatMap { length in
      ["", "a", "b"].map { String(repeating: "a", count: length) + $0 }
    }
    var table = IdentifierTable()
    var known: [String: Int] = [:]
    for text in texts {
      let bytes = Array(text.utf8)
      let (position, isNew) = table.insert(bytes.span, 0, bytes.count)
      #expect(isNew == (known[text] == nil))
      #expect(position == known[text, default: known.count])
      known[text] = position
    }
    let order = table.positionsByDescendingBytes.map { table.text(Int($0)) }
    #expect(order == known.keys.sorted(by: >))
  }

  @Test("hashes alone never decide: all may be the same")
  func collisions() {
    var slots = HashSlots()
    for round in 0..<3 {
      for position in 0..<500 {
        #expect(slots.find(7) { $0 == position } == nil)
        slots.insert(7, position: position)
      }
      for position in 0..<500 { #expect(slots.find(7) { $0 == position } == position) }
      #expect(slots.count == 500, "round \(round)")
      #expect(slots.exchange(7, for: 500) { $0 == 20 } == 20)
      #expect(slots.find(7) { $0 == 20 } == nil)
      #expect(slots.find(7) { $0 == 500 } == 500)
      slots.removeAll()
      #expect(slots.find(7) { _ in true } == nil)
    }
  }

  @Test("an emptied table is empty, however often and however high its positions were")
  func emptied() {
    var slots = HashSlots(minimumCapacity: 4)
    var random = RandomNumbers(seed: 6)
    for _ in 0..<300 {
      var expected: [UInt64: Int] = [:]
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        let hash = random.next()
        let position = Int.random(in: 0..<20_000_000, using: &random)
        slots.insert(hash, position: position)
        expected[hash] = position
      }
      for (hash, position) in expected {
        #expect(slots.find(hash) { $0 == position } == position)
      }
      #expect(slots.count == expected.count)
      slots.removeAll()
      for hash in expected.keys { #expect(slots.find(hash) { _ in true } == nil) }
    }
  }
}
