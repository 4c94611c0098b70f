internal import Scoring

/// The pages of a board.
struct LeaderboardPages {
  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  func files() throws -> [(path: String, bytes: [UInt8])] { [] }
}
