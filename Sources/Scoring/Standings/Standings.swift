internal import Measures

/// A leaderboard's standings: every submission of a task, its rank, and why it has it.
///
/// Ranks are those of a competition, 1-2-2-4: one more than the number of submissions that are
/// better. By which values, see ``StandingsRules``.
package struct Standings: Sendable {
  package let rules: StandingsRules
  /// The best first: submissions with a value, baselines among them where their values put them, and
  /// after all of these the submissions without a value.
  package let standings: [Standing]
  /// The runs that another run of their team stands for, by team and run.
  package let passedOver: [Standing]
  /// How rank intervals and tests were found; nil where there are none.
  package let method: StandingsEvidence.Method?

  /// How many submissions have a rank.
  package var ranked: Int { standings.count { $0.rank != nil } }
}

/// One submission on the board.
package struct Standing: Sendable {
  /// Its position among the submissions that came to the board.
  package let position: Int
  package let submission: StandingsSubmission
  /// Nil for baselines, for what has no value, and for runs that another stands for.
  package let rank: Int?
  /// The ranks that it has on resamples, widened where need be so that its own is among them: ties are
  /// broken, and clusters made, of the published values alone.
  package let ranks: RankRange?
  /// Two submissions that share a letter are not told apart by any test.
  package let letters: String?
  /// The numbers as they are published; nil for an invalid submission.
  package let readings: Release<StandingReadings>?
  /// Whether the task's bounds are kept; nil where there are none, or no value.
  package let keepsBounds: Bool?
  /// Nil for the best itself, for what has no rank, and without resamples.
  package let toLeader: LeaderDifference?
  /// Why it stands where it does, in sentences without any name that a team chose.
  package let why: String

  package var isBaseline: Bool { submission.isBaseline }
}
