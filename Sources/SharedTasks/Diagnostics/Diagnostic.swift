/// One thing that is wrong with data that a person wrote, and where it stands.
///
/// Diagnostics are collected in a ``DiagnosticList`` and never thrown one at a time: whoever mends a
/// file wants to know everything that is wrong with it after one run. They may be printed, sent as
/// JSON and published, so they never hold a gold label or the text of a post, and whatever they
/// quote from the input has passed through ``quoted(_:)-(String)``.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: String, Sendable, Equatable, Codable {
    /// The file is refused.
    case error
    /// The file is read, and something in it was ignored.
    case warning
  }

  /// The path as the user gave it, or `-` for standard input.
  public let file: String
  /// Counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// Counted from 1 in Unicode scalars, which is what editors show as the column of all text but
  /// emoji and letters put together from parts; nil where the whole line is meant.
  public let column: Int?
  public let severity: Severity
  public let code: DiagnosticCode
  /// What is wrong, in one line without a full stop.
  public let message: String
  /// What would mend it, where that is known.
  public let hint: String?

  /// - Parameter severity: the ordinary severity of the code, if left out.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, severity: Severity? = nil,
    code: DiagnosticCode, message: String, hint: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = line == nil ? nil : column
    self.severity = severity ?? code.severity
    self.code = code
    self.message = PrintableText.escaped(message, limit: Self.longestMessage)
    self.hint = hint.map { PrintableText.escaped($0, limit: Self.longestMessage) }
  }

  var withoutHint: Diagnostic {
    Diagnostic(
      file: file, line: line, column: column, severity: severity, code: code, message: message)
  }

  /// Unicode scalars after which a message or hint is cut, so that no input makes it grow.
  static let longestMessage = 1_000

  /// A value from the input, in quotes, safe to print and cut where it is long.
  package static func quoted(_ value: String) -> String {
    "\"" + PrintableText.escaped(value, limit: PrintableText.longestQuotation) + "\""
  }

  /// Bytes from the input, in quotes; what is not UTF-8 shows as U+FFFD.
  package static func quoted(_ bytes: some Collection<UInt8>) -> String {
    // Four bytes are the most that a scalar takes: what lies beyond is never shown.
    quoted(String(decoding: bytes.prefix(4 * PrintableText.longestQuotation + 4), as: UTF8.self))
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: MESSAGE [code]`, and the hint on a line of its own.
  public var description: String {
    var text = PrintableText.escaped(file, limit: 4_096)
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += ": \(severity.rawValue): \(message) [\(code.rawValue)]"
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}

extension Diagnostic: Codable {
  private enum CodingKeys: String, CodingKey {
    case file, line, column, severity, code, message, hint
  }

  /// Writes every key, `null` where there is nothing, so that a reader never has to ask whether
  /// a key exists.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encode(severity, forKey: .severity)
    try container.encode(code, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encode(hint, forKey: .hint)
  }
}
