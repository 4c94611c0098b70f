internal import Scoring
internal import SharedTasks

/// A board for programs and papers.
struct LeaderboardExports {
  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  func files() throws -> [(path: String, bytes: [UInt8])] {
    [(LeaderboardPaths.document, Array(try JSONText.of(board.document).utf8))]
  }
}
