package import Measures

/// The items of a split: what a submission has to answer for.
package struct ItemUniverse: Sendable {
  package let items: IdentifierTable
  /// Words of each item; nil where no table has them.
  package let words: [Double]?
  /// The digest of the table that the items come from.
  package let digest: String

  package var count: Int { items.count }

  /// Reads `items.tsv`.
  package static func read(
    _ path: String, _ diagnostics: inout DiagnosticList
  ) throws -> ItemUniverse {
    var rows = LabelRows(universe: nil, labels: nil)
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    if rows.items.count == 0, !table.diagnostics.hasErrors {
      diagnostics.report(.emptyFile, file: path, "the table names no item")
    }
    return ItemUniverse(items: rows.items, words: rows.words, digest: table.digest)
  }
}

/// The labels of all items of a split.
package struct AssessmentGold: Sendable {
  package let universe: ItemUniverse
  /// The level of each item.
  package let levels: [UInt8]
  package let digest: String
  /// The digest of items.tsv; nil where there is none.
  package let itemsDigest: String?

  /// Reads `gold.tsv`; without a universe its items are the universe.
  ///
  /// Messages never name a label: they may be shown to people who must not know the gold.
  package static func read(
    _ path: String, universe: ItemUniverse?, scale: GradeScale,
    _ diagnostics: inout DiagnosticList
  ) throws -> AssessmentGold {
    var rows = LabelRows(universe: universe, labels: scale.names)
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    if !table.diagnostics.hasErrors {
      rows.reportMissing(file: path, &diagnostics)
      if rows.items.count == 0 {
        diagnostics.report(.emptyFile, file: path, "the gold labels no item")
      }
    }
    let known =
      universe.map {
        ItemUniverse(items: $0.items, words: $0.words ?? rows.words, digest: $0.digest)
      }
      ?? ItemUniverse(items: rows.items, words: rows.words, digest: table.digest)
    return AssessmentGold(
      universe: known, levels: rows.levels.map { UInt8(max($0, 0)) }, digest: table.digest,
      itemsDigest: universe?.digest)
  }
}

/// The rows of `items.tsv` (`item`, `words`) and `gold.tsv` (`item`, `label`, `words`).
private struct LabelRows: TableConsumer {
  private let isClosed: Bool
  private let labels: [String]?
  private(set) var items: IdentifierTable
  /// The level of each item; −1 where no row has said it.
  private(set) var levels: [Int]
  private(set) var words: [Double]?
  /// The item of the row before: most files are in one order.
  private var lastItem = -1
  private var itemColumn = 0
  private var labelColumn: Int?
  private var wordsColumn: Int?

  init(universe: ItemUniverse?, labels: [String]?) {
    isClosed = universe != nil
    self.labels = labels
    items = universe?.items ?? IdentifierTable()
    levels = Array(repeating: -1, count: items.count)
  }

  var isSecret: Bool { labels != nil }

  mutating func begin(_ header: inout TableHeader) {
    itemColumn = header.required("item") ?? 0
    if labels != nil { labelColumn = header.required("label") }
    wordsColumn = header.optional("words")
    if wordsColumn != nil { words = Array(repeating: -1, count: items.count) }
  }

  mutating func reserve(factor: Double) {
    guard !isClosed else { return }
    items.reserve(factor: factor)
    levels.reserve(factor: factor)
    words?.reserve(factor: factor)
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    guard
      let (item, isNew) = row.item(
        itemColumn, bytes, &items, isClosed: isClosed, near: lastItem, &problems)
    else { return }
    lastItem = item
    if isNew {
      levels.append(-1)
      words?.append(-1)
    }
    if let labels, let labelColumn {
      guard levels[item] < 0 else {
        return row.reportDuplicate(itemColumn, bytes, &problems)
      }
      guard let level = row.goldLevel(labelColumn, among: labels, bytes, &problems) else { return }
      levels[item] = level
    } else if !isNew {
      row.reportDuplicate(itemColumn, bytes, &problems)
    }
    readWords(row, bytes, item, &problems)
  }

  private mutating func readWords(
    _ row: TableRow, _ bytes: Span<UInt8>, _ item: Int, _ problems: inout LineProblems
  ) {
    guard let column = wordsColumn, !row.isEmpty(column) else { return }
    guard
      case .number(let count) = Decimal.parse(
        bytes, row.fields[column].start, row.fields[column].end), WordCounts.range.contains(count)
    else {
      problems.report(
        .badNumber, line: row.line, column: row.column(column, in: bytes),
        "the number of words \(row.quoted(column, in: bytes)) is not a count",
        hint: "it is a number from 0 to 1e9")
      return
    }
    words?[item] = count
  }

  func reportMissing(file: String, _ diagnostics: inout DiagnosticList) {
    for item in levels.indices where levels[item] < 0 {
      diagnostics.report(
        .missingItem, file: file,
        "item \(Diagnostic.quoted(items.text(item))) of items.tsv has no label")
    }
  }
}

extension TableRow {
  /// The item of a row; nil, with the reason among the problems, where there is none to go on with.
  ///
  /// - Parameter last: of a closed table the item that is likely to be this one or the one before it.
  func item(
    _ column: Int, _ bytes: Span<UInt8>, _ items: inout IdentifierTable, isClosed: Bool,
    near last: Int = -1, _ problems: inout LineProblems
  ) -> (position: Int, isNew: Bool)? {
    let (start, end) = fields[column]
    guard start < end else {
      problems.report(
        .emptyValue, line: line, column: self.column(column, in: bytes),
        "the item is empty", hint: "every row needs an item")
      return nil
    }
    guard isClosed else { return items.insert(bytes, start, end) }
    if let position = items.position(of: bytes, start, end, near: last) {
      return (position, false)
    }
    problems.report(
      .unknownItem, line: line, column: self.column(column, in: bytes),
      "item \(quoted(column, in: bytes)) is not an item of this split",
      hint: "the items are those of items.tsv; check the split and stray spaces")
    return nil
  }

  func reportDuplicate(_ column: Int, _ bytes: Span<UInt8>, _ problems: inout LineProblems) {
    problems.report(
      .duplicateItem, line: line, column: self.column(column, in: bytes),
      "item \(quoted(column, in: bytes)) stands twice", hint: "keep one row an item")
  }
}
