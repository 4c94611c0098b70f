package import Scoring

/// The files of a board, but for receipts: pages, `leaderboard.json`, and what papers take.
package struct LeaderboardReport: Sendable {
  private let board: Leaderboard

  package init(_ board: Leaderboard) { self.board = board }

  /// Paths are relative to the folder of the board. The same board gives the same bytes.
  package func files() throws -> [(path: String, bytes: [UInt8])] {
    try LeaderboardPages(board).files() + LeaderboardExports(board).files()
  }
}
