/// Short fields of a column that were seen, by their bytes: most rows of a table of groups have one of
/// a few values of some letters, and to find those in a table of hashes took most of the time of
/// reading it.
///
/// Each field has one place, which it shares with others; the last one stays there.
struct RecentFields: Sendable {
  private static let bits: UInt64 = 6
  /// Bytes and length of the field at each place; 0 where there is none.
  private var keys = Array<UInt64>(repeating: 0, count: 1 << Int(bits))
  private var codes = Array<Int32>(repeating: 0, count: 1 << Int(bits))

  /// The code of `bytes[start..<end]`; nil where it is long or was not seen of late.
  @inline(__always)
  func code(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32? {
    guard let key = Self.key(bytes, start, end) else { return nil }
    let place = Self.place(key)
    return keys[place] == key ? codes[place] : nil
  }

  mutating func remember(_ code: Int32, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    guard let key = Self.key(bytes, start, end) else { return }
    keys[Self.place(key)] = key
    codes[Self.place(key)] = code
  }

  /// Up to seven bytes, and how many they are in the eighth; nil for more and for none.
  @inline(__always)
  private static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    let length = end &- start
    guard (1...7).contains(length) else { return nil }
    return Words.load(bytes, start, end) | UInt64(truncatingIfNeeded: length) << 56
  }

  /// Multiplicative hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4.
  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
