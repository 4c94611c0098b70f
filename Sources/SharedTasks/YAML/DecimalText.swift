/// Numbers as formats.md writes them: decimal or scientific, in ASCII, and nothing else.
///
/// `Double(String)` also takes `0x1p3`, `inf` and `nan`, none of which is a number in a definition.
enum DecimalText {
  /// The finite number that the whole text is, else nil.
  static func double(_ text: String) -> Double? {
    var rest = Array(text.utf8)[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    var digits = dropDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += dropDigits(&rest)
    }
    guard digits > 0 else { return nil }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest.removeFirst()
      }
      guard dropDigits(&rest) > 0 else { return nil }
    }
    guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// Whether the text is a spelling of NaN or an infinity, or a number too large for a Double.
  static func namesNonFinite(_ text: String) -> Bool {
    var word = text.lowercased()
    while let first = word.first, "+-.".contains(first) { word.removeFirst() }
    if ["nan", "inf", "infinity"].contains(word) { return true }
    return text.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
      && Double(text)?.isInfinite == true
  }

  /// A number as people write it: without a decimal point where it has no fraction.
  static func short(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return "\(number)"
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let rest = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    defer { bytes = rest }
    return bytes.count - rest.count
  }
}
