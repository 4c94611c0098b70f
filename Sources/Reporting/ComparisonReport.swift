internal import Measures
package import Scoring
internal import SharedTasks

/// A comparison of systems as text.
package struct ComparisonReport {
  private let comparison: Comparison
  private let grids: ComparisonGrids
  private let caption: ComparisonCaption

  package init(_ comparison: Comparison) {
    self.comparison = comparison
    grids = ComparisonGrids(comparison)
    caption = ComparisonCaption(comparison)
  }

  package func rendered(as format: OutputFormat) throws -> String {
    switch format {
    case .json: return try JSONText.of(ComparisonDocument(comparison))
    case .csv: return grids.exactPairs.csv
    case .trecEval, .table: return text
    case .markdown: return document.markdown
    case .latex: return document.latex
    }
  }

  /// The tables below that of the systems, each with its caption: pair by pair, or as a matrix in
  /// blocks, and what else was asked for.
  private var tables: [CaptionedTables.Table] {
    let pairs = comparison.showsMatrix ? grids.matrix : [grids.pairs]
    var tables = [CaptionedTables.Table(pairs, caption.pairs)]
    if let grid = grids.equivalence { tables.append(.init(grid, caption.equivalence ?? "")) }
    if let grid = grids.power { tables.append(.init(grid, caption.power ?? "")) }
    return tables
  }

  private var notes: [String] { grids.reasons + comparison.notes }

  private var text: String {
    let tables = tables
    return caption.title + "\n\n" + grids.systems(for: .table).text + "\n"
      + tables.flatMap(\.grids).map { $0.text + "\n" }.joined()
      + ([caption.systemsLegend] + tables.map(\.caption)).map { TextWrap.wrapped($0) }.joined()
      + notes.map(NoteText.wrapped).joined()
      + "\n\(comparison.signature)\n"
  }

  /// The notes are about the pairs.
  private var document: CaptionedTables {
    let systems = CaptionedTables.Table(grids.systems(for: .markdown), caption.systems)
    return CaptionedTables(
      tables: [systems] + tables, notes: notes, placeOfNotes: 1,
      signatures: [comparison.signature.description])
  }
}
