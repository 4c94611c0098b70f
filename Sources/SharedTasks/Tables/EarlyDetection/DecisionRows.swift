/// The rows of a table of decisions: `user writings decision`, and `score` where there is one.
struct DecisionRows: TableConsumer {
  private(set) var log: DecisionLog
  /// Rows without a user.
  private(set) var namelessRows = 0
  private var users: IdentifierTable
  private var userColumn = 0
  private var writingsColumn = 0
  private var decisionColumn = 0
  private var scoreColumn: Int?

  init(_ universe: UserUniverse) {
    log = DecisionLog(universe)
    users = universe.users
  }

  var hasScores: Bool { scoreColumn != nil }

  mutating func begin(_ header: inout TableHeader) {
    userColumn = header.required("user") ?? 0
    writingsColumn = header.required("writings") ?? 0
    decisionColumn = header.required("decision") ?? 0
    scoreColumn = header.optional("score")
  }

  mutating func reserve(factor: Double) { log.reserve(factor: factor) }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    if row.isEmpty(userColumn) { namelessRows += 1 }
    // The fields are checked even where the user is wrong: all that is wrong is told in one go.
    let user = row.user(userColumn, bytes, &users, isClosed: true, &problems)?.position
    let writings = row.writings(writingsColumn, bytes, &problems)
    let isAlert = decision(row, bytes, &problems)
    let score = scoreColumn.flatMap { self.score(row, $0, bytes, &problems) }
    guard let user,
      let fault = log.take(
        user: user, writings: writings, isAlert: isAlert, score: score, withinOwn: true)
    else { return }
    let column =
      switch fault.place {
      case .user: userColumn
      case .writings: writingsColumn
      case .decision: decisionColumn
      }
    problems.report(
      fault.code, line: row.line, column: row.column(column, in: bytes), fault.message,
      hint: fault.hint)
  }

  private func decision(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Bool? {
    let (start, end) = row.fields[decisionColumn]
    if end - start == 1, bytes[start] == UInt8(ascii: "0") || bytes[start] == UInt8(ascii: "1") {
      return bytes[start] == UInt8(ascii: "1")
    }
    problems.report(
      start == end ? .emptyValue : .badDecision, line: row.line,
      column: row.column(decisionColumn, in: bytes),
      start == end
        ? "the decision is empty"
        : "the decision \(row.quoted(decisionColumn, in: bytes)) is neither 0 nor 1",
      hint: "1 alerts, 0 waits")
    return nil
  }

  private func score(
    _ row: TableRow, _ column: Int, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Double? {
    let (start, end) = row.fields[column]
    guard start < end else {
      problems.report(
        .emptyValue, line: row.line, column: row.column(column, in: bytes), "the score is empty",
        hint: "every row needs a number")
      return nil
    }
    switch Decimal.parse(bytes, start, end) {
    case .number(let value): return value
    case .malformed:
      problems.report(
        .badNumber, line: row.line, column: row.column(column, in: bytes),
        "the score \(row.quoted(column, in: bytes)) is not a number",
        hint: "write a decimal number, as in 0.25 or 3e-4")
    case .notFinite:
      problems.report(
        .notFinite, line: row.line, column: row.column(column, in: bytes),
        "the score \(row.quoted(column, in: bytes)) is not finite",
        hint: "every row needs a finite score")
    }
    return nil
  }
}
