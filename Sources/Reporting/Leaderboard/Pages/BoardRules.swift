internal import Measures
internal import Scoring
internal import SharedTasks

/// How a board ranks, in words.
struct BoardRules {
  private let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  private var rules: StandingsRules { board.standings.rules }

  var text: String {
    [primary, ties, runs, bounds, rest].compactMap(\.self).joined(separator: " ")
  }

  private var primary: String {
    let decimals = rules.policy.decimals
    return
      "Ranked by \(rules.primary) (\(rules.primary.definition.direction.rawValue)) as published, "
      + "to \(decimals) \(decimals == 1 ? "decimal" : "decimals")."
  }

  private var ties: String {
    switch rules.ties {
    case .shared: "Equal values share their rank, and the next one counts all of them: 1, 2, 2, 4."
    case .earliest:
      "Of equal values the one submitted earlier is ahead; what was submitted at the same time shares "
        + "its rank."
    case .measure(let measure):
      "Between equal values \(measure) decides (\(measure.definition.direction.rawValue)); what is equal "
        + "in both shares its rank."
    case .significance:
      "Submissions that no test tells from the best among them share its rank, and the next one counts "
        + "all of them."
    }
  }

  private var runs: String {
    switch rules.perTeam {
    case .best: "Of each team the best run is ranked."
    case .last: "Of each team the last run is ranked."
    case .all: "All runs of a team are ranked."
    }
  }

  private var bounds: String? {
    guard !rules.bounds.isEmpty else { return nil }
    let words = rules.bounds.map { "\($0)".replacing("<=", with: "≤").replacing(">=", with: "≥") }
    return "Submissions that do not keep \(words.joined(separator: ", ")) stand below all that do."
  }

  private var rest: String {
    "Baselines are shown where their value puts them and take no rank. What has no value is last, with "
      + "the reason."
  }

  /// How intervals of ranks and tests came about; nil where there are none.
  var evidence: String? {
    guard let method = board.document.method else { return nil }
    let tests =
      method.test.map {
        " Pairs are tested by \($0) with the correction \(method.correction ?? "none"); submissions that "
          + "share a letter are not told apart."
      } ?? ""
    return
      "Rank intervals (\(Number.percent(method.confidence))) are the ranks on \(method.replicates) "
      + "resamples of the units, drawn for all submissions together (seed \(method.seed)).\(tests)"
  }
}
