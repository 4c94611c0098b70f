package import Measures

/// The answers of a submission of kind assessment, as columns in the order of the universe.
package struct AssessmentSubmission: Sendable {
  package let scores: [Double]?
  /// The predicted level of each item.
  package let labels: [UInt8]?
  /// The probability of each level (outer) for each item (inner).
  package let probabilities: [[Double]]?
  /// Which items have a row; nil where all have.
  package let answered: [Bool]?
  /// Items in the order of the file; those without a row come last.
  package let fileOrder: [Int32]
  package let metadata: [String: String]
  package let digest: String

  /// What a submission has to keep to.
  package struct Rules: Sendable {
    package var scale: GradeScale
    /// Whether every item must have a row.
    package var requiresAll: Bool
    /// Whether a measure of the task reads scores as probabilities.
    package var scoresAreProbabilities: Bool

    package init(scale: GradeScale, requiresAll: Bool, scoresAreProbabilities: Bool) {
      self.scale = scale
      self.requiresAll = requiresAll
      self.scoresAreProbabilities = scoresAreProbabilities
    }
  }

  /// Reads a submission. It is good only if no diagnostic is an error.
  package static func read(
    _ input: InputFile, universe: ItemUniverse, rules: Rules,
    maximumBytes: Int = BlockReader.defaultMaximumBytes, _ diagnostics: inout DiagnosticList
  ) throws -> AssessmentSubmission {
    let path = input.path
    var rows = AnswerRows(universe: universe, rules: rules)
    let table = try TableReader(input, into: &rows, maximumBytes: maximumBytes)
    diagnostics.append(contentsOf: table.diagnostics)
    rows.reportHeader(file: path, &diagnostics)
    let answered = rows.lineOfItem.map { $0 >= 0 }
    let isComplete = answered.allSatisfy { $0 }
    if table.didReadRows, rows.isEmpty, !diagnostics.hasErrors {
      diagnostics.report(
        .emptyFile, file: path, "the file has no rows", hint: "every item needs one row")
    } else if rules.requiresAll, table.didReadRows,
      answered.count(where: { !$0 }) > table.unreadRows + rows.namelessRows
    {
      // Rows that could not be read may be those of items that seem missing: as long as they may
      // account for all of these, nothing is said of them.
      for item in answered.indices where !answered[item] {
        diagnostics.report(
          .missingItem, file: path,
          "item \(Diagnostic.quoted(universe.items.text(item))) has no row",
          hint: "every item of items.tsv needs one row")
      }
    }
    return AssessmentSubmission(
      scores: rows.scores, labels: rows.labels, probabilities: rows.probabilities,
      answered: isComplete ? nil : answered, fileOrder: rows.fileOrder, metadata: table.metadata,
      digest: table.digest)
  }
}

/// The rows of a submission: `item` with `score`, `label` or a `score:LABEL` for each label.
private struct AnswerRows: TableConsumer {
  private let universe: ItemUniverse
  private var items: IdentifierTable
  private let rules: AssessmentSubmission.Rules
  /// The row in which an item stands; −1 where it does not.
  private(set) var lineOfItem: [Int]
  private(set) var scores: [Double]?
  private(set) var labels: [UInt8]?
  private(set) var probabilities: [[Double]]?
  private(set) var fileOrder: [Int32] = []
  /// Rows without an item.
  private(set) var namelessRows = 0
  private(set) var isReadable = false
  private(set) var isEmpty = true

  /// The item of the row before: most files are in the order of the universe.
  private var lastItem = -1

  private var itemColumn = 0
  private var scoreColumn: Int?
  private var labelColumn: Int?
  private var probabilityColumns: [(column: Int, level: Int)] = []
  private var unknownLabels: [String] = []

  init(universe: ItemUniverse, rules: AssessmentSubmission.Rules) {
    self.universe = universe
    self.rules = rules
    items = universe.items
    lineOfItem = Array(repeating: -1, count: universe.count)
  }

  mutating func begin(_ header: inout TableHeader) {
    itemColumn = header.required("item") ?? 0
    scoreColumn = header.optional("score")
    labelColumn = header.optional("label")
    for (column, name) in header.columns(prefix: "score:") {
      if let level = rules.scale.names.firstIndex(of: name) {
        probabilityColumns.append((column, level))
      } else {
        unknownLabels.append(name)
      }
    }
    isReadable = true
    if scoreColumn != nil { scores = Array(repeating: 0, count: universe.count) }
    if labelColumn != nil { labels = Array(repeating: 0, count: universe.count) }
    if !probabilityColumns.isEmpty {
      probabilities = Array(
        repeating: Array(repeating: 0, count: universe.count), count: rules.scale.count)
    }
  }

