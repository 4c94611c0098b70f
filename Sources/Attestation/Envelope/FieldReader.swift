internal import SharedTasks

/// Takes the fields of an object, and notes what is not as it must be instead of stopping there.
struct FieldReader {
  private let fields: [String: JSONValue]
  /// Where the object stands, in words.
  private let place: String

  init?(_ value: JSONValue, at place: String, _ problems: inout [ReceiptProblem]) {
    guard case .fields(let fields) = value else {
      problems.append(.wrongKind(place, is: value.kind, wanted: "an object"))
      return nil
    }
    (self.fields, self.place) = (fields, place)
  }

  subscript(name: String) -> JSONValue? { fields[name] }

  /// Without order.
  var all: [String: JSONValue] { fields }

  func text(_ name: String, _ problems: inout [ReceiptProblem]) -> String? {
    guard let value = value(name, &problems) else { return nil }
    if case .text(let text) = value { return text }
    return wrong(name, value, "text", &problems)
  }

  func list(_ name: String, _ problems: inout [ReceiptProblem]) -> [JSONValue]? {
    guard let value = value(name, &problems) else { return nil }
    if case .list(let list) = value { return list }
    return wrong(name, value, "a list", &problems)
  }

  func object(_ name: String, _ problems: inout [ReceiptProblem]) -> FieldReader? {
    value(name, &problems).flatMap { FieldReader($0, at: path(name), &problems) }
  }

  func base64(_ name: String, _ problems: inout [ReceiptProblem]) -> [UInt8]? {
    guard let text = text(name, &problems) else { return nil }
    let bytes = Base64.bytes(of: Array(text.utf8), .standardOrURLSafe)
    if bytes == nil { problems.append(.notBase64(path(name))) }
    return bytes
  }

  func path(_ name: String) -> String { "\(name) of \(place)" }

  private func value(_ name: String, _ problems: inout [ReceiptProblem]) -> JSONValue? {
    let value = fields[name]
    if value == nil { problems.append(.missing(path(name))) }
    return value
  }

  private func wrong<Wanted>(
    _ name: String, _ value: JSONValue, _ wanted: String, _ problems: inout [ReceiptProblem]
  ) -> Wanted? {
    problems.append(.wrongKind(path(name), is: value.kind, wanted: wanted))
    return nil
  }
}
