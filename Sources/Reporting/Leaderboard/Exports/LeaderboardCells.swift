internal import Measures
internal import Scoring
internal import SharedTasks

/// What the tables of a board hold of each submission.
struct LeaderboardCells {
  let board: Leaderboard
  /// The primary one first, then those that ranks depend on, then the rest as the task has them.
  let measures: [Measure]
  /// Bounds on gaps. What bounds on measures are on are columns already.
  private let gaps: [(place: Int, bound: StandingsRules.Bound)]
  private let numbers: PublishedDecimals

  init(_ board: Leaderboard) {
    self.board = board
    let rules = board.standings.rules
    numbers = PublishedDecimals(decimals: rules.policy.decimals)
    var measures = rules.measures
    for standing in board.all.map(\.standing) {
      for measure in standing.readings?.answer.measures ?? [] where !measures.contains(measure) {
        measures.append(measure)
      }
    }
    self.measures = measures
    gaps = rules.bounds.enumerated().compactMap { place, bound in
      if case .gap = bound.quantity { (place, bound) } else { nil }
    }
  }

  var primary: Measure { board.standings.rules.primary }
  var hasBounds: Bool { !board.standings.rules.bounds.isEmpty }
  var hasRanks: Bool { board.all.contains { $0.standing.ranks != nil } }

  /// How sure the intervals of values are; nil where there are none.
  var confidence: Double? {
    for (standing, _) in board.all {
      for value in standing.readings?.answer.values ?? [] {
        if let interval = value.interval { return interval.confidence }
      }
    }
    return nil
  }

  /// The names of the bounded gaps, each once: a gap may have a bound on either side.
  var gapNames: [String] {
    var names: [String] = []
    for (_, bound) in gaps where !names.contains(bound.subject) { names.append(bound.subject) }
    return names
  }

  /// The value of a measure; nil where there is none, for whatever reason.
  func value(_ measure: Measure, _ standing: Standing) -> String? {
    standing.readings?.answer.value(of: measure)?.value.map { numbers.text($0, of: measure) }
  }

  /// Both ends.
  func interval(_ measure: Measure, _ standing: Standing) -> (low: String, high: String)? {
    standing.readings?.answer.value(of: measure)?.interval.map {
      (numbers.text($0.low), numbers.text($0.high))
    }
  }

  /// The value of a bounded gap.
  func gap(_ name: String, _ standing: Standing) -> String? {
    guard let readings = standing.readings?.answer,
      let place = gaps.first(where: { $0.bound.subject == name })?.place,
      readings.bounded.indices.contains(place)
    else { return nil }
    return readings.bounded[place].number.map(numbers.text)
  }

  /// Why it stands where it does, and why there is no value where one is missing.
  func why(_ standing: Standing) -> String {
    var sentences = [standing.why]
    if let readings = standing.readings?.answer {
      for (measure, value) in zip(readings.measures, readings.values) where measure != primary {
        guard let reason = value.undefined else { continue }
        sentences.append("\(measure) is undefined (\(reason)).")
      }
    }
    return PrintableText.escaped(sentences.joined(separator: " "), limit: 4000)
  }

  /// All of it, for programs: a row a submission in the order of the board, and after these the runs
  /// that another one stands for. A cell is empty where there is nothing; the reason is in `why`.
  var exact: Grid {
    var columns: [(String, Grid.Alignment)] = [
      ("rank", .right), ("rank low", .right), ("rank high", .right), ("team", .left),
      ("run", .left), ("baseline", .left),
    ]
    for measure in measures {
      columns += [measure.description, "\(measure) low", "\(measure) high"].map { ($0, .right) }
    }
    columns += gapNames.map { ($0, .right) }
    columns += ["keeps bounds", "submitted", "why", "submission digest", "signature"]
      .map { ($0, .left) }
    var grid = Grid(columns)
    for (standing, submission) in board.all {
      var cells = [
        standing.rank.map(String.init) ?? "", standing.ranks.map { "\($0.low)" } ?? "",
        standing.ranks.map { "\($0.high)" } ?? "", standing.submission.team.printable,
        standing.submission.run.printable, "\(standing.isBaseline)",
      ]
      for measure in measures {
        let interval = interval(measure, standing)
        cells += [value(measure, standing) ?? "", interval?.low ?? "", interval?.high ?? ""]
      }
      cells += gapNames.map { gap($0, standing) ?? "" }
      cells += [
        standing.keepsBounds.map { "\($0)" } ?? "",
        standing.submission.submitted?.description ?? "",
        why(standing), standing.submission.digests["submission"] ?? submission.digest ?? "",
        standing.submission.signature ?? "",
      ]
      grid.append(cells)
    }
    return grid
  }
}
