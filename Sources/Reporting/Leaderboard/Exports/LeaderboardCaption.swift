internal import Inference
internal import Measures
internal import Scoring
internal import SharedTasks

/// What a table of a board says of itself: of what, how ranks are decided, and what it takes to make it
/// again.
struct LeaderboardCaption {
  let board: Leaderboard

  init(_ board: Leaderboard) { self.board = board }

  private var rules: StandingsRules { board.standings.rules }

  /// What is ranked, and by which rules.
  var sentences: [String] {
    [title] + [ties, team, bounds, baselines, ranks].compactMap(\.self)
  }

  /// What the numbers depend on.
  var origin: String {
    var parts = ["split \(board.split.printable)"]
    if let gold = board.shortGold { parts.append("gold \(gold)") }
    parts += ["epoch \(board.document.epoch)", "cltask \(board.document.cltask)"]
    return "Task \(board.task.printable), \(parts.joined(separator: ", "))."
  }

  /// Those of the given submissions, each once. They differ where intervals were made differently.
  func signatures(of standings: [Standing]) -> [String] {
    var signatures: [String] = []
    for case let signature? in standings.map(\.submission.signature)
    where !signatures.contains(signature) {
      signatures.append(signature)
    }
    return signatures
  }

  private var title: String {
    let ranked = board.standings.ranked
    return
      "\(board.title.printable): \(ranked) ranked \(ranked == 1 ? "submission" : "submissions") "
      + "by \(rules.primary), \(rules.primary.definition.direction.rawValue)."
  }

  private var ties: String {
    let decimals = "\(rules.policy.decimals) \(rules.policy.decimals == 1 ? "decimal" : "decimals")"
    let equal = "Values are compared with the \(decimals) that are published; "
    switch rules.ties {
    case .shared: return equal + "equal ones share a rank."
    case .earliest: return equal + "of equal ones that which was submitted earlier is ahead."
    case .measure(let measure):
      return equal
        + "of equal ones \(measure) decides, \(measure.definition.direction.rawValue)."
    case .significance:
      let test = board.standings.method?.test.map {
        " (\($0.rawValue)\(correction), \(Number.percent(level)) level)"
      }
      return equal + "submissions that no test\(test ?? "") tells from the best among them share a "
        + "rank."
    }
  }

  /// Of tests.
  private var level: Double { 1 - (board.standings.method?.confidence ?? board.options.confidence) }

  private var correction: String {
    board.standings.method?.correction.map { ", corrected by \($0.rawValue)" } ?? ""
  }

  private var team: String? {
    switch rules.perTeam {
    case .all: nil
    case .best: "Of each team the best run counts."
    case .last: "Of each team the last run counts."
    }
  }

  private var bounds: String? {
    guard !rules.bounds.isEmpty else { return nil }
    let all = rules.bounds.map(\.description).joined(separator: " and ")
    return "Submissions that do not keep \(all) are ranked below those that do."
  }

  private var baselines: String? {
    board.standings.standings.contains(where: \.isBaseline)
      ? "The organizers' baselines take no rank." : nil
  }

  private var ranks: String? {
    guard let method = board.standings.method else { return nil }
    return "Ranges of ranks are those on \(Number.percent(method.confidence)) of "
      + "\(method.replicates) resamples (seed \(method.seed))."
  }
}

extension Leaderboard {
  /// The first digits of the gold's digest; nil where it is not known.
  var shortGold: String? {
    guard let gold = document.digests["gold"] else { return nil }
    let digits = gold.split(separator: ":").last.map { String($0.prefix(8)) } ?? ""
    return digits.isEmpty ? nil : digits.printable
  }
}
