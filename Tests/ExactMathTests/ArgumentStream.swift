/// Arguments that are the same in every run and on every machine: SplitMix64 (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
struct ArgumentStream {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from the range, evenly spread.
  mutating func number(in range: Range<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * (Double(bits() >> 11) * 0x1p-53)
  }

  /// A positive, finite number with random bits: all powers of two are as frequent.
  mutating func positive() -> Double {
    let number = Double(bitPattern: bits() >> 1)
    return number > 0 && number < .infinity ? number : 1
  }
}

/// The FNV-1a digest of the bits of the results, least significant byte first.
struct BitDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ result: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ ((result.bitPattern >> shift) & 0xff)) &* 0x100_0000_01b3
    }
  }
}
