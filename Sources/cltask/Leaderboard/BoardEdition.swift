import Attestation
import Reporting
import Scoring
import SharedTasks

/// A board as it is about to be published, beside what was published before.
struct BoardEdition {
  let board: Leaderboard
  /// What becomes of each submission.
  let changes: [LeaderboardChange]
  /// Submissions that were scored for it, and not taken from before.
  private let scored: Int
  private let files: [(path: String, bytes: [UInt8])]
  private let isNew: Bool

  init(_ session: LeaderboardSession, signedWith key: SigningKey?) async throws {
    let published = try PublishedBoard(session.task.definition.id, in: session.workspace)
    try published.check(isOf: session.task.definition.id, split: session.scorer.split)
    if key == nil, published.isSigned {
      Failure.warn(
        "the receipts of \(published.folder) are signed, and those that take their place are not; sign them "
          + "with --sign")
    }
    let epochs = published.epochs(before: session.digests)
    (board, scored) = try await session.board(epochs: epochs.epochs)
    changes = LeaderboardChange.all(from: published.document, to: board.document)
    files =
      try await LeaderboardReport(board).files(threads: session.reading.threads)
      + session.receipts(of: board, signedWith: key)
      + epochs.files
    isNew = published.document == nil
  }

  func write(to workspace: Workspace) throws {
    try workspace.replace(
      Workspace.relativePath(ofLeaderboard: board.task), with: files)
  }

  /// One line for the terminal, and one for each submission that was refused.
  var summary: String {
    let refused = board.all.filter { $0.submission.score == nil }
    let count = board.submissions.count
    var text =
      Workspace.relativePath(ofLeaderboard: board.task)
      + ": \(count) \(count == 1 ? "submission" : "submissions"), \(board.standings.ranked) with a rank, "
      + "\(refused.count) refused; \(scored) scored now"
    if !isNew, board.document.epoch > 1 { text += "; epoch \(board.document.epoch)" }
    text += "\n"
    for (standing, submission) in refused {
      text += "  \(submission.place.team)/\(submission.place.run): \(standing.why)\n"
    }
    return text
  }
}
