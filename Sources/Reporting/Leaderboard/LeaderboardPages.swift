internal import Scoring
internal import SharedTasks

/// The pages of a board: `index.html`, and one a submission.
///
/// They are whole in themselves: nothing is loaded from anywhere, and without scripts all is there. The
/// one script sorts and filters the standings.
struct LeaderboardPages {
  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  /// - Parameter threads: how many parts of the submissions are written at once.
  func files(threads: Int) async throws -> [(path: String, bytes: [UInt8])] {
    let templates = try PageTemplates()
    let frame = PageFrame()
    let all = board.all
    let parts = max(1, min(threads, all.count))
    let pages = await withTaskGroup(of: (Int, [(path: String, bytes: [UInt8])]).self) { group in
      for part in 0..<parts {
        group.addTask {
          let range = all.count * part / parts..<all.count * (part + 1) / parts
          return (part, all[range].map { page($0.standing, $0.submission, templates, frame) })
        }
      }
      var pages = Array(repeating: [(path: String, bytes: [UInt8])](), count: parts)
      for await (part, written) in group { pages[part] = written }
      return pages.flatMap(\.self)
    }
    return [
      (LeaderboardPaths.index, templates.bytes(of: .index, IndexPage(board, frame)))
    ] + pages
  }

  private func page(
    _ standing: Standing, _ submission: BoardSubmission, _ templates: PageTemplates,
    _ frame: PageFrame
  ) -> (path: String, bytes: [UInt8]) {
    (
      LeaderboardPaths.page(of: submission.place),
      templates.bytes(
        of: .submission, SubmissionPage(standing, submission, on: board, frame))
    )
  }
}
