internal import Measures
internal import Scoring

/// A board as a table of a paper: for `\input`, with no package but booktabs.
struct LeaderboardTabular {
  let cells: LeaderboardCells
  let caption: LeaderboardCaption

  init(_ cells: LeaderboardCells, _ caption: LeaderboardCaption) {
    self.cells = cells
    self.caption = caption
  }

  /// As many as fit on a page.
  static let mostRows = 30
  /// What a line of a paper has room for, in letters; two are between columns.
  private static let width = 78
  private static let longestName = 18
  /// Of more kinds of signatures none is told: a caption is no place for them.
  private static let mostSignatures = 3

  private var board: Leaderboard { cells.board }

  /// Those with a value, the best first.
  private var candidates: [Standing] {
    board.standings.standings.filter { $0.rank != nil || ($0.isBaseline && cells.hasValue($0)) }
  }

  var text: String {
    let shown = Array(candidates.prefix(Self.mostRows))
    let columns = LeaderboardColumn.all(of: cells)
    let rows = shown.map { standing in
      columns.map { TextWrap.shortened($0.cell(standing), to: Self.longestName) }
    }
    let kept = Self.fitting(columns, rows)
    var grid = Grid(kept.map { (columns[$0].name, columns[$0].alignment) })
    for row in rows { grid.append(kept.map { row[$0] }) }
    let leftOut = columns.indices.filter { !kept.contains($0) }.map { columns[$0].name }
    let signatures = caption.signatures(of: shown)
    let isSaid = signatures.count <= Self.mostSignatures
    return CaptionedTables(
      tables: [
        .init(
          grid,
          (caption.sentences + [rest(shown), further(leftOut), caption.origin]
            + [isSaid ? nil : "Signatures are in \(LeaderboardExports.csv)."])
            .compactMap(\.self).joined(separator: " "))
      ], notes: board.document.notes ?? [], signatures: isSaid ? signatures : []
    ).latex
  }

  /// The columns that there is room for: all that ranks go by, and further measures while they fit.
  private static func fitting(_ columns: [LeaderboardColumn], _ rows: [[String]]) -> [Int] {
    func width(_ column: Int) -> Int {
      ([columns[column].name] + rows.map { $0[column] }).map(TerminalText.width).max() ?? 0
    }
    var kept = columns.indices.filter { !columns[$0].isFurther }
    var taken = kept.reduce(0) { $0 + width($1) + 2 }
    for column in columns.indices where columns[column].isFurther {
      taken += width(column) + 2
      guard taken <= self.width else { break }
      kept.append(column)
    }
    return kept
  }

  /// How many submissions are not in the table.
  private func rest(_ shown: [Standing]) -> String? {
    let withValue = candidates.count - shown.count
    let without = board.standings.standings.count - candidates.count
    let passedOver = board.standings.passedOver.count
    let parts = [
      (withValue, "with a lower place"), (without, "without a value"),
      (passedOver, "that another run of their team stands for"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    guard !parts.isEmpty else { return nil }
    return "Not in the table: \(withValue + without + passedOver) of \(board.all.count) "
      + "submissions (\(parts.joined(separator: ", ")))."
  }

  private func further(_ names: [String]) -> String? {
    names.isEmpty
      ? nil : "Further columns are in \(LeaderboardExports.csv): \(names.joined(separator: ", "))."
  }
}

extension LeaderboardCells {
  /// Whether there is a value of the primary measure.
  fileprivate func hasValue(_ standing: Standing) -> Bool { value(primary, standing) != nil }
}
