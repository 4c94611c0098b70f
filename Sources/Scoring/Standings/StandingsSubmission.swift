package import Measures
package import SharedTasks

/// One submission as it comes to the board: who sent it, when, and what it scores.
package struct StandingsSubmission: Sendable {
  package enum Outcome: Sendable {
    case scored(StandingReadings)
    /// The submission is refused; why, in words that may be published.
    case invalid(String)
  }

  /// Who sent it, by where the file is kept. Not what the file says of itself: else anybody could
  /// send a worse run in the name of another team.
  package let team: String
  package let run: String
  /// Nil where nobody says when.
  package let submitted: SubmissionTime?
  package let outcome: Outcome
  /// SHA-256 of what the score depends on, by what it is of.
  package let digests: [String: String]
  package let signature: String?

  package init(
    team: String, run: String, submitted: SubmissionTime? = nil, outcome: Outcome,
    digests: [String: String] = [:], signature: String? = nil
  ) {
    self.team = team
    self.run = run
    self.submitted = submitted
    self.outcome = outcome
    self.digests = digests
    self.signature = signature
  }

  /// A submission as it comes to a board.
  package init(_ submission: BoardSubmission, measures: [Measure], under rules: StandingsRules) {
    let outcome: Outcome =
      switch submission.outcome {
      case .refused(let reason): .invalid(reason)
      case .scored(let score):
        .scored(StandingReadings(score.answer.scorecard, measures: measures, under: rules))
      }
    self.init(
      team: submission.place.team, run: submission.place.run, submitted: submission.submitted,
      outcome: outcome,
      digests: submission.score?.scorecard.digests
        ?? submission.digest.map { ["submission": $0] } ?? [:],
      signature: submission.score?.scorecard.signature)
  }

  /// Whether it is one of the organizers' baselines, which are shown and take no rank.
  package var isBaseline: Bool { team.utf8.elementsEqual(StandingsRules.baselineTeam.utf8) }

  /// Something to tell submissions apart by where nothing else does, of their bytes alone.
  var name: SubmissionName {
    SubmissionName(
      team: Array(team.utf8), run: Array(run.utf8),
      digest: Array((digests["submission"] ?? "").utf8))
  }
}

/// Who and what, compared byte by byte: letters that look alike are different names.
struct SubmissionName: Hashable, Comparable {
  let team: [UInt8]
  let run: [UInt8]
  let digest: [UInt8]

  static func < (a: SubmissionName, b: SubmissionName) -> Bool {
    for (own, other) in [(a.team, b.team), (a.run, b.run), (a.digest, b.digest)] where own != other
    {
      return own.lexicographicallyPrecedes(other)
    }
    return false
  }
}

extension DiagnosticList {
  /// `3 missing-item, 1 bad-number`: the errors by code, the most frequent first.
  package var errorsByCode: String {
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics where diagnostic.severity == .error {
      counts[diagnostic.code.rawValue, default: 0] += 1
    }
    for (code, count) in omitted.values.joined() where code.severity == .error {
      counts[code.rawValue, default: 0] += count
    }
    let found = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    return found.isEmpty
      ? "it could not be scored" : found.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
