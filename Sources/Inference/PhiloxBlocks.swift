extension Philox {
  /// The words of four blocks that follow each other, computed side by side: `words(at:key:)` of a
  /// counter in the first lane, of the next one in the second, and so on.
  ///
  /// The 32 bits of a word stand in the low half of a lane, where a vector unit multiplies several of
  /// them at once. Rounds are written out, so that their keys are made once for all blocks: measured
  /// on one core, drawing by four blocks takes two thirds of the time that it takes by two in a loop.
  struct FourBlocks {
    private(set) var c0: SIMD4<UInt64>
    private(set) var c1: SIMD4<UInt64>
    private(set) var c2: SIMD4<UInt64>
    private(set) var c3: SIMD4<UInt64>

    private static var low: SIMD4<UInt64> {
      @inline(__always) get { SIMD4(repeating: 0xFFFF_FFFF) }
    }

    /// The blocks from `index` on of a stream.
    @inline(__always)
    init(index: UInt64, replicate: UInt32, purpose: UInt32, key: Key) {
      let indices = SIMD4(index, index &+ 1, index &+ 2, index &+ 3)
      c0 = indices & Self.low
      c1 = indices &>> 32
      c2 = SIMD4(repeating: UInt64(replicate))
      c3 = SIMD4(repeating: UInt64(purpose))
      round(key, 0)
      round(key, 1)
      round(key, 2)
      round(key, 3)
      round(key, 4)
      round(key, 5)
      round(key, 6)
      round(key, 7)
      round(key, 8)
      round(key, 9)
    }

    /// What stands in the high half of a lane after a round is not looked at by the next.
    @inline(__always)
    private mutating func round(_ key: Key, _ number: UInt32) {
      let k0 = SIMD4<UInt64>(repeating: UInt64(key.0 &+ number &* 0x9E37_79B9))
      let k1 = SIMD4<UInt64>(repeating: UInt64(key.1 &+ number &* 0xBB67_AE85))
      let p0 = (c0 & Self.low) &* SIMD4(repeating: 0xD251_1F53)
      let p1 = (c2 & Self.low) &* SIMD4(repeating: 0xCD9E_8D57)
      (c0, c1, c2, c3) = ((p1 &>> 32) ^ c1 ^ k0, p1, (p0 &>> 32) ^ c3 ^ k1, p0)
    }

    /// The words block after block, the four of each in their order.
    @inline(__always)
    var words: SIMD16<UInt32> {
      // A 64-bit draw holds two words, the first in its low half.
      let first = (c0 & Self.low) | (c1 &<< 32)
      let second = (c2 & Self.low) | (c3 &<< 32)
      let a = unsafeBitCast(first, to: SIMD8<UInt32>.self)
      let b = unsafeBitCast(second, to: SIMD8<UInt32>.self)
      return SIMD16(
        a[0], a[1], b[0], b[1], a[2], a[3], b[2], b[3],
        a[4], a[5], b[4], b[5], a[6], a[7], b[6], b[7])
    }
  }
}
