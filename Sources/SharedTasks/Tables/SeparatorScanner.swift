/// Finds separators: bytes up to and including the space, so spaces, tabs and line ends.
///
/// Eight bytes are compared at once inside a word (Mycroft's and Knuth's bit tricks, TAOCP 7.1.3),
/// and 64 become a mask whose set bits are walked. A loop over bytes would guess wrong at the end of
/// every field.
enum Separators {
  /// One bit for each of 64 bytes that is a separator, the byte at `offset` in bit 0.
  @inline(__always)
  static func mask(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let words = Words.load64(bytes, at: offset)
    let others = ((words & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | words
    // Bit w of byte b stands for byte b of word w.
    let found = (~others & 0x8080_8080_8080_8080) &>> SIMD8(7, 6, 5, 4, 3, 2, 1, 0)
    let pairs = found.lowHalf | found.highHalf
    let four = pairs.lowHalf | pairs.highHalf
    var bits = UInt64(littleEndian: four[0] | four[1])
    // The matrix of 8 × 8 bits is turned over (Warren, Hacker's Delight, 7-3).
    var swapped = (bits ^ (bits >> 7)) & 0x00AA_00AA_00AA_00AA
    bits ^= swapped ^ (swapped << 7)
    swapped = (bits ^ (bits >> 14)) & 0x0000_CCCC_0000_CCCC
    bits ^= swapped ^ (swapped << 14)
    swapped = (bits ^ (bits >> 28)) & 0x0000_0000_F0F0_F0F0
    bits ^= swapped ^ (swapped << 28)
    return bits
  }
}

/// Walks from one separator to the next.
struct SeparatorScanner {
  /// Separators not yet handed out; bit 0 stands for the byte at `base`.
  private var mask: UInt64 = 0
  private var base: Int
  private var end: Int

  init(from start: Int = 0) {
    base = start
    end = start
  }

  /// The position of the next separator, `bytes.count` where there is none.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int {
    while mask == 0 {
      guard end < bytes.count else { return bytes.count }
      load(bytes)
    }
    let position = base &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return position
  }

  @inline(__always)
  private mutating func load(_ bytes: Span<UInt8>) {
    base = end
    if bytes.count - base >= 64 {
      mask = Separators.mask(bytes, at: base)
      end = base &+ 64
    } else {
      for position in base..<bytes.count where bytes[position] <= 32 {
        mask |= 1 << UInt64(position - base)
      }
      end = bytes.count
    }
  }
}
