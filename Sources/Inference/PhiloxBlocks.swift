extension Philox {
  /// What the blocks of one replicate have in common: all but the low word of their counter.
  ///
  /// The replicate and the purpose alone decide one half of the first two rounds, which is worked out
  /// here: a tenth of the time of a block.
  struct Series {
    fileprivate let key: Key
    /// c₃ ⊕ k₁ of round 0.
    fileprivate let afterFirst: UInt64
    /// c₁ ⊕ k₀ of round 1, c₁ being the low half of c₂ · M₁.
    fileprivate let c0: UInt64
    /// What c₃ meets in round 1: the high half of c₀ · M₀, and k₁.
    fileprivate let c2: UInt64
    /// What the high half of c₀ · M₀ meets in round 2: the low half of the one before, and k₁.
    fileprivate let c3: UInt64

    /// The blocks whose counters have `high` for their second word.
    // Not inlined, here as in ``NumbersBelow``: what the compiler knows of splats it forgets outside
    // the loop, and then multiplies by 64 bits where 32 would do.
    @inline(never)
    init(high: UInt32 = 0, replicate: UInt32, purpose: UInt32, key: Key) {
      self.key = key
      let p1 = UInt64(replicate) &* Philox.m1
      let p0 = (p1 &>> 32 ^ UInt64(high) ^ UInt64(key.0)) &* Philox.m0
      afterFirst = UInt64(purpose ^ key.1)
      c0 = p1 & 0xFFFF_FFFF ^ UInt64(key.0 &+ Philox.w0)
      c2 = p0 &>> 32 ^ UInt64(key.1 &+ Philox.w1)
      c3 = p0 & 0xFFFF_FFFF ^ UInt64(key.1 &+ 2 &* Philox.w1)
    }
  }

  /// The words of four blocks that follow each other, computed side by side: `words(at:key:)` of a
  /// counter in the first lane, of the next one in the second, and so on.
  ///
  /// The 32 bits of a word stand in the low half of a lane, where a vector unit multiplies several of
  /// them at once; what stands in the high half means nothing. Rounds are written out, so that their
  /// keys are made once for all blocks: measured on one core, drawing by four blocks takes two thirds
  /// of the time that it takes by two in a loop.
  struct FourBlocks {
    /// The first words of the four blocks, then their second words, and so on.
    private(set) var c0: Lanes
    private(set) var c1: Lanes
    private(set) var c2: Lanes
    private(set) var c3: Lanes

    /// - Parameter indices: the first word of each counter.
    @inline(__always)
    init(_ indices: Lanes, of series: Series) {
      // Rounds 0 and 1, and of round 2 what is still a constant.
      let first = indices.lowHalves &* Lanes(repeating: Philox.m0)
      let second = (first.highHalves ^ Lanes(repeating: series.afterFirst)).lowHalves
      let p1 = second &* Lanes(repeating: Philox.m1)
      c0 = p1.highHalves ^ Lanes(repeating: series.c0)
      c1 = p1
      c2 = first ^ Lanes(repeating: series.c2)
      let key = series.key
      let q0 = c0.lowHalves &* Lanes(repeating: Philox.m0)
      let q1 = c2.lowHalves &* Lanes(repeating: Philox.m1)
      c0 = q1.highHalves ^ c1 ^ Lanes(repeating: UInt64(key.0 &+ 2 &* Philox.w0))
      c1 = q1
      c2 = q0.highHalves ^ Lanes(repeating: series.c3)
      c3 = q0
      round(key, 3)
      round(key, 4)
      round(key, 5)
      round(key, 6)
      round(key, 7)
      round(key, 8)
      round(key, 9)
    }

    @inline(__always)
    private mutating func round(_ key: Key, _ number: UInt32) {
      let k0 = Lanes(repeating: UInt64(key.0 &+ number &* Philox.w0))
      let k1 = Lanes(repeating: UInt64(key.1 &+ number &* Philox.w1))
      let p0 = c0.lowHalves &* Lanes(repeating: Philox.m0)
      let p1 = c2.lowHalves &* Lanes(repeating: Philox.m1)
      (c0, c1, c2, c3) = (p1.highHalves ^ c1 ^ k0, p1, p0.highHalves ^ c3 ^ k1, p0)
    }
  }
}
