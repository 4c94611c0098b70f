import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scoring a triage")
struct TriageScorerTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold("item\tlabel\na\turgent\nb\turgent\nc\tmonitor\nd\tnone\ne\tnone\n")
  }

  static let definition = """
    kind: triage
    labels: [none, monitor, urgent]
    positive: [urgent]
    stages:
      - {name: screen, cost: 1, capacity: 3, tier: monitor}
      - {name: interview, cost: 10, capacity: 2, tier: urgent}
    measures: [NetSensitivity, PPV, TotalCost, "Se(screen)", "FPR(interview)", QWK]
    primary: NetSensitivity
    """

  static let header = "item\tstage\tscore\tpass\n"
  static let run =
    header + "a\tscreen\t0.9\t1\nb\tscreen\t0.5\t0\nc\tscreen\t0.8\t1\nd\tscreen\t0.7\t1\n"
    + "e\tscreen\t0.1\t0\na\tinterview\t0.9\t1\nc\tinterview\t0.9\t1\nd\tinterview\t0.1\t0\n"

  @Test("gives every measure, the stages, the flow and the matrix")
  func scores() async throws {
    let card = try #require(
      try await workspace.score(Self.run, of: workspace.task(Self.definition)).scorecard)
    #expect(card.numbers["NetSensitivity"] == 0.5)
    #expect(card.numbers["PPV"] == 0.5)
    #expect(card.numbers["TotalCost"] == 35)
    #expect(card.numbers["Se(screen)"] == 0.5)
    #expect(card.numbers["FPR(interview)"] == 0.5)
    let table = try #require(card.triage)
    #expect(table.stages.map(\.reached) == [5, 3])
    #expect(table.stages.map(\.passed) == [3, 2])
    #expect(table.stages.map(\.cases) == [2, 1])
    #expect(table.stages.map(\.missed) == [1, 0])
    #expect(table.stages.map(\.cost) == [5, 30])
    #expect(table.missed == 1)
    // b gets nothing and needs all; c gets more, d gets monitor and needs nothing.
    #expect(card.confusion?.counts == [[1, 1, 0], [0, 0, 1], [1, 0, 1]])
    #expect(table.care.map(\.under.number) == [0.2, 0.5])
    #expect(table.care.map(\.over.number) == [0.4, 0.5])
    #expect(card.sweep == nil)
  }

  @Test("with `missing: worst` counts whoever has no row as the worst")
  func worst() async throws {
    let task = try workspace.task(Self.definition + "\nmissing: worst")
    let rows = Self.run.split(separator: "\n").filter { !$0.hasPrefix("e") && !$0.hasPrefix("b") }
    let card = try #require(
      try await workspace.score(rows.joined(separator: "\n") + "\n", of: task).scorecard)
    #expect(card.numbers["NetSensitivity"] == 0.5)
    #expect(card.numbers["PPV"]?.isNear(1.0 / 3) == true)
    #expect(card.numbers["TotalCost"] == 55)
    #expect(card.triage?.casesLeftOut == 1)
    #expect(card.triage?.missed == 1)
    #expect(card.notes == ["2 of 5 items left out; one left out counts as the worst answer"])
  }

  @Test("tries other capacities, by score, with what ties leave open")
  func sweeps() async throws {
    let task = try workspace.task(Self.definition)
    func sweep(_ range: String) async throws -> SweepTable {
      let scorer = try Scorer(
        task, split: "test", gold: try await Gold(of: task, split: "test"),
        capacities: CapacityRange(range))
      let file = try workspace.write(Self.run, to: "run.tsv")
      let result = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
      return try #require(result.scorecard?.sweep)
    }
    let last = try await sweep("0..4")
    #expect(last.stage == "interview")
    #expect(last.rows.map(\.sensitivity.value.number) == [0, 0.25, 0.5, 0.5, nil])
    #expect(last.rows.map(\.predictiveValue.value.number) == [nil, 0.5, 0.5, 1.0 / 3, nil])
    #expect(last.rows[1].sensitivity.low == 0 && last.rows[1].sensitivity.high == 0.5)
    #expect(last.rows[4].cost.value.reason == .notScored(stage: "interview"))
    let first = try await sweep("screen=1,3,4,5")
    #expect(first.rows.map(\.cost.value.number) == [15, 35, nil, nil])
    #expect(first.rows[2].missed.value.reason == .notScored(stage: "interview"))
  }

  @Test("follows the task's rule for ties where it breaks them", arguments: ["file", "trec"])
  func ties(rule: String) async throws {
    let task = try workspace.task(Self.definition + "\nties: \(rule)")
    let scorer = try Scorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      capacities: CapacityRange("1"))
    let file = try workspace.write(Self.run, to: "run.tsv")
    let result = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
    // The file has a before c, trec_eval takes the id that is higher by its bytes.
    #expect(
      result.scorecard?.sweep?.rows[0].sensitivity.value.number == (rule == "file" ? 0.5 : 0))
  }

  @Test("is published as JSON that reads back to the same", arguments: [Self.run, Self.tied])
  func publishes(run: String) async throws {
    let task = try workspace.task(Self.definition)
    let scorer = try Scorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      capacities: CapacityRange("0..4"))
    let file = try workspace.write(run, to: "run.tsv")
    let result = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
    let document = ScorecardDocument(try #require(result.scorecard), perUnit: false)
    let data = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(ScorecardDocument.self, from: data) == document)
    let text = String(decoding: data, as: UTF8.self)
    for member in ["triage", "sweep", "level_of_care", "false_positive_rate", "net_sensitivity"] {
      #expect(text.contains("\"\(member)\""))
    }
  }

  static let tied =
    header + ["a", "b", "c"].map { "\($0)\tscreen\t1\t1\n\($0)\tinterview\t1\t0\n" }.joined()
    + "d\tscreen\t0\t0\ne\tscreen\t0\t0\n"

  @Test("refuses measures and sweeps that a task cannot have")
  func refuses() async throws {
    let task = try workspace.task(Self.definition)
    for name in ["AUC", "nDCG@10", "Se(review)", "Se", "UnderTriage(severe)"] {
      await #expect(throws: MeasureNameError.self, "\(name)") {
        try Scorer(
          task, split: "test", gold: try await Gold(of: task, split: "test"),
          measures: [Measure(name)])
      }
    }
    await #expect(throws: ScoringError.self) {
      try Scorer(
        task, split: "test", gold: try await Gold(of: task, split: "test"),
        capacities: CapacityRange("review=1..2"))
    }
    let other = try workspace.task(
      "kind: assessment\nlabels: [none, monitor, urgent]\nmeasures: [QWK]\nprimary: QWK")
    await #expect(throws: ScoringError.self) {
      try Scorer(
        other, split: "test", gold: try await Gold(of: other, split: "test"),
        capacities: CapacityRange("1..2"))
    }
    #expect(throws: MeasureNameError.self) { try other.definition.check(Measure("NetSensitivity")) }
    let labelled = try workspace.task(
      "kind: assessment\nlabels: [none, monitor, urgent]\nmeasures: [PPV]\nprimary: PPV")
    #expect(!labelled.primary.isOfTriage)
    #expect(throws: SharedTasksError.self) {
      try workspace.task(Self.definition.replacingOccurrences(of: "Se(screen)", with: "Se(scren)"))
    }
  }

  @Test("validates by items.tsv alone")
  func validates() async throws {
    try workspace.items("item\na\nb\nc\nd\ne\n")
    try workspace.remove("tasks/example/test/gold.tsv")
    let task = try workspace.task(Self.definition)
    let validator = try await Validator(task, split: "test")
    let sound = try workspace.write(Self.run, to: "run.tsv")
    #expect(try await validator.validate(InputFile(sound), options: ReadingOptions()).isEmpty)
    let file = try workspace.write(Self.header + "f\tscreen\tx\t2\n", to: "bad.tsv")
    #expect(
      try await validator.validate(InputFile(file), options: ReadingOptions()).places
        .prefix(3) == ["2:1 unknown-item", "2:10 bad-number", "2:12 bad-decision"])
  }

  @Test("has baselines that are sound, and an oracle that nothing exceeds")
  func baselines() async throws {
    let task = try workspace.task(Self.definition)
    let gold = try await Gold(of: task, split: "test")
    let files = try Baselines(task, split: "test", gold: gold, team: "Base", seed: 1).submissions()
    #expect(files.map(\.path.description).count == 3)
    for (path, bytes) in files {
      let result = try await workspace.score(String(decoding: bytes, as: UTF8.self), of: task)
      let card = try #require(result.scorecard, "\(path): \(result.diagnostics)")
      guard path.hasSuffix("oracle.tsv") else { continue }
      #expect(card.numbers["NetSensitivity"] == 1 && card.numbers["PPV"] == 1)
      #expect(card.numbers["QWK"] == 1)
    }
    // Without room for all, those who need most.
    let narrow = try workspace.task(
      Self.definition.replacingOccurrences(of: "capacity: 3", with: "capacity: 1"))
    let tables = try Baselines(
      narrow, split: "test", gold: gold, team: "Base", seed: 1
    ).submissions()
    for (path, bytes) in tables {
      let result = try await workspace.score(String(decoding: bytes, as: UTF8.self), of: narrow)
      #expect(result.scorecard?.triage?.stages[0].passed == 1, "\(path): \(result.diagnostics)")
    }
  }
}

