/// Finds separators: bytes up to and including the space, so spaces, tabs and line ends.
///
/// Eight bytes are compared at once inside a word (Mycroft's and Knuth's bit tricks, TAOCP 7.1.3),
/// and 64 become a mask whose set bits are walked. A loop over bytes would guess wrong at the end of
/// every field.
enum Separators {
  /// One bit for each of 64 bytes that is a separator, the byte at `offset` in bit 0.
  @inline(__always)
  static func mask(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // Bit w of byte b stands for byte b of word w.
    var bits: UInt64 = 0
    for index in 0..<8 {
      let word = Words.load(bytes, at: offset &+ index &* 8)
      let others = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | word
      bits |= (~others & 0x8080_8080_8080_8080) >> UInt64(7 &- index)
    }
    // The matrix of 8 × 8 bits is turned over (Warren, Hacker's Delight, 7-3).
    var swapped = (bits ^ (bits >> 7)) & 0x00AA_00AA_00AA_00AA
    bits ^= swapped ^ (swapped << 7)
    swapped = (bits ^ (bits >> 14)) & 0x0000_CCCC_0000_CCCC
    bits ^= swapped ^ (swapped << 14)
    swapped = (bits ^ (bits >> 28)) & 0x0000_0000_F0F0_F0F0
    return bits ^ swapped ^ (swapped << 28)
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

/// Eight bytes at a time.
enum Words {
  /// The bytes from `offset` on, the first in the lowest bits; they must lie within `bytes`.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // Bounds are checked; the name warns of types whose bits may be invalid, which integers have not.
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The same for up to eight bytes, with zeros for the rest.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let length = end &- start
    if start &+ 8 <= bytes.count {
      return load(bytes, at: start) & (length >= 8 ? ~0 : (1 << UInt64(length &* 8)) &- 1)
    }
    var word: UInt64 = 0
    for offset in 0..<min(length, 8) {
      word |= UInt64(bytes[start &+ offset]) << UInt64(offset &* 8)
    }
    return word
  }
  /// The number written with up to eight digits before `end`; nil where one is not a digit.
  @inline(__always)
  static func decimal(_ bytes: Span<UInt8>, end: Int, digits: Int) -> UInt64? {
    guard end >= 8 else { return nil }
    // Zeros take the place of what stands before the digits.
    let before = UInt64(truncatingIfNeeded: 64 &- 8 &* digits)
    let word = ((load(bytes, at: end &- 8) ^ 0x3030_3030_3030_3030) >> before) << before
    // Each byte is a digit's value now: its upper half is 0, and stays so when 6 is added.
    guard (word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    // Neighbours are put together: 8 digits to 4 pairs, to 2 fours, to 1.
    let pairs = (word &* 10 &+ (word >> 8)) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ (fours >> 32)) & 0xFFFF_FFFF
  }
}
