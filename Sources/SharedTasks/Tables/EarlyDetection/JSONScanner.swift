/// Takes JSON (RFC 8259) apart, value by value, where it stands.
///
/// Nothing is built in memory but the text of a string with escapes, and nesting is bounded, so that
/// no file makes it fail in another way than by an error.
struct JSONScanner {
  /// What is wrong with the text, and where.
  struct Failure: Error {
    let position: Int
    let message: String
  }

  /// A value, or where one begins that holds others.
  enum Value {
    case string(start: Int, end: Int, hasEscapes: Bool)
    case number(start: Int, end: Int)
    /// `NaN`, `Infinity` and `-Infinity`, which are no JSON and yet are written by many programs.
    case notFinite
    case word(Bool?)
    case array
    case object
  }

  private static let deepest = 64
  private(set) var position = 0

  /// Goes past white space and a byte order mark; returns the byte that stands there.
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    if position == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      position = 3
    }
    while position < bytes.count {
      switch bytes[position] {
      case 9, 10, 13, 32: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Goes past `byte` if it comes next.
  mutating func skip(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) throws(Failure) {
    guard skip(character, bytes) else { throw unexpected("`\(character)` is expected", bytes) }
  }

  /// Goes past what stands between two elements; tells whether there is another one.
  mutating func more(until end: Unicode.Scalar, _ bytes: Span<UInt8>) throws(Failure) -> Bool {
    if skip(end, bytes) { return false }
    guard skip(",", bytes) else { throw unexpected("`,` or `\(end)` is expected", bytes) }
    return true
  }

  func unexpected(_ message: String, _ bytes: Span<UInt8>) -> Failure {
    Failure(
      position: position, message: position < bytes.count ? message : "the file ends in the middle")
  }

  /// The value that comes next; of an array or an object only its first bracket.
  mutating func value(_ bytes: Span<UInt8>) throws(Failure) -> Value {
    guard let first = peek(bytes) else { throw unexpected("", bytes) }
    switch first {
    case UInt8(ascii: "["):
      position += 1
      return .array
    case UInt8(ascii: "{"):
      position += 1
      return .object
    case UInt8(ascii: "\""): return try string(bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(bytes)
    default: break
    }
    if take("true", bytes) { return .word(true) }
    if take("false", bytes) { return .word(false) }
    if take("null", bytes) { return .word(nil) }
    if take("NaN", bytes) || take("Infinity", bytes) { return .notFinite }
    throw unexpected("this is not JSON", bytes)
  }

  /// Goes past a value that nobody wants, and all that it holds.
  mutating func ignore(_ value: Value, _ bytes: Span<UInt8>, depth: Int = 0) throws(Failure) {
    guard depth < Self.deepest else { throw unexpected("values are nested too deep", bytes) }
    switch value {
    case .string, .number, .notFinite, .word: return
    case .array:
      if skip("]", bytes) { return }
      repeat {
        try ignore(self.value(bytes), bytes, depth: depth + 1)
      } while try more(until: "]", bytes)
    case .object:
      if skip("}", bytes) { return }
      repeat {
        guard case .string = try self.value(bytes) else {
          throw unexpected("a key in quotes is expected", bytes)
        }
        try expect(":", bytes)
        try ignore(self.value(bytes), bytes, depth: depth + 1)
      } while try more(until: "}", bytes)
    }
  }

  private mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    let isThere = word.withUTF8Buffer { text in
      text.indices.allSatisfy { text[$0] == bytes[position + $0] }
    }
    if isThere { position += length }
    return isThere
  }

  private mutating func number(_ bytes: Span<UInt8>) -> Value {
    let start = position
    position += 1
    if bytes[start] == UInt8(ascii: "-"), take("Infinity", bytes) { return .notFinite }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        position += 1
      default: return .number(start: start, end: position)
      }
    }
    return .number(start: start, end: position)
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(Failure) -> Value {
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return .string(start: start, end: position - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      case 0..<32: throw unexpected("a control character stands in a text", bytes)
      default: position += 1
      }
    }
    position = bytes.count
    throw unexpected("", bytes)
  }
}
