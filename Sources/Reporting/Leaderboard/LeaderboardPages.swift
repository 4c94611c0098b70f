internal import Scoring
internal import SharedTasks

/// The pages of a board: `index.html`, and one a submission.
///
/// They are whole in themselves: nothing is loaded from anywhere, and without scripts all is there. The
/// one script sorts and filters the standings.
struct LeaderboardPages {
  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  func files() throws -> [(path: String, bytes: [UInt8])] {
    let templates = try PageTemplates()
    let frame = PageFrame()
    return [
      (LeaderboardPaths.index, templates.bytes(of: .index, IndexPage(board, frame)))
    ]
      + board.all.map { standing, submission in
        (
          LeaderboardPaths.page(of: submission.place),
          templates.bytes(
            of: .submission, SubmissionPage(standing, submission, on: board, frame))
        )
      }
  }
}