@Suite("A range of capacities")
struct CapacityRangeTests {
  @Test(
    "is read as it is written",
    arguments: [
      ("20..23", nil, [20, 21, 22, 23]), ("0..10:5", nil, [0, 5, 10]), ("7", nil, [7]),
      ("50,20,50", nil, [20, 50]), ("review=1..2", "review", [1, 2]), ("5..5:9", nil, [5]),
      ("a=b=3", "a=b", [3]), ("1..6:4", nil, [1, 5]),
    ] as [(String, String?, [Int])])
  func reads(text: String, stage: String?, capacities: [Int]) {
    let range = CapacityRange(text)
    #expect(range?.capacities == capacities)
    #expect(range?.stage == stage)
  }

  @Test(
    "is refused where it is none, or longer than anybody reads",
    arguments: [
      "", "..", "1..", "..2", "3..1", "1..9:0", "1..9:-1", "-1..2", "1,,2", "1,", "x", "=1", "s=",
      "1.5", "1..2:1:1", "1..20000", "99999999999999999999", "1..99999999999999999999",
      "0..1000000001", "+1", "１", "1 ..2", "1..2,3",
    ])
  func refuses(text: String) {
    #expect(CapacityRange(text) == nil)
  }

  @Test(
    "is refused with the rule that it breaks",
    arguments: [
      ("3..1", "ends before it begins"), ("1..5:0", "has a step of 0"),
      ("1e3", "holds `1e3`, which is not a whole number in digits"),
      ("0..1000000:100", "names 10001 capacities, and 10000 are the most"),
      ("0..999999999999", "holds a number above 1000000000, the largest capacity"),
      ("1,,2", "lacks a number"), ("=1", "names no stage before the `=`"),
      ("1..2:1:1", "has more than one step"),
    ])
  func reasons(text: String, reason: String) {
    let problem = #expect(throws: CapacityRange.Problem.self) { try CapacityRange(parsing: text) }
    #expect(problem?.description == reason)
  }
}
