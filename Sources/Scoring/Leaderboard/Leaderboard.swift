package import SharedTasks

/// A task's leaderboard: who stands where and why, and what is known of every submission.
///
/// All numbers are as they are published (``Release``); nothing here tells of a single unit.
package struct Leaderboard: Sendable {
  package let task: String
  /// As the organizers wrote it: anybody's text.
  package let title: String
  package let kind: TaskDefinition.Kind
  package let split: String
  package let options: BoardOptions
  package let standings: Standings
  /// `leaderboard.json`.
  package let document: LeaderboardDocument
  /// By the position of ``Standing/position``: team by team, run by run.
  package let submissions: [BoardSubmission]
  /// What was published before and no longer holds, the oldest first.
  package let epochs: [LeaderboardDocument.Epoch]

  package init(
    task: SharedTask, split: String, options: BoardOptions, standings: Standings,
    document: LeaderboardDocument, submissions: [BoardSubmission],
    epochs: [LeaderboardDocument.Epoch]
  ) {
    self.task = task.definition.id
    title = task.definition.title
    kind = task.definition.kind
    self.split = split
    self.options = options
    self.standings = standings
    self.document = document
    self.submissions = submissions
    self.epochs = epochs
  }

  /// Every submission with its standing, as the board lists them: those with a value the best first,
  /// those without one, and the runs that another of their team stands for.
  package var all: [(standing: Standing, submission: BoardSubmission)] {
    (standings.standings + standings.passedOver).map { ($0, submissions[$0.position]) }
  }
}

/// A submission on a board.
package struct BoardSubmission: Sendable {
  package enum Outcome: Sendable {
    case scored(Release<BoardScore>)
    /// The submission is refused; why, in words that may be published.
    case refused(String)
  }

  package let place: SubmissionPlace
  /// Nil where nobody says when.
  package let submitted: SubmissionTime?
  /// SHA-256 of its very bytes, inflated where they are gzip; nil for a file that cannot be read to its
  /// end.
  package let digest: String?
  package let outcome: Outcome

  package init(
    place: SubmissionPlace, submitted: SubmissionTime?, digest: String?, outcome: Outcome
  ) {
    self.place = place
    self.submitted = submitted
    self.digest = digest
    self.outcome = outcome
  }

  package var score: BoardScore? {
    if case .scored(let score) = outcome { score.answer } else { nil }
  }
}
