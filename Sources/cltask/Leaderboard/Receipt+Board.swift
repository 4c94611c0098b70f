import Attestation
import Scoring
import SharedTasks

extension Receipt {
  /// The receipt of a submission as its board publishes it; nil where it was refused.
  init?(of submission: BoardSubmission, by scorer: BoardScorer) throws {
    guard let score = submission.score else { return nil }
    try self.init(
      of: score.scorecard, name: "\(submission.place.team)/\(submission.place.run)",
      options: scorer.options.named, precision: .decimals(scorer.rules.policy.decimals))
  }
}
