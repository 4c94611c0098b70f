internal import Measures
package import Scoring
internal import SharedTasks

/// A comparison of systems as text.
package struct ComparisonReport {
  private let comparison: Comparison

  package init(_ comparison: Comparison) { self.comparison = comparison }

  /// More systems than these are shown as a matrix of p-values, not pair by pair.
  private static let mostListed = 6

  package func rendered(as format: OutputFormat) throws -> String {
    let grids = ComparisonGrids(comparison)
    switch format {
    case .json: return try JSONText.of(ComparisonDocument(comparison))
    case .csv: return grids.exactPairs.csv
    case .trecEval, .table: return text(grids)
    case .markdown: return markdown(grids)
    case .latex:
      return grids.systems(for: .latex).latex(caption: caption.systems)
        + tables(grids).map {
          $0.latex(
            caption: ([caption.pairs] + grids.reasons.map { $0 + "." }).joined(separator: " "))
        }.joined()
    }
  }

  private var caption: ComparisonCaption { ComparisonCaption(comparison) }

  /// Pair by pair, or as a matrix, and what else was asked for.
  private func tables(_ grids: ComparisonGrids) -> [Grid] {
    let isMatrix =
      comparison.request.baseline == nil && comparison.systems.count > Self.mostListed
    return (isMatrix ? grids.matrix(width: 80) : [grids.pairs])
      + [grids.equivalence, grids.power].compactMap { $0 }
  }

  private func text(_ grids: ComparisonGrids) -> String {
    let notes = (grids.reasons + comparison.notes).map { TextWrap.wrapped("note: \($0)".printable) }
    return caption.title + "\n\n" + grids.systems(for: .table).text + "\n"
      + tables(grids).map { $0.text + "\n" }.joined()
      + TextWrap.wrapped(caption.systemsLegend) + TextWrap.wrapped(caption.pairs)
      + notes.joined() + "\n\(comparison.signature)\n"
  }

  private func markdown(_ grids: ComparisonGrids) -> String {
    func prose(_ text: String) -> String { TerminalText.markdown(text) + "\n\n" }
    let notes = (grids.reasons + comparison.notes).map { prose("note: \($0)".printable) }
    return prose(caption.systems) + grids.systems(for: .markdown).markdown + "\n"
      + tables(grids).map { $0.markdown + "\n" }.joined() + prose(caption.pairs)
      + notes.joined() + prose(comparison.signature.description).dropLast()
  }
}

/// Text in lines of at most 80 columns.
enum TextWrap {
  static func wrapped(_ text: String, width: Int = 80) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, TerminalText.width(line) + 1 + TerminalText.width(String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0 + "\n" }.joined()
  }
}
