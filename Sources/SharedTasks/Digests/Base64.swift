/// Base64 of RFC 4648, read strictly: padded, no other characters, no bits left over.
///
/// With bits left over, two texts would be the same bytes, and a changed envelope could pass for the
/// one that was published.
package enum Base64 {
  /// Which characters stand for 62 and 63.
  package enum Alphabet {
    /// `+` and `/`: RFC 4648, section 4.
    case standard
    /// Those, or `-` and `_` of section 5: DSSE 1.0.2 lets signers use either.
    case standardOrURLSafe
  }

  private static let characters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  package static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(UInt32(0)) { bits, place in
        bits << 8 | (place < group.count ? UInt32(group[start + place]) : 0)
      }
      for place in 0..<4 {
        let six = Int(bits >> UInt32(18 - 6 * place) & 63)
        text.append(place <= group.count ? characters[six] : padding)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil where the text is not base64.
  package static func bytes(of text: some Collection<UInt8>, _ alphabet: Alphabet) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let padded = text.suffix(2).reduce(0) { $0 + ($1 == padding ? 1 : 0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for character in text.dropLast(padded) {
      guard let six = value(of: character, alphabet) else { return nil }
      bits = bits << 6 | UInt32(six)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> held))
        bits &= (1 << held) - 1
      }
    }
    return bits == 0 ? bytes : nil
  }

  private static func value(of character: UInt8, _ alphabet: Alphabet) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    case UInt8(ascii: "-") where alphabet == .standardOrURLSafe: 62
    case UInt8(ascii: "_") where alphabet == .standardOrURLSafe: 63
    default: nil
    }
  }
}
