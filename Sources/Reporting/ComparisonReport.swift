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
    case .markdown: return markdown
    case .latex: return latex
    }
  }

  /// The tables below that of the systems, each with its caption: pair by pair, or as a matrix in
  /// blocks, and what else was asked for.
  private var tables: [(grids: [Grid], caption: String)] {
    let pairs = comparison.showsMatrix ? grids.matrix : [grids.pairs]
    var tables = [(pairs, caption.pairs)]
    if let grid = grids.equivalence { tables.append(([grid], caption.equivalence ?? "")) }
    if let grid = grids.power { tables.append(([grid], caption.power ?? "")) }
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

  private var markdown: String {
    func prose(_ text: String) -> String { TerminalText.markdown(text) + "\n\n" }
    return prose(caption.systems) + grids.systems(for: .markdown).markdown + "\n"
      + tables.map { tables, caption in
        prose(caption) + tables.map { $0.markdown + "\n" }.joined()
      }.joined()
      + notes.map(NoteText.markdown).joined()
      + TerminalText.markdownSignature(comparison.signature.description)
      + "\n"
  }

  /// Each table can stand alone in a paper: the signature is in all captions, notes in that of the
  /// pairs.
  private var latex: String {
    let signatures = [comparison.signature.description]
    let notes = notes.map { " " + NoteText.sentence($0) }.joined()
    return grids.systems(for: .latex).latex(caption: caption.systems, signatures: signatures)
      + tables.enumerated().map { place, table in
        table.grids.map {
          $0.latex(caption: table.caption + (place == 0 ? notes : ""), signatures: signatures)
        }.joined()
      }.joined()
  }
}