  /// What only the whole header tells.
  func reportHeader(file: String, _ diagnostics: inout DiagnosticList) {
    guard isReadable else { return }
    for name in unknownLabels {
      diagnostics.report(
        .unknownLabel, file: file,
        "the column \(Diagnostic.quoted("score:" + name)) is for a label that the task does not have",
        hint: "the labels are \(rules.scale.names.joined(separator: ", "))")
    }
    if scoreColumn == nil, labelColumn == nil, probabilityColumns.isEmpty {
      diagnostics.report(
        .missingColumn, file: file, "there is neither a `score` nor a `label` column",
        hint: "a submission has `item` with `score`, `label`, or a `score:LABEL` for each label")
    }
    let given = Set(probabilityColumns.map(\.level))
    if !given.isEmpty, unknownLabels.isEmpty {
      for level in rules.scale.names.indices where !given.contains(level) {
        diagnostics.report(
          .missingColumn, file: file, "there is no column `score:\(rules.scale.names[level])`",
          hint: "probabilities are given for all labels or for none")
      }
    }
  }

  mutating func reserve(factor: Double) { fileOrder.reserve(factor: factor) }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    isEmpty = false
    if row.isEmpty(itemColumn) { namelessRows += 1 }
    // The answer is checked even where the item is wrong: all that is wrong is told in one go.
    var item = row.item(
      itemColumn, bytes, &items, isClosed: true, near: lastItem, &problems)?.position
    lastItem = item ?? lastItem
    if let known = item, lineOfItem[known] >= 0 {
      row.reportDuplicate(itemColumn, bytes, &problems)
      item = nil
    }
    if let item {
      lineOfItem[item] = row.line
      fileOrder.append(Int32(truncatingIfNeeded: item))
    }
    if let column = scoreColumn {
      let score = number(
        row, column, bytes, withinUnit: rules.scoresAreProbabilities && probabilityColumns.isEmpty,
        &problems)
      if let item { scores?[item] = score }
    }
    if let column = labelColumn { readLabel(row, column, bytes, item, &problems) }
    readProbabilities(row, bytes, item, &problems)
  }

  private func number(
    _ row: TableRow, _ column: Int, _ bytes: Span<UInt8>, withinUnit: Bool,
    _ problems: inout LineProblems
  ) -> Double {
    let (start, end) = row.fields[column]
    func report(_ code: DiagnosticCode, _ message: String, _ hint: String) {
      problems.report(
        code, line: row.line, column: row.column(column, in: bytes), message, hint: hint)
    }
    guard start < end else {
      report(.emptyValue, "the score is empty", "every row needs a number")
      return 0
    }
    switch Decimal.parse(bytes, start, end) {
    case .number(let value):
      if withinUnit, !(0...1).contains(value) {
        report(
          .scoreOutOfRange, "the score \(row.quoted(column, in: bytes)) is not between 0 and 1",
          "this task has measures that read scores as probabilities")
      }
      return value
    case .malformed:
      report(
        .badNumber, "the score \(row.quoted(column, in: bytes)) is not a number",
        "write a decimal number, as in 0.25 or 3e-4")
    case .notFinite:
      report(
        .notFinite, "the score \(row.quoted(column, in: bytes)) is not finite",
        "every item needs a finite score")
    }
    return 0
  }

  private mutating func readLabel(
    _ row: TableRow, _ column: Int, _ bytes: Span<UInt8>, _ item: Int?,
    _ problems: inout LineProblems
  ) {
    if let level = row.position(column, among: rules.scale.names, in: bytes) {
      if let item { labels?[item] = UInt8(truncatingIfNeeded: level) }
      return
    }
    let text = row.text(column, in: bytes)
    problems.report(
      text.isEmpty ? .emptyValue : .unknownLabel, line: row.line,
      column: row.column(column, in: bytes),
      text.isEmpty
        ? "the label is empty" : "the label \(Diagnostic.quoted(text)) is not one of the task's",
      hint: Spelling.nearest(to: text, among: rules.scale.names).map { "did you mean \($0)?" }
        ?? "the labels are \(rules.scale.names.joined(separator: ", "))")
  }

  /// 10⁻⁶, which three thirds of six decimals are off by, and what their sum is rounded by.
  private static let slack = 1e-6 + 1e-12

  private mutating func readProbabilities(
    _ row: TableRow, _ bytes: Span<UInt8>, _ item: Int?, _ problems: inout LineProblems
  ) {
    guard !probabilityColumns.isEmpty else { return }
    var sum = 0.0
    for (column, level) in probabilityColumns {
      let value = number(row, column, bytes, withinUnit: true, &problems)
      if let item { probabilities?[level][item] = value }
      sum += value
    }
    guard probabilityColumns.count == rules.scale.count, abs(sum - 1) > Self.slack else { return }
    problems.report(
      .probabilitiesDoNotSum, line: row.line,
      "the probabilities of item \(row.quoted(itemColumn, in: bytes)) sum to \(sum), not to 1",
      hint: "divide each by their sum")
  }
}
