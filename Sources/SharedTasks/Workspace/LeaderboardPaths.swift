/// Where the files of a board are, relative to `leaderboard/<task>/`.
package enum LeaderboardPaths {
  package static let index = "index.html"
  package static let document = "leaderboard.json"

  /// The page of a submission.
  package static func page(of place: SubmissionPlace) -> String {
    "submissions/\(place.team)/\(place.run).html"
  }

  /// The receipt of a submission's score.
  package static func receipt(of place: SubmissionPlace) -> String {
    "receipts/\(place.team)/\(place.run).json"
  }

  /// What was published before: its leaderboard.json and receipts.
  package static func epoch(_ number: Int) -> String { "epochs/\(number)" }
}

extension Workspace {
  /// The folder of a task's board, relative to the workspace.
  package static func relativePath(ofLeaderboard task: String) -> String { "leaderboard/\(task)" }

  package func path(ofLeaderboard task: String) -> String {
    path(Self.relativePath(ofLeaderboard: task))
  }
}
