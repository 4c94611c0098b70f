extension JSONScanner {
  /// The text of a string whose escapes are written out; nil where one of them is none.
  static func unescaped(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8]? {
    var text: [UInt8] = []
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < end else { return nil }
      switch bytes[index + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "u"):
        guard let (scalar, length) = scalar(bytes, index, end) else { return nil }
        text += Array(String(Character(scalar)).utf8)
        index += length
        continue
      default: return nil
      }
      index += 2
    }
    return text
  }

  /// The character of `\uXXXX`, or of two of them that are one character.
  private static func scalar(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = unit(bytes, start, end) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    // Half a character alone is none.
    guard first < 0xDC00, let second = unit(bytes, start + 6, end),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
  }

  private static func unit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 6 <= end, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
