/// The halves of the words that a resample is drawn by.
struct HalfWords {
  private let key: Philox.Key
  private let replicate: UInt32
  private let series: Philox.Series
  /// The next block. There are 2³², four halves each: more than twice as many as 2³¹ units need, of
  /// which less than half are skipped.
  private var block: UInt32 = 0
  /// What is left of the block before.
  private var words: Philox.Counter = (0, 0, 0, 0)
  private var left = 0

  private static var purpose: UInt32 { RandomStream.Purpose.bootstrap.rawValue }

  init(seed: UInt64, replicate: UInt32) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = replicate
    series = Philox.Series(replicate: replicate, purpose: Self.purpose, key: key)
  }

  /// Calls `body` with `size` numbers below `size`, not in the order of the words.
  @inline(__always)
  mutating func draw(_ size: Int, _ body: (Int) -> Void) {
    guard size > 0 else { return }
    let numbers = NumbersBelow(size)
    var wanted = size
    while wanted > 0 {
      // Four blocks at once, as long as all are wanted and none of their words is skipped.
      var indices = Lanes(repeating: UInt64(block)) &+ Lanes(0, 1, 2, 3)
      while left == 0, wanted >= 16 {
        let products = numbers.products(of: Philox.FourBlocks(indices, of: series))
        guard products.areKept else { break }
        for lane in 0..<4 {
          body(Int(truncatingIfNeeded: products.p0[lane] &>> 32))
          body(Int(truncatingIfNeeded: products.p1[lane] &>> 32))
          body(Int(truncatingIfNeeded: products.p2[lane] &>> 32))
          body(Int(truncatingIfNeeded: products.p3[lane] &>> 32))
        }
        indices = indices &+ Lanes(repeating: 4)
        block &+= 4
        wanted &-= 16
      }
      // The last words, or the sixteen among which some are skipped.
      for _ in 0..<min(wanted, 16) {
        guard let number = numbers.number(next()) else { continue }
        body(number)
        wanted &-= 1
      }
    }
  }

  @inline(never)
  private mutating func next() -> UInt32 {
    if left == 0 {
      words = Philox.words(at: (block, 0, replicate, Self.purpose), key: key)
      block &+= 1
      left = 4
    }
    left &-= 1
    defer { words = (words.1, words.2, words.3, 0) }
    return words.0
  }
}
