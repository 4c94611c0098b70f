package import Measures

/// The decisions of a submission of kind early-detection, as columns in the order of the universe.
package struct EarlyDetectionSubmission: Sendable {
  /// Writings seen when each user was alerted; 0 where nobody alerted.
  package let delays: [Int32]
  /// Every score with its moment; nil where the submission has none.
  package let history: ScoreHistory?
  /// Which users have a row; nil where all have.
  package let answered: [Bool]?
  /// All users, in the order of their first rows; those without a row come last.
  package let fileOrder: [Int32]
  package let metadata: [String: String]
  package let digest: String

  /// Reads a submission, a table or eRisk's JSON. It is good only if no diagnostic is an error.
  ///
  /// - Parameter requiresAll: whether every user must have a row.
  package static func read(
    _ input: InputFile, universe: UserUniverse, requiresAll: Bool,
    maximumBytes: Int = BlockReader.defaultMaximumBytes, _ diagnostics: inout DiagnosticList
  ) throws -> EarlyDetectionSubmission {
    try isJSON(input)
      ? readJSON(input, universe, requiresAll, maximumBytes, &diagnostics)
      : readTable(input, universe, requiresAll, maximumBytes, &diagnostics)
  }

  /// Whether the file begins like JSON: no header of a table begins with a bracket.
  private static func isJSON(_ input: InputFile) throws -> Bool {
    var reader = try BlockReader(input, digesting: false)
    guard let head = try reader.next(cut: { $0.count }) else { return false }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let first = text.first { $0 != 32 && !(9...13).contains($0) }
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }

  private static func readTable(
    _ input: InputFile, _ universe: UserUniverse, _ requiresAll: Bool, _ maximumBytes: Int,
    _ diagnostics: inout DiagnosticList
  ) throws -> EarlyDetectionSubmission {
    var rows = DecisionRows(universe)
    let table = try TableReader(input, into: &rows, maximumBytes: maximumBytes)
    diagnostics.append(contentsOf: table.diagnostics)
    if table.didReadRows {
      report(
        rows.log, unread: table.unreadRows + rows.namelessRows, requiresAll, input.path,
        &diagnostics)
    }
    return EarlyDetectionSubmission(
      rows.log, hasScores: rows.hasScores, metadata: table.metadata, digest: table.digest)
  }

  private static func readJSON(
    _ input: InputFile, _ universe: UserUniverse, _ requiresAll: Bool, _ maximumBytes: Int,
    _ diagnostics: inout DiagnosticList
  ) throws -> EarlyDetectionSubmission {
    var reader = try BlockReader(input, maximumBytes: maximumBytes)
    var bytes: [UInt8] = []
    while let block = try reader.next(cut: { $0.count }) { bytes += block }
    var decisions = DecisionJSON(universe, file: input.path)
    decisions.read(bytes.span, &diagnostics)
    if decisions.isWhole {
      report(
        decisions.log, unread: decisions.namelessEntries, requiresAll, input.path, &diagnostics)
    }
    return EarlyDetectionSubmission(
      decisions.log, hasScores: decisions.hasScores, metadata: [:], digest: reader.digest ?? "")
  }

  private init(_ log: DecisionLog, hasScores: Bool, metadata: [String: String], digest: String) {
    delays = log.delays
    history = hasScores ? log.history : nil
    let answered = log.hasRow
    self.answered = answered.allSatisfy { $0 } ? nil : answered
    fileOrder = log.order + answered.indices.filter { !answered[$0] }.map { Int32(clamping: $0) }
    self.metadata = metadata
    self.digest = digest
  }

  /// Reports who has no row.
  private static func report(
    _ log: DecisionLog, unread: Int, _ requiresAll: Bool, _ path: String,
    _ diagnostics: inout DiagnosticList
  ) {
    if log.isEmpty, !diagnostics.hasErrors {
      diagnostics.report(
        .emptyFile, file: path, "the file has no rows", hint: "every user needs a row")
      return
    }
    // Rows that could not be read may be those of users who seem missing: as long as they may
    // account for all of these, nothing is said of them.
    let hasRow = log.hasRow
    guard requiresAll, hasRow.count(where: { !$0 }) > unread else { return }
    for user in hasRow.indices where !hasRow[user] {
      diagnostics.report(
        .missingItem, file: path,
        "user \(Diagnostic.quoted(log.universe.users.text(user))) has no row",
        hint: "every user of items.tsv needs a row")
    }
  }
}
