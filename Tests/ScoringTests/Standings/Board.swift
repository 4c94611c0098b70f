import Measures
import SharedTasks

@testable import Scoring

/// Boards that tests rank: AUC decides, Brier is there too.
enum Board {
  static func rules(
    _ primary: String = "AUC", ties: StandingsRules.Ties = .shared,
    perTeam: TaskDefinition.PerTeam = .all, bounds: [StandingsRules.Bound] = [], decimals: Int = 4
  ) throws -> StandingsRules {
    try StandingsRules(
      primary: Measure(primary), ties: ties, perTeam: perTeam, bounds: bounds,
      policy: PublicationPolicy(decimals: decimals))
  }

  /// `gap(FNR,race) <= 0.1`.
  static func bound(_ bound: Double = 0.1) throws -> StandingsRules.Bound {
    StandingsRules.Bound(.gap(try Measure("FNR"), attributes: ["race"]), .atMost, bound)
  }

  /// A submission; nil for an undefined AUC.
  static func run(
    _ team: String, _ run: String, _ area: Double?, brier: Double? = nil,
    at time: String? = nil, gap: Double? = nil, digest: String? = nil
  ) throws -> StandingsSubmission {
    let oneClass = MeasureValue.undefined(.oneClass(positives: 3, negatives: 0))
    let readings = StandingReadings(
      [try Measure("AUC"), try Measure("Brier")],
      [area, brier].map { ValueDocument($0.map(MeasureValue.number) ?? oneClass) },
      bounded: [ComparedValue(gap, or: "1 of 2 groups can be compared")])
    return StandingsSubmission(
      team: team, run: run, submitted: time.flatMap(SubmissionTime.init(parsing:)),
      outcome: .scored(readings), digests: digest.map { ["submission": $0] } ?? [:])
  }

  /// The only run of a team.
  static func run(
    _ team: String, _ area: Double?, brier: Double? = nil, at time: String? = nil,
    gap: Double? = nil
  ) throws -> StandingsSubmission {
    try run(team, "one", area, brier: brier, at: time, gap: gap)
  }

  static func invalid(_ team: String, _ run: String = "one") -> StandingsSubmission {
    StandingsSubmission(team: team, run: run, outcome: .invalid("3 missing-item"))
  }
}

extension Standings {
  init(_ submissions: [StandingsSubmission], _ rules: StandingsRules) {
    self.init(StandingsField(submissions, under: rules))
  }

  /// `1 b/one`, in the order of the board.
  var lines: [String] { standings.map(\.line) }

  func why(_ team: String) -> String {
    standings.first { $0.submission.team == team }?.why ?? ""
  }

  func rank(_ team: String) -> Int? {
    standings.first { $0.submission.team == team }?.rank
  }
}

extension Standing {
  var line: String { "\(rank.map { "\($0)" } ?? "–") \(submission.team)/\(submission.run)" }
}
