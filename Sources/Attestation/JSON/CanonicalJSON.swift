/// JSON as the same bytes everywhere: RFC 8785, the JSON Canonicalization Scheme.
///
/// No space, names in the order of their UTF-16 code units, text with the fewest escapes, numbers with
/// the shortest digits that read back to the same double. That a signature holds never depends on it,
/// since the very bytes are signed; that a board built again is the same files does.
enum CanonicalJSON {
  static func bytes(of value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  /// For messages and tests.
  static func text(of value: JSONValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  /// Names in the order in which they are written: RFC 8785, section 3.2.3.
  static func order(_ names: some Sequence<String>) -> [String] {
    names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let number): bytes += digits(of: number).utf8
    case .text(let text): append(quoted: text, to: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        append(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .fields(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (place, name) in order(fields.keys).enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        append(quoted: name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(fields[name] ?? .null, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8785, section 3.2.2.2.
  private static func append(quoted text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += ("\\u00" + Hexadecimal.text([byte])).utf8
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A number as ECMAScript writes it (ECMA-262, Number::toString, which RFC 8785, section 3.2.2.3
  /// asks for). The digits are those of Swift's `description`, which are the shortest as well; only
  /// where the point stands differs. What is no number in JSON is null.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard number != 0 else { return "0" }
    let parts = "\(number.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0].drop { $0 == "0" }
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let significant = (whole + fraction).drop { $0 == "0" }
    let leading = whole.isEmpty ? fraction.count - significant.count : 0
    /// The number is 0.`digits` · 10^`point`.
    let point = whole.count - leading + exponent
    let digits = significant.reversed().drop { $0 == "0" }.reversed().map { $0 }
    return (number < 0 ? "-" : "") + placed(digits, point: point)
  }

  private static func placed(_ digits: [Character], point: Int) -> String {
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    if point > 0, point <= 21 {
      guard digits.count > point else { return String(digits) + zeros(point - digits.count) }
      return String(digits[..<point]) + "." + String(digits[point...])
    }
    if point > -6, point <= 0 { return "0." + zeros(-point) + String(digits) }
    let rest = digits.dropFirst()
    let exponent = point - 1
    return String(digits.prefix(1)) + (rest.isEmpty ? "" : "." + String(rest)) + "e"
      + (exponent < 0 ? "-" : "+") + "\(exponent.magnitude)"
  }
}
