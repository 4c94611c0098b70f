/// The counter-based generator Philox4x32 with 10 rounds.
///
/// Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). A block of
/// random words is a function of a counter and a key, and of nothing else: no state is carried from
/// one block to the next, so any block can be computed alone, in any order, by any thread. It passes
/// BigCrush, and every operation is integer arithmetic, which has the same bits everywhere.
package enum Philox {
  package typealias Counter = (UInt32, UInt32, UInt32, UInt32)
  package typealias Key = (UInt32, UInt32)

  /// What the first word of a counter is multiplied by in each round.
  @inlinable
  package static var m0: UInt64 { 0xD251_1F53 }
  /// The same for the third word.
  @inlinable
  package static var m1: UInt64 { 0xCD9E_8D57 }
  /// What the first word of the key grows by from round to round: the golden ratio.
  @inlinable
  package static var w0: UInt32 { 0x9E37_79B9 }
  /// The same for the second word: √3 − 1.
  @inlinable
  package static var w1: UInt32 { 0xBB67_AE85 }

  /// The four random words that belong to `counter` under `key`. Constant time, no allocation.
  @inlinable
  package static func words(at counter: Counter, key: Key) -> Counter {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* m0
      let p1 = UInt64(c2) &* m1
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
      k0 &+= w0
      k1 &+= w1
    }
    return (c0, c1, c2, c3)
  }
}
