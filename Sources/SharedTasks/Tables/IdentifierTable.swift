/// Identifiers as bytes, each stored once and known from then on by its position.
///
/// The table compares bytes, never hashes alone, and is seeded, so that nobody can write a file
/// whose identifiers all collide.
package struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots: HashSlots

  package init(minimumCapacity: Int = 0) {
    slots = HashSlots(minimumCapacity: minimumCapacity)
    ends.reserveCapacity(minimumCapacity)
  }

  package var count: Int { ends.count }

  /// The position of the identifier in `source[start..<end]`; nil where it is not in the table.
  package func position(of source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    slots.find(ByteHash.of(source, start, end)) { isIdentifier($0, source, start, end) }
  }

  /// The same, where most often it is the one that was asked for before, or the one after that.
  func position(of source: Span<UInt8>, _ start: Int, _ end: Int, near last: Int) -> Int? {
    for guess in last...(last + 1) where ends.indices.contains(guess) {
      if isIdentifier(guess, source, start, end) { return guess }
    }
    return position(of: source, start, end)
  }

  /// Adds an identifier; tells its position and whether it was new.
  package mutating func insert(
    _ source: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (position: Int, isNew: Bool) {
    let hash = ByteHash.of(source, start, end)
    switch slots.search(hash, where: { isIdentifier($0, source, start, end) }) {
    case .position(let position): return (position, false)
    case .free(let slot): slots.insert(hash, position: ends.count, at: slot)
    }
    bytes.append(source, start, end)
    ends.append(bytes.count)
    return (ends.count - 1, true)
  }

  /// Makes room for `factor` times the identifiers there are.
  mutating func reserve(factor: Double) {
    bytes.reserve(factor: factor)
    ends.reserve(factor: factor)
    slots.reserve(Int(Double(ends.count) * factor * 1.02))
  }

  package func text(_ position: Int) -> String {
    String(decoding: bytes[range(position)], as: UTF8.self)
  }

  package func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// The bytes that ``range(_:)`` is a part of.
  package var storage: [UInt8] { bytes }

  /// All positions by descending bytes of their identifiers: the order in which trec_eval breaks
  /// ties.
  package var positionsByDescendingBytes: [Int32] {
    (0..<Int32(count)).sorted { a, b in
      bytes[range(Int(b))].lexicographicallyPrecedes(bytes[range(Int(a))])
    }
  }

  /// Whether the identifier at `position` is `source[start..<end]`.
  @inline(__always)
  func isIdentifier(_ position: Int, _ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let range = range(position)
    return sameBytes(bytes.span, range.lowerBound, range.upperBound, source, start, end)
  }
}

/// Hashes of byte strings, seeded once a process.
package enum ByteHash {
  package static let seed = UInt64.random(in: .min ... .max)
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes in up to eight bytes.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  /// The hash of `bytes[start..<end]`. An inner loop hands the seed in: a static property is asked
  /// each time whether it is there.
  @inline(__always)
  package static func of(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, seed: UInt64 = seed
  ) -> UInt64 {
    var hash = seed
    var position = start
    while end &- position > 8 {
      hash = mixed(hash, Words.load(bytes, at: position))
      position &+= 8
    }
    hash = mixed(hash, Words.load(bytes, position, end))
    // A word does not tell its trailing zero bytes, so the length is mixed in.
    return mixed(hash, UInt64(truncatingIfNeeded: end &- start) &+ multiplier)
  }
}

/// An open-addressing table from hashes to positions, linear probing, at most half full.
package struct HashSlots: Sendable {
  /// The upper half of a slot is the upper half of the hash, the lower half the position plus one
  /// plus `floor`; a slot whose lower half is not above `floor` is free. So that to empty the table
  /// is to raise the floor, and small topics need not clear the slots of large ones.
  private var slots: [UInt64]
  private var floor: UInt64 = 0
  /// The highest lower half in use.
  private var ceiling: UInt64 = 0
  private var mask: Int
  private(set) var count = 0

  package init(minimumCapacity: Int = 0) {
    var capacity = 16
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The position inserted with this hash for which `isEqual` holds.
  @inline(__always)
  package func find(_ hash: UInt64, where isEqual: (Int) -> Bool) -> Int? {
    position(at: index(of: hash, where: isEqual))
  }

  /// What is found of a hash: a position, or the slot where one belongs.
  enum Search {
    case position(Int)
    case free(slot: Int)
  }

  /// The position inserted with this hash for which `isEqual` holds, or where it belongs.
  @inline(__always)
  func search(_ hash: UInt64, where isEqual: (Int) -> Bool) -> Search {
    let index = index(of: hash, where: isEqual)
    return position(at: index).map { .position($0) } ?? .free(slot: index)
  }

  /// Inserts a position at the free slot that was found last.
  @inline(__always)
  mutating func insert(_ hash: UInt64, position: Int, at slot: Int) {
    let mark = floor &+ UInt64(truncatingIfNeeded: position) &+ 1
    ceiling = max(ceiling, mark)
    slots[slot] = hash & ~Self.lowerHalf | mark
    count &+= 1
    if count * 2 >= slots.count { grow(to: slots.count * 2) }
  }

  /// Makes room for so many positions.
  mutating func reserve(_ positions: Int) {
    var capacity = slots.count
    while capacity <= positions * 2 { capacity *= 2 }
    if capacity > slots.count { grow(to: capacity) }
  }

  /// Inserts a position that is not in the table yet.
  @inline(__always)
  package mutating func insert(_ hash: UInt64, position: Int) {
    _ = exchange(hash, for: position) { _ in false }
  }

  /// Puts a position in the place of the one for which `isEqual` holds, and returns that; inserts it
  /// where there is none.
  @inline(__always)
  package mutating func exchange(
    _ hash: UInt64, for position: Int, where isEqual: (Int) -> Bool
  ) -> Int? {
    if count * 2 >= slots.count { grow(to: slots.count * 2) }
    let index = index(of: hash, where: isEqual)
    let former = self.position(at: index)
    let mark = floor &+ UInt64(truncatingIfNeeded: position) &+ 1
    ceiling = max(ceiling, mark)
    slots[index] = hash & ~Self.lowerHalf | mark
    if former == nil { count &+= 1 }
    return former
  }

  package mutating func removeAll() {
    count = 0
    floor = ceiling
    guard floor > Self.lowerHalf / 2 else { return }
    for index in slots.indices { slots[index] = 0 }
    (floor, ceiling) = (0, 0)
  }

  private static let lowerHalf: UInt64 = 0xFFFF_FFFF

  /// The slot of an equal position, or the free one where it belongs.
  @inline(__always)
  private func index(of hash: UInt64, where isEqual: (Int) -> Bool) -> Int {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while let position = position(at: index) {
      if (slots[index] ^ hash) >> 32 == 0, isEqual(position) { break }
      index = (index &+ 1) & mask
    }
    return index
  }

  /// The position in a slot; nil where it is free.
  @inline(__always)
  private func position(at index: Int) -> Int? {
    let mark = slots[index] & Self.lowerHalf
    return mark > floor ? Int(truncatingIfNeeded: mark &- floor &- 1) : nil
  }

  @inline(never)
  private mutating func grow(to capacity: Int) {
    let old = slots
    slots = Array(repeating: 0, count: capacity)
    mask = slots.count - 1
    for slot in old where slot & Self.lowerHalf > floor {
      slots[index(of: slot) { _ in false }] = slot
    }
  }
}
