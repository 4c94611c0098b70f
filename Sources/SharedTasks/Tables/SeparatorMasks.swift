/// Where the separators of a block stand: one bit a byte, set for bytes up to and including the
/// space, so for spaces, tabs and line ends.
///
/// All bits of a block are made before its lines are looked at. Where the next line begins is known
/// only when this one is found, so what is done a line waits for the line before it; here nothing
/// waits.
struct SeparatorMasks {
  /// Bit b of word w stands for byte 64 w + b; one word of zeros more than the bytes need, so that
  /// two neighbours can be read wherever a line begins.
  private let words: [UInt64]

  init(_ bytes: Span<UInt8>) {
    let whole = bytes.count / 64
    words = Array(unsafeUninitializedCapacity: whole + 2) { words, count in
      for word in 0..<whole { words[word] = Separators.mask(bytes, at: word &* 64) }
      var rest: UInt64 = 0
      for position in (whole * 64)..<bytes.count where bytes[position] <= 32 {
        rest |= 1 << UInt64(position & 63)
      }
      words[whole] = rest
      words[whole + 1] = 0
      count = whole + 2
    }
  }

  /// The bits of the 64 bytes from `offset` on, its own in bit 0; zeros beyond the end of the block.
  @inline(__always)
  func bits(from offset: Int) -> UInt64 {
    let word = offset >> 6
    let shift = UInt64(truncatingIfNeeded: offset & 63)
    // Twice by a part of 64: a shift by 64 would be none.
    return words[word] >> shift | (words[word &+ 1] << 1) << (63 &- shift)
  }
}
