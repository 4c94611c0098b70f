internal import Measures

/// The rows of a submission of kind triage: `item`, `stage`, `score`, `pass`.
struct StageRows: TableConsumer {
  /// Where a row stands in the file; line 0 where there is none.
  struct Place: Sendable {
    var line: Int32 = 0
    /// Of the stage's name.
    var column: Int32 = 0

    var isThere: Bool { line > 0 }
  }

  /// Whether an item passed a stage.
  enum Pass: Sendable { case no, yes, unreadable }

  private let names: [String]
  private let capacities: [Int?]
  private var items: IdentifierTable
  /// Of each stage (outer) and item (inner).
  private(set) var places: [[Place]]
  private(set) var passes: [[Pass]]
  private(set) var reached: [StageScores]
  /// Rows whose item or stage nobody can tell.
  private(set) var lostRows = 0
  private(set) var isEmpty = true
  private var passCounts: [Int]
  /// The row of each stage that went beyond its capacity.
  private var overflow: [Place?]

  private var itemColumn = 0
  private var stageColumn = 0
  private var scoreColumn = 0
  private var passColumn = 0

  init(universe: ItemUniverse, stages: [TriageStage]) {
    names = stages.map(\.name)
    capacities = stages.map(\.capacity)
    items = universe.items
    places = stages.map { _ in Array(repeating: Place(), count: universe.count) }
    passes = stages.map { _ in Array(repeating: .no, count: universe.count) }
    reached = stages.map { _ in StageScores() }
    passCounts = stages.map { _ in 0 }
    overflow = stages.map { _ in nil }
  }

  mutating func begin(_ header: inout TableHeader) {
    itemColumn = header.required("item") ?? 0
    stageColumn = header.required("stage") ?? 0
    scoreColumn = header.required("score") ?? 0
    passColumn = header.required("pass") ?? 0
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    isEmpty = false
    // Every field is checked whatever is wrong with the others: all is told in one go.
    let item = row.item(itemColumn, bytes, &items, isClosed: true, &problems)?.position
    let stage = self.stage(row, bytes, &problems)
    let score = self.score(row, bytes, &problems)
    let pass = self.pass(row, bytes, &problems)
    if row.isEmpty(itemColumn) || stage == nil { lostRows += 1 }
    guard let item, let stage else { return }
    guard !places[stage][item].isThere else {
      problems.report(
        .duplicateItem, line: row.line, column: row.column(itemColumn, in: bytes),
        "item \(row.quoted(itemColumn, in: bytes)) stands twice in stage "
          + Diagnostic.quoted(names[stage]), hint: "keep one row an item and stage")
      return
    }
    let place = Place(
      line: Int32(clamping: row.lineOfFile),
      column: Int32(clamping: row.column(stageColumn, in: bytes)))
    places[stage][item] = place
    passes[stage][item] = pass
    reached[stage].items.append(Int32(truncatingIfNeeded: item))
    reached[stage].scores.append(score)
    if pass == .yes {
      passCounts[stage] += 1
      if let capacity = capacities[stage], passCounts[stage] == capacity + 1 {
        overflow[stage] = place
      }
    }
  }

  /// Reports stages that more items passed than they have room for.
  func reportCapacities(
    _ stages: [TriageStage], file: String, _ diagnostics: inout DiagnosticList
  ) {
    for (stage, place) in overflow.enumerated() {
      guard let place, let capacity = capacities[stage] else { continue }
      diagnostics.report(
        .overCapacity, file: file, line: Int(place.line), column: Int(place.column),
        "\(passCounts[stage]) items pass stage \(Diagnostic.quoted(names[stage])), which has room "
          + "for \(capacity); this row is the first too many",
        hint: "pass those with the highest scores")
    }
  }

  private func stage(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int? {
    let text = row.text(stageColumn, in: bytes)
    if let stage = names.firstIndex(of: text) { return stage }
    problems.report(
      text.isEmpty ? .emptyValue : .unknownStage, line: row.line,
      column: row.column(stageColumn, in: bytes),
      text.isEmpty
        ? "the stage is empty" : "the task has no stage \(row.quoted(stageColumn, in: bytes))",
      hint: Spelling.nearest(to: text, among: names).map { "did you mean \($0)?" }
        ?? "the stages are \(names.joined(separator: ", "))")
    return nil
  }

  private func score(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Double {
    let (start, end) = row.fields[scoreColumn]
    let quoted = { (text: String) in "the score \(Diagnostic.quoted(text)) " }
    func report(_ code: DiagnosticCode, _ message: String, _ hint: String) {
      problems.report(
        code, line: row.line, column: row.column(scoreColumn, in: bytes), message, hint: hint)
    }
    guard start < end else {
      report(.emptyValue, "the score is empty", "every row needs a number")
      return 0
    }
    switch Decimal.parse(bytes, start, end) {
    case .number(let value): return value
    case .malformed:
      report(
        .badNumber, quoted(row.text(scoreColumn, in: bytes)) + "is not a number",
        "write a decimal number, as in 0.25 or 3e-4")
    case .notFinite:
      report(
        .notFinite, quoted(row.text(scoreColumn, in: bytes)) + "is not finite",
        "every row needs a finite score")
    }
    return 0
  }

  private func pass(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Pass {
    let (start, end) = row.fields[passColumn]
    if end == start + 1 {
      if bytes[start] == UInt8(ascii: "0") { return .no }
      if bytes[start] == UInt8(ascii: "1") { return .yes }
    }
    problems.report(
      start == end ? .emptyValue : .badDecision, line: row.line,
      column: row.column(passColumn, in: bytes),
      start == end
        ? "the column `pass` is empty"
        : "\(row.quoted(passColumn, in: bytes)) is neither 0 nor 1",
      hint: "write 1 if the item passes the stage, else 0")
    return .unreadable
  }
}
