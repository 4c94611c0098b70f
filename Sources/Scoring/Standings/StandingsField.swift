internal import Measures

/// All submissions of a board, and which of them are ranked against each other.
///
/// Every submission is in exactly one of four places: it is ranked, it is a baseline and shown without
/// a rank, it is passed over for another run of its team, or it has no value. None is dropped.
package struct StandingsField: Sendable {
  let submissions: [StandingsSubmission]
  let rules: StandingsRules
  /// The numbers of each submission as they are published; nil for one that is invalid.
  let readings: [Release<StandingReadings>?]
  /// Nil for a submission without a value of the primary measure.
  let keys: [StandingKey?]
  /// Of a team's runs with a value, those that its own run stands for: position → position.
  let passedOver: [Int: Int]
  /// Runs with a value, by the position of the one that stands for them.
  let runs: [Int: Int]
  /// Positions of the submissions with a value that are shown, the best first; ties by name.
  let shown: [Int]
  /// Positions of the submissions without a value, by name.
  let withoutValue: [Int]

  package init(_ submissions: [StandingsSubmission], under rules: StandingsRules) {
    self.submissions = submissions
    self.rules = rules
    let readings = submissions.map { submission -> Release<StandingReadings>? in
      guard case .scored(let readings) = submission.outcome else { return nil }
      return Release(of: readings, under: rules.policy)
    }
    let keys = zip(submissions, readings).map { submission, readings in
      readings.flatMap {
        StandingKey($0.answer, submitted: submission.submitted, under: rules)
      }
    }
    self.readings = readings
    self.keys = keys
    let teams = TeamRuns(submissions, keys, rules.perTeam)
    passedOver = teams.passedOver
    runs = teams.runs
    let names = submissions.map(\.name)
    let keyed = submissions.indices.compactMap { position in keys[position].map { (position, $0) } }
    shown = keyed.filter { teams.passedOver[$0.0] == nil }
      .sorted { a, b in
        if a.1 != b.1 { return a.1 < b.1 }
        let (own, other) = (submissions[a.0].isBaseline, submissions[b.0].isBaseline)
        // A baseline stands below what is as good.
        return own == other ? names[a.0] < names[b.0] : other
      }.map(\.0)
    withoutValue = submissions.indices.filter { keys[$0] == nil }
      .sorted { names[$0] < names[$1] }
  }

  /// The positions of the submissions that are ranked against each other: those that keep the task's
  /// bounds, and below them those that do not. Each the best first.
  package var contests: [[Int]] {
    let ranked = shown.filter { !submissions[$0].isBaseline }
    let (kept, violated) = (ranked.filter { !violates($0) }, ranked.filter(violates))
    return [kept, violated]
  }

  func violates(_ position: Int) -> Bool { keys[position]?.violates ?? false }
}
