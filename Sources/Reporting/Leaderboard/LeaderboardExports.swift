internal import Scoring
internal import SharedTasks

/// A board for programs and papers: JSON, CSV, Markdown, a table for LaTeX and an entry for BibTeX.
struct LeaderboardExports {
  static let csv = "leaderboard.csv"
  static let markdown = "leaderboard.md"
  static let latex = "leaderboard.tex"
  static let bibliography = "leaderboard.bib"

  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  func files() throws -> [(path: String, bytes: [UInt8])] {
    let document = Array(try JSONText.of(board.document).utf8)
    let cells = LeaderboardCells(board)
    let caption = LeaderboardCaption(board)
    let texts = [
      (Self.csv, cells.exact.csv),
      (Self.markdown, LeaderboardMarkdown(cells, caption).text),
      (Self.latex, LeaderboardTabular(cells, caption).text),
      (Self.bibliography, LeaderboardCitation(board, document: document).text),
    ]
    return [(LeaderboardPaths.document, document)] + texts.map { ($0.0, Array($0.1.utf8)) }
  }
}
