/// Everything that is wrong with the files of one run, in bounded memory.
///
/// The first ``limit`` errors and the first ``limit`` warnings of each file are kept in full; the
/// rest are counted by code. Errors and warnings have separate places, so that a flood of warnings
/// never hides the error that refuses the file.
public struct DiagnosticList: Sendable, Equatable {
  /// How many errors, and how many warnings, of a file are kept unless asked otherwise.
  public static let defaultLimit = 1_000

  /// How many errors, and how many warnings, of a file are kept.
  public let limit: Int
  /// What was kept, in the order of reporting.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How often each code was reported beyond the limit, by file.
  public private(set) var omitted: [String: [DiagnosticCode: Int]] = [:]
  public private(set) var errorCount = 0
  public private(set) var warningCount = 0

  private struct Place: Hashable {
    let file: String
    let severity: Diagnostic.Severity
  }

  private var kept: [Place: Int] = [:]

  public init(limit: Int = defaultLimit) {
    self.limit = max(limit, 0)
  }

  public var hasErrors: Bool { errorCount > 0 }
  public var isEmpty: Bool { errorCount == 0 && warningCount == 0 }
  /// All that were reported, kept or not.
  public var count: Int { errorCount + warningCount }

  public mutating func append(_ diagnostic: Diagnostic) {
    count(diagnostic.severity)
    if take(diagnostic.file, diagnostic.severity) {
      diagnostics.append(diagnostic)
    } else {
      omitted[diagnostic.file, default: [:]][diagnostic.code, default: 0] += 1
    }
  }

  /// Reports a problem whose words are only put together if there is still room for them: a file
  /// with a hundred million bad lines costs a hundred million additions, not as many strings.
  package mutating func report(
    _ code: DiagnosticCode, file: String, line: Int? = nil, column: Int? = nil,
    severity: Diagnostic.Severity? = nil, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    let severity = severity ?? code.severity
    count(severity)
    guard take(file, severity) else {
      omitted[file, default: [:]][code, default: 0] += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        file: file, line: line, column: column, severity: severity, code: code,
        message: message(), hint: hint()))
  }

  /// Adds what another list holds, as if it had been reported here: ranges of a file that were
  /// read apart are joined in the order of their ranges.
  public mutating func append(contentsOf other: DiagnosticList) {
    for diagnostic in other.diagnostics { append(diagnostic) }
    for (file, counts) in other.omitted {
      omitted[file, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    errorCount += other.errorCount - other.diagnostics.count { $0.severity == .error }
    warningCount += other.warningCount - other.diagnostics.count { $0.severity == .warning }
  }

  /// The list in the order of lines and columns, for a reader that does not find problems in the
  /// order of the file. Diagnostics of the same place keep their order.
  package func inOrderOfPlaces() -> DiagnosticList {
    var result = self
    let ordered = diagnostics.enumerated().sorted { a, b in
      let left = (a.element.line ?? 0, a.element.column ?? 0, a.offset)
      return left < (b.element.line ?? 0, b.element.column ?? 0, b.offset)
    }
    result.diagnostics = ordered.map(\.element)
    return result
  }

  private mutating func count(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    }
  }

  private mutating func take(_ file: String, _ severity: Diagnostic.Severity) -> Bool {
    let place = Place(file: file, severity: severity)
    guard kept[place, default: 0] < limit else { return false }
    kept[place, default: 0] += 1
    return true
  }
}

extension DiagnosticList: CustomStringConvertible {
  public var description: String { rendered() }

  /// The list as people read it: of each file the first `shown` in full, the rest counted by code.
  ///
  /// Where a file has more than `shown`, errors are chosen before warnings; what is chosen keeps
  /// its order. Lines end without a line break after the last.
  public func rendered(first shown: Int = 20) -> String {
    var files: [String] = []
    var byFile: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      if byFile[diagnostic.file] == nil { files.append(diagnostic.file) }
      byFile[diagnostic.file, default: []].append(diagnostic)
    }
    files += omitted.keys.filter { byFile[$0] == nil }.sorted()
    return files.flatMap { file in
      Self.lines(of: byFile[file] ?? [], omitted: omitted[file] ?? [:], first: shown)
    }.joined(separator: "\n")
  }

  private static func lines(
    of diagnostics: [Diagnostic], omitted: [DiagnosticCode: Int], first shown: Int
  ) -> [String] {
    let errors = diagnostics.count { $0.severity == .error }
    var room: [Diagnostic.Severity: Int] = [.error: shown, .warning: max(0, shown - errors)]
    var rest = omitted
    var lines: [String] = []
    var lastHint: String?
    for diagnostic in diagnostics {
      if room[diagnostic.severity, default: 0] > 0 {
        room[diagnostic.severity, default: 0] -= 1
        // The same advice twenty times over hides what differs.
        let repeats = diagnostic.hint != nil && diagnostic.hint == lastHint
        lines.append(repeats ? diagnostic.withoutHint.description : diagnostic.description)
        lastHint = diagnostic.hint
      } else {
        rest[diagnostic.code, default: 0] += 1
      }
    }
    guard !rest.isEmpty else { return lines }
    let counts = rest.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let total = counts.reduce(0) { $0 + $1.value }
    let words = counts.map { "\(grouped($0.value)) \($0.key.rawValue)" }
    return lines + ["… and \(grouped(total)) more: " + words.joined(separator: ", ")]
  }

  /// A count as people read it: `1,234`.
  private static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var end = digits.index(digits.endIndex, offsetBy: -3, limitedBy: digits.startIndex)
    while let place = end, place > digits.startIndex {
      digits.insert(",", at: place)
      end = digits.index(place, offsetBy: -3, limitedBy: digits.startIndex)
    }
    return digits
  }
}
