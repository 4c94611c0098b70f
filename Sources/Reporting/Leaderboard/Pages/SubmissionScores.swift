internal import Measures
internal import Scoring

/// The values of a submission, measure by measure.
struct SubmissionScores {
  private let standing: Standing
  private let submission: BoardSubmission
  private let rules: StandingsRules
  private let numbers: BoardNumbers

  init(_ standing: Standing, _ submission: BoardSubmission, _ board: Leaderboard) {
    self.standing = standing
    self.submission = submission
    rules = board.standings.rules
    numbers = BoardNumbers(decimals: rules.policy.decimals)
  }

  var section: PageSection {
    var section = PageSection(id: "scores", title: "Scores")
    guard let card = submission.score?.scorecard else {
      section.paragraphs.append("There are none: the submission could not be scored.")
      return section
    }
    var grid = Grid([
      ("measure", .left), ("value", .right), ("interval", .right), ("", .left),
    ])
    let known = standing.readings?.answer.measures ?? []
    for measure in known {
      guard let value = card.measures[measure.description] else { continue }
      grid.append(row(measure.description, measure, value))
    }
    let names = Set(known.map(\.description))
    for (name, value) in card.measures.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      grid.append(row(name, nil, value))
    }
    let confidences = Set(card.measures.values.compactMap { $0.interval?.confidence })
    let intervals = confidences.sorted().map(Number.percent).joined(separator: ", ")
    section.add(
      grid,
      "Values of \(card.units) units" + (intervals.isEmpty ? "" : ", with \(intervals) intervals"))
    return section
  }

  private func row(_ name: String, _ measure: Measure?, _ value: ValueDocument) -> [String] {
    let interval = value.interval
    var remarks: [String] = []
    if measure == rules.primary { remarks.append("primary") }
    if let undefined = value.undefined {
      remarks.append("undefined: \(undefined.printable)")
    } else if let mark = measure?.definition.directionMark {
      remarks.append(mark)
    }
    if let interval { remarks.append(interval.method + (interval.approximate == true ? " ≈" : "")) }
    return [
      name.printable, value.value.map { numbers.text($0, of: measure) } ?? "–",
      numbers.interval(interval?.low, interval?.high, of: measure) ?? "–",
      remarks.joined(separator: ", "),
    ]
  }
}
