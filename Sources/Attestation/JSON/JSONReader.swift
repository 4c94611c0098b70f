/// Reads JSON (RFC 8259) strictly, as bytes that somebody signed must be read: everyone has to see the
/// same in them. A name that stands twice in an object, text that is not UTF-8 and a lone surrogate are
/// refused, where other readers choose, replace or drop.
///
/// - Complexity: O(*n*) in the number of bytes.
struct JSONReader {
  /// Levels of lists and objects; receipts have nine.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func value(of bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.next == nil else { throw reader.problem(.goesOn) }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func problem(_ kind: JSONProblem.Kind) -> JSONProblem {
    JSONProblem(offset: position, kind: next == nil && kind != .twice ? .endsEarly : kind)
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    skipSpace()
    guard depth <= Self.deepest else { throw problem(.tooDeep) }
    switch next {
    case UInt8(ascii: "{"): return try fields(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: throw problem(.unexpected("a value"))
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    for byte in word.utf8 where !take(byte) { throw problem(.unexpected(word)) }
    return value
  }

  private mutating func list(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .list(values) }
      guard take(UInt8(ascii: ",")) else { throw problem(.unexpected("a comma or ]")) }
    }
  }

  private mutating func fields(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var fields: [String: JSONValue] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .fields([:]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw problem(.unexpected("a name in quotes")) }
      let start = position
      let name = try text()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem(.unexpected("a colon")) }
      let value = try value(depth: depth + 1)
      guard fields.updateValue(value, forKey: name) == nil else {
        throw JSONProblem(offset: start, kind: .twice)
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return .fields(fields) }
      guard take(UInt8(ascii: ",")) else { throw problem(.unexpected("a comma or }")) }
    }
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
      number.isFinite
    else { throw JSONProblem(offset: start, kind: .tooLarge) }
    return .number(number)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw problem(.number) }
  }

  private mutating func text() throws(JSONProblem) -> String {
    position += 1
    let start = position
    var collected: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: collected, as: UTF8.self) else {
          throw JSONProblem(offset: start, kind: .notUTF8)
        }
        return text
      case UInt8(ascii: "\\"): collected.append(contentsOf: String(try escaped()).utf8)
      case 0..<0x20: throw problem(.control)
      default:
        collected.append(byte)
        position += 1
      }
    }
    throw problem(.endsEarly)
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    position += 1
    guard let byte = next else { throw problem(.endsEarly) }
    if byte == UInt8(ascii: "u") { return try hexadecimalScalar() }
    let letters: [Character: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let scalar = letters[Character(Unicode.Scalar(byte))] else { throw problem(.escape) }
    position += 1
    return scalar
  }

  /// At the `u` of an escape; a pair of surrogates is one scalar.
  private mutating func hexadecimalScalar() throws(JSONProblem) -> Unicode.Scalar {
    let start = position
    let first = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), next == UInt8(ascii: "u") else {
      throw JSONProblem(offset: start, kind: .escape)
    }
    let second = try hexadecimalUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(
        (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00 + 0x10000)
    else { throw JSONProblem(offset: start, kind: .escape) }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(JSONProblem) -> UInt16 {
    position += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Hexadecimal.value(of: byte) else { throw problem(.escape) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
