package import Inference
package import Measures
internal import SharedTasks

/// What keeps a submission from being audited.
package enum AuditError: StoppingError {
  /// Topics belong to nobody.
  case notOfRankings(task: String)
  case needs(AuditOutcome, MeasureNeed)
  case notProbabilities
  case noClock
  case tooLarge(AuditOutcome)
  case noAttributes(task: String)
  case search(SubgroupProblem)

  package var exitCode: Int32 {
    switch self {
    case .notOfRankings, .needs, .noClock, .search: 64
    case .notProbabilities, .tooLarge, .noAttributes: 65
    }
  }

  package var description: String {
    switch self {
    case .notOfRankings(let task):
      "task \(task) is a ranking: its units are topics, which belong to no group; audit items or "
        + "people"
    case .needs(let outcome, let need):
      "--outcome \(outcome.rawValue) needs \(need.rawValue), which the submission does not have; it "
        + "can be audited for " + Self.outcomes(without: need)
    case .notProbabilities:
      "--outcome calibration needs scores between 0 and 1; `--outcome rank` goes by their order alone"
    case .noClock:
      "--outcome time needs a reviewer's clock, which submissions of this kind do not have; "
        + "`--outcome rank` goes by places"
    case .tooLarge(let outcome):
      "--outcome \(outcome.rawValue): the numbers are too large to be added up"
    case .noAttributes(let task):
      "groups.tsv of task \(task) has no attribute to audit"
    case .search(.tooManyAttributes(let count)):
      "\(count) attributes can be combined in too many ways; use a smaller --depth, or choose some "
        + "with --attribute"
    case .search(.tooManyMemberships):
      "there are too many memberships in subgroups to keep; use a smaller --depth, or choose some "
        + "attributes with --attribute"
    case .search(.tooManySubgroups):
      "there are too many subgroups to report; use a larger --minimum or a smaller --depth"
    }
  }

  /// The outcomes of submissions that do not have this.
  private static func outcomes(without need: MeasureNeed) -> String {
    let rest =
      need == .labels
      ? AuditOutcome.allCases.filter { $0.kind != .rate }
      : AuditOutcome.allCases.filter { $0.kind == .rate }
    return rest.map(\.rawValue).joined(separator: ", ")
  }
}
