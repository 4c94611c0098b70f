/// Numbers below a bound, each as likely as any other, from words of 32 bits: Lemire, "Fast random
/// integer generation in an interval" (TOMACS 2019).
struct NumbersBelow {
  private let bound: UInt64
  /// 2³² mod the bound. A word whose product with the bound ends in less is skipped.
  private let skipped: UInt64
  private let bounds: Lanes

  /// - Parameter bound: from 1 to 2³¹.
  @inline(never)
  init(_ bound: Int) {
    self.bound = UInt64(bound)
    skipped = (1 << 32) % UInt64(bound)
    bounds = Lanes(repeating: UInt64(bound))
  }

  /// Nil for a word that is skipped.
  @inline(__always)
  func number(_ word: UInt32) -> Int? {
    let product = UInt64(word) &* bound
    return product & 0xFFFF_FFFF < skipped ? nil : Int(truncatingIfNeeded: product &>> 32)
  }

  /// The words of four blocks, multiplied by the bound: numbers are the high halves.
  @inline(__always)
  func products(of blocks: Philox.FourBlocks) -> Products {
    let bounds = bounds.lowHalves
    return Products(
      p0: blocks.c0.lowHalves &* bounds, p1: blocks.c1.lowHalves &* bounds,
      p2: blocks.c2.lowHalves &* bounds, p3: blocks.c3.lowHalves &* bounds,
      skipped: Lanes(repeating: skipped))
  }

  struct Products {
    let p0: Lanes
    let p1: Lanes
    let p2: Lanes
    let p3: Lanes
    fileprivate let skipped: Lanes

    /// Whether none of the words is skipped: one that is borrows from the high half, which is empty.
    @inline(__always)
    var areKept: Bool {
      let borrows =
        (p0.lowHalves &- skipped) | (p1.lowHalves &- skipped) | (p2.lowHalves &- skipped)
        | (p3.lowHalves &- skipped)
      return (borrows[0] | borrows[1] | borrows[2] | borrows[3]) &>> 63 == 0
    }
  }
}
