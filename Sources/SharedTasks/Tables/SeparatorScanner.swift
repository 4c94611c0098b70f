/// Finds separators: bytes up to and including the space, so spaces, tabs and line ends.
///
/// Eight bytes are compared at once inside a word (Mycroft's and Knuth's bit tricks, TAOCP 7.1.3),
/// and 64 become a mask whose set bits are walked. A loop over bytes would guess wrong at the end of
/// every field.
enum Separators {
  /// One bit for each of 64 bytes that is a separator, the byte at `offset` in bit 0.
  @inline(__always)
  static func mask(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<8 {
      let word = Words.load(bytes, at: offset &+ index &* 8)
      let others = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | word
      // One bit a byte, in bit 0 of each; the product moves all eight into the highest byte, where
      // no two of its terms meet.
      let ones = (~others & 0x8080_8080_8080_8080) >> 7
      bits |= ((ones &* 0x0102_0408_1020_4080) >> 56) << UInt64(index &* 8)
    }
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
