internal import SharedTasks

/// Problems of one code in one file that were counted and not kept, among those that were.
///
/// It has the keys of a diagnostic, so that whoever reads all of them reads it as well, and one more.
struct OmittedDiagnostics: Encodable {
  let file: String
  let code: DiagnosticCode
  let count: Int

  /// What a list does not hold, by file and code.
  static func of(_ list: DiagnosticList) -> [OmittedDiagnostics] {
    list.omitted.sorted { $0.key < $1.key }.flatMap { file, counts in
      counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        OmittedDiagnostics(file: file, code: $0.key, count: $0.value)
      }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, line, column, severity, code, message, hint, omitted
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encodeNil(forKey: .line)
    try container.encodeNil(forKey: .column)
    try container.encode(code.severity, forKey: .severity)
    try container.encode(code, forKey: .code)
    try container.encode(
      "problems of this code that are counted and not listed: \(count)", forKey: .message)
    try container.encodeNil(forKey: .hint)
    try container.encode(count, forKey: .omitted)
  }
}

/// An element of the list of everything that is wrong.
enum DiagnosticEntry: Encodable {
  case kept(Diagnostic)
  case omitted(OmittedDiagnostics)

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .kept(let diagnostic): try diagnostic.encode(to: encoder)
    case .omitted(let omitted): try omitted.encode(to: encoder)
    }
  }
}
