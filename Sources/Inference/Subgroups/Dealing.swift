/// Numbers dealt out anew among as many places, all ways equally likely: one permutation after the
/// other, in memory that is kept.
struct Dealing {
  /// The numbers of the last deal.
  private(set) var dealt: [Int64]
  private var rest: [Int64]
  private var shuffle: ShuffledRows

  init(count: Int) {
    dealt = Array(repeating: 0, count: count)
    rest = dealt
    shuffle = ShuffledRows(length: count)
  }

  /// Deals `numbers`, as many as there are places, as a replicate has it.
  mutating func deal(_ numbers: [Int64], replicate: Int, seed: UInt64) {
    var stream = RandomStream(
      seed: seed, purpose: .subgroups, replicate: UInt32(truncatingIfNeeded: replicate))
    for place in dealt.indices {
      rest[place] = numbers[place]
      dealt[place] = 0
    }
    rest.withUnsafeMutableBufferPointer { rest in
      dealt.withUnsafeMutableBufferPointer { shuffle.shuffle(rest, addingTo: $0, &stream) }
    }
  }
}

extension RandomStream.Purpose {
  /// How what was seen is dealt out among units.
  static let subgroups = RandomStream.Purpose(rawValue: 8)
}
