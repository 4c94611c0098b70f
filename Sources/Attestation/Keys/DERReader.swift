/// Reads the elements of DER (X.690, chapter 10) one after the other, strictly: definite lengths in
/// the fewest bytes, nothing beyond the end.
struct DERReader {
  enum Tag: UInt8 {
    case integer = 0x02
    case bitString = 0x03
    case octetString = 0x04
    case objectIdentifier = 0x06
    case sequence = 0x30
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The content of the next element; nil where it is another, or not DER.
  mutating func content(of tag: Tag) -> ArraySlice<UInt8>? {
    guard rest.first == tag.rawValue, let length = Self.length(in: rest.dropFirst()) else {
      return nil
    }
    let body = rest.dropFirst(1 + length.bytes)
    guard length.value <= body.count else { return nil }
    rest = body.dropFirst(length.value)
    return body.prefix(length.value)
  }

  /// The elements within the next element.
  mutating func elements(of tag: Tag) -> DERReader? { content(of: tag).map(DERReader.init) }

  /// A length of at most 65,535 and the bytes that it is written in: no key of an elliptic curve is
  /// longer, and one of RSA is refused by its name before it would be.
  private static func length(in bytes: ArraySlice<UInt8>) -> (value: Int, bytes: Int)? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return (Int(first), 1) }
    let count = Int(first & 0x7F)
    let digits = bytes.dropFirst().prefix(count)
    guard (1...2).contains(count), digits.count == count, digits.first != 0 else { return nil }
    let value = digits.reduce(0) { $0 << 8 | Int($1) }
    return value < 0x80 ? nil : (value, 1 + count)
  }
}
