package import Scoring

/// The files of a board, but for receipts: pages, `leaderboard.json`, and what papers take.
package struct LeaderboardReport: Sendable {
  private let board: Leaderboard

  package init(_ board: Leaderboard) { self.board = board }

  /// Paths are relative to the folder of the board. The same board gives the same bytes.
  ///
  /// - Parameter threads: how many pages are written at once.
  package func files(threads: Int = 1) async throws -> [(path: String, bytes: [UInt8])] {
    try await LeaderboardPages(board).files(threads: threads) + LeaderboardExports(board).files()
  }
}
