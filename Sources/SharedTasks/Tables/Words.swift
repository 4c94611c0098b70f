/// Eight bytes at a time.
enum Words {
  /// The bytes from `offset` on, the first in the lowest bits; they must lie within `bytes`.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // Bounds are checked; the name warns of types whose bits may be invalid, which integers have not.
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Eight words from `offset` on; they must lie within `bytes`.
  @inline(__always)
  static func load64(_ bytes: Span<UInt8>, at offset: Int) -> SIMD8<UInt64> {
    bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
  }

  /// The same as `load` for up to eight bytes, with zeros for the rest.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let length = end &- start
    if start &+ 8 <= bytes.count {
      return load(bytes, at: start)
        & (length >= 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
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

/// Whether `a[aStart..<aEnd]` and `b[bStart..<bEnd]` are the same.
@inline(__always)
func sameBytes(
  _ a: Span<UInt8>, _ aStart: Int, _ aEnd: Int, _ b: Span<UInt8>, _ bStart: Int, _ bEnd: Int
) -> Bool {
  guard aEnd &- aStart == bEnd &- bStart else { return false }
  return aEnd &- aStart <= 8
    ? Words.load(a, aStart, aEnd) == Words.load(b, bStart, bEnd)
    : sameWords(a, aStart, b, bStart, length: aEnd &- aStart)
}

/// The same for more than eight bytes, word by word; the last word may overlap the one before.
private func sameWords(
  _ a: Span<UInt8>, _ aStart: Int, _ b: Span<UInt8>, _ bStart: Int, length: Int
) -> Bool {
  var offset = 0
  while offset < length {
    offset = min(offset, length - 8)
    guard Words.load(a, at: aStart + offset) == Words.load(b, at: bStart + offset) else {
      return false
    }
    offset += 8
  }
  return true
}

/// Whether `bytes[aStart..<aEnd]` comes before `bytes[bStart..<bEnd]`; neither holds a NUL.
func bytesPrecede(
  _ bytes: Span<UInt8>, _ aStart: Int, _ aEnd: Int, _ bStart: Int, _ bEnd: Int
) -> Bool {
  var a = aStart
  var b = bStart
  while a < aEnd, b < bEnd {
    let (wordA, wordB) = (Words.load(bytes, a, aEnd), Words.load(bytes, b, bEnd))
    if wordA != wordB { return wordA.byteSwapped < wordB.byteSwapped }
    a += 8
    b += 8
  }
  return aEnd - aStart < bEnd - bStart
}

extension Array<UInt8> {
  /// Appends `source[start..<end]` at once.
  mutating func append(_ source: Span<UInt8>, _ start: Int, _ end: Int) {
    source.extracting(start..<end).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
