/// A JSON value (RFC 8259) of an envelope or a statement.
///
/// Numbers are doubles, as RFC 7493 (I-JSON), section 2.2 asks for: a whole number beyond 2⁵³ is
/// written as text.
package enum JSONValue: Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case fields([String: JSONValue])

  /// Reads JSON strictly; nil for bytes that are none.
  package init?(parsing bytes: [UInt8]) {
    guard let value = try? JSONReader.value(of: bytes) else { return nil }
    self = value
  }

  /// What it is, for messages.
  var kind: String {
    switch self {
    case .null: "null"
    case .truth: "true or false"
    case .number: "a number"
    case .text: "text"
    case .list: "a list"
    case .fields: "an object"
    }
  }
}

/// Equal values are the same canonical bytes: numbers bit for bit, text scalar for scalar and not by
/// its normal form.
extension JSONValue: Equatable {
  package static func == (first: JSONValue, second: JSONValue) -> Bool {
    CanonicalJSON.bytes(of: first) == CanonicalJSON.bytes(of: second)
  }
}
