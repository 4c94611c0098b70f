import Measures
import Scoring
import SharedTasks
import Testing

/// Tasks with submissions, in a folder that is gone after they were scored.
enum ScorecardExample {
  struct Case: Sendable {
    let definition: String
    let gold: String
    /// In the order of their names `0.tsv`, `1.tsv` …
    let submissions: [String]
  }

  /// Twenty items; the first submission is the better one.
  static func labels(submissions: Int) -> Case {
    let items = 0..<20
    let gold = items.map { "i\($0)\t\($0 % 3 == 0 ? "yes" : "no")\n" }
    let tables = (0..<submissions).map { submission in
      "# team: t\(submission)\n# run: r_1\nitem\tscore\n"
        + items.map { item in
          let score = Double((item * 7 + item % 3 * (9 + submission)) % 20) / 20
          return "i\(item)\t\(1 - score)\n"
        }.joined()
    }
    return Case(
      definition: """
        kind: assessment
        labels: [no, yes]
        positive: [yes]
        measures: [AUC, "nDCG@5", Brier]
        primary: AUC
        """, gold: "item\tlabel\n" + gold.joined(), submissions: tables)
  }

  /// Four items that go through two stages.
  static func triage(submissions: Int) -> Case {
    Case(
      definition: """
        kind: triage
        labels: [none, monitor, urgent]
        positive: [urgent]
        stages:
          - {name: screen, cost: 1, capacity: 2, tier: monitor}
          - {name: interview, cost: 45, capacity: 1, tier: urgent}
        measures: [NetSensitivity, TotalCost]
        primary: NetSensitivity
        """, gold: "item\tlabel\na\turgent\nb\tnone\nc\tmonitor\nd\turgent\n",
      submissions: (0..<submissions).map {
        "# team: t\($0)\nitem\tstage\tscore\tpass\n" + "a\tscreen\t0.9\t1\nb\tscreen\t0.2\t0\n"
          + "c\tscreen\t0.9\t1\nd\tscreen\t0.1\t0\na\tinterview\t0.5\t1\nc\tinterview\t0.5\t0\n"
      })
  }

  /// Three topics.
  static func lists(submissions: Int) -> Case {
    let topics = ["t1", "t2", "t3"]
    return Case(
      definition: "kind: ranking\nmeasures: [AP, loss_er@1]\nprimary: AP",
      gold: "topic\titem\tgrade\n" + topics.map { "\($0)\ta\t1\n\($0)\tb\t0\n" }.joined(),
      submissions: (0..<submissions).map { submission in
        "topic\titem\tscore\n"
          + topics.enumerated().map { place, topic in
            "\(topic)\ta\t\((place + submission) % 2)\n\(topic)\tb\t0.5\n"
          }.joined()
      })
  }

  /// Scored with what `measures` names, or else the measures of the task.
  static func entries(
    _ example: Case, id: String = "example", measures: [String]? = nil,
    capacities: String? = nil, hasIntervals: Bool = true
  ) async throws -> [ComparisonEntry] {
    let workspace = try ExampleWorkspace(
      id: id, definition: example.definition, gold: example.gold)
    var options = IntervalOptions()
    options.replicates = 300
    let scorer = try await Scorer(
      workspace.task, split: "test", gold: workspace.gold,
      measures: try measures?.map { try Measure($0) },
      capacities: capacities.map { try CapacityRange(parsing: $0) },
      intervals: hasIntervals ? options : nil)
    return try await workspace.entries(example.submissions, scorer)
  }

  static func cards(
    _ example: Case, id: String = "example", measures: [String]? = nil,
    capacities: String? = nil, hasIntervals: Bool = true
  ) async throws -> [(file: String, card: Scorecard)] {
    try await entries(
      example, id: id, measures: measures, capacities: capacities, hasIntervals: hasIntervals
    ).map { ($0.file, $0.card) }
  }
}
