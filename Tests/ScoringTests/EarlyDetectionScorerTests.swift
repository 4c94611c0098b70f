import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scores of early detection")
struct EarlyDetectionScorerTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  static let definition = """
    kind: early-detection
    labels: [control, risk]
    positive: [risk]
    measures: [ERDE@5, ERDE@50, P, R, F1, latencyTP, speed, Flatency, "P(after=4)@1", P@1]
    primary: Flatency
    """

  /// Twelve users, three of them at risk.
  static let gold =
    "user\tlabel\twritings\n"
    + (1...12).map { "u\($0)\t\($0 <= 3 ? "risk" : "control")\t\($0 * 20)\n" }.joined()

  static let header = "user\twritings\tdecision\tscore\n"

  /// Two found, after 3 and 9 writings, one missed, one alerted in error.
  static let submission =
    header + (1...12).map { "u\($0)\t1\t0\t0.\($0 + 10)\n" }.joined()
    + "u1\t3\t1\t0.9\nu2\t9\t1\t0.95\nu12\t4\t1\t0.93\nu1\t20\t1\t0.99\n"

  private func task(_ missing: String = "error") throws -> SharedTask {
    try workspace.gold(Self.gold)
    return try workspace.task(Self.definition + "\nmissing: \(missing)")
  }

  @Test("are those of the organizers' script where nobody is left out")
  func values() async throws {
    let result = try await workspace.score(Self.submission, of: task())
    let card = try #require(result.scorecard)
    let expected = [
      "ERDE@5": 0.19593472600500217, "ERDE@50": 0.10416666666666667, "P": 2.0 / 3, "R": 2.0 / 3,
      "F1": 2.0 / 3, "latencyTP": 6, "speed": 0.9805051390078738,
      "Flatency": 0.6536700926719159, "P(after=4)@1": 0, "P@1": 1,
    ]
    for (name, value) in expected {
      let number = try #require(card.numbers[name], "\(name)")
      #expect(number.isNear(value, within: 1e-12), "\(name) \(number)")
    }
    #expect(card.units == 12)
    #expect(card.confusion?.counts == [[8, 1], [1, 2]])
    #expect(card.notes == [])
    let units = try #require(card.perUnit)
    #expect(units.measures.map(\.description) == ["ERDE@5", "ERDE@50"])
    #expect(units.units.first == "u1" && units.units.count == 12)
    #expect(units.values[2].map(\.number) == [1, 1])
    #expect(units.values[11].map(\.number) == [0.25, 0.25])
  }

  @Test("ties are broken by user, descending, and by rows where the task says so")
  func ties() async throws {
    let tied = Self.header + (1...12).map { "u\($0)\t1\t0\t0.5\n" }.joined()
    let task = try task()
    #expect(try await workspace.values(tied, of: task)["P@1"] == 0)
    let byFile = try workspace.task(Self.definition + "\nties: file")
    #expect(try await workspace.values(tied, of: byFile)["P@1"] == 1)
    let expected = try workspace.task(Self.definition + "\nties: expected")
    #expect(try await workspace.values(tied, of: expected)["P@1"]?.isNear(0.25) == true)
  }

  @Test("somebody left out is refused, or counts as the wrong decision")
  func missing() async throws {
    let without = Self.submission.split(separator: "\n").filter { !$0.hasPrefix("u3\t") }
      .map { $0 + "\n" }.joined()
    let refused = try await workspace.score(without, of: task())
    #expect(refused.diagnostics.places == ["missing-item"])
    let card = try #require(try await workspace.score(without, of: task("worst")).scorecard)
    let whole = try await workspace.values(Self.submission, of: task("worst"))
    #expect(card.numbers["ERDE@5"] == whole["ERDE@5"])
    #expect(card.numbers["F1"] == whole["F1"])
    #expect(try #require(card.numbers["speed"]) < whole["speed"] ?? 0)
    #expect(
      card.notes == ["1 of 12 users left out; one left out counts as the wrong decision"])
    #expect(card.confusion?.leftOut == [0, 1])
  }

  @Test("the last row of any user left away never helps, by any measure")
  func leavingOut() async throws {
    let task = try task("worst")
    let whole = try await workspace.values(Self.submission, of: task)
    for user in 1...12 {
      let without = Self.submission.split(separator: "\n").filter { !$0.hasPrefix("u\(user)\t") }
        .map { $0 + "\n" }.joined()
      let values = try await workspace.values(without, of: task)
      for measure in task.measures {
        let name = measure.description
        guard let value = values[name], let with = whole[name] else { continue }
        #expect(
          measure.definition.direction == .higherIsBetter
            ? value <= with + 1e-12 : value >= with - 1e-12, "\(name) without u\(user)")
      }
    }
  }

  @Test("who has no row by then is noted, and left out of the ranking then")
  func silent() async throws {
    let late = Self.submission.replacing("u4\t1\t", with: "u4\t7\t")
    let card = try #require(try await workspace.score(late, of: task()).scorecard)
    #expect(
      card.notes == ["1 of 12 users without a row by then; with after=4 one counts as left out"])
  }

  @Test("without scores, measures of rankings say what they need")
  func noScores() async throws {
    let rows = (1...12).map { "u\($0)\t1\t0\n" }.joined()
    let result = try await workspace.score("user\twritings\tdecision\n" + rows, of: task())
    let card = try #require(result.scorecard)
    let reasons = zip(card.measures, card.values).filter { $0.1.number == nil }.map {
      "\($0): \($1.reason.map { "\($0)" } ?? "")"
    }
    #expect(
      reasons == [
        "P: there are no items that are predicted positive",
        "latencyTP: there are no people at risk who were alerted",
        "speed: there are no people at risk who were alerted",
        "P(after=4)@1: needs scores, which the submission does not have",
        "P@1: needs scores, which the submission does not have",
      ])
    #expect(card.numbers["Flatency"] == 0 && card.numbers["F1"] == 0)
  }

  @Test("eRisk's JSON scores as the table does")
  func json() async throws {
    let entries = (1...12).map { user in
      #"{"nick": "u\#(user)", "sequence": 0, "decision": 0, "score": 0.\#(user + 10)}"#
    }
    let later = [("u1", 3, "0.9"), ("u2", 9, "0.95"), ("u12", 4, "0.93"), ("u1", 20, "0.99")]
      .map { #"{"nick":"\#($0)","sequence":\#($1 - 1),"decision":1,"score":\#($2)}"# }
    let text = "[" + (entries + later).joined(separator: ",\n") + "]"
    #expect(
      try await workspace.values(text, of: task())
        == workspace.values(Self.submission, of: task()))
  }

  @Test(
    "one user, one class, nobody alerted: numbers or reasons, never a trap",
    arguments: ["risk", "control"], [0, 1])
  func oneUser(_ label: String, _ decision: Int) async throws {
    try workspace.gold("user\tlabel\twritings\na\t\(label)\t1\n")
    let task = try workspace.task(Self.definition)
    let card = try #require(
      try await workspace.score(Self.header + "a\t1\t\(decision)\t0\n", of: task).scorecard)
    for value in card.values {
      #expect(value.reason != nil || value.number?.isFinite == true)
    }
  }

  @Test("tasks whose labels decide nothing, and measures that need writings, are refused")
  func definitions() throws {
    for labels in ["labels: [a, b]\npositive: [a, b]", "labels: [a, b]\ngrades: {a: 0, b: 0}", ""] {
      #expect(throws: SharedTasksError.self, "\(labels)") {
        _ = try workspace.task(
          "kind: early-detection\n\(labels)\nmeasures: [ERDE@5]\nprimary: ERDE@5")
      }
    }
    for measure in ["ERDE@5", "speed", "\"P(after=5)@10\""] {
      for kind in ["assessment\nlabels: [a, b]\npositive: [b]", "ranking"] {
        #expect(throws: SharedTasksError.self, "\(measure)") {
          _ = try workspace.task("kind: \(kind)\nmeasures: [\(measure)]\nprimary: \(measure)")
        }
      }
    }
  }

  @Test("with more than two labels, decisions are of the positive ones against the others")
  func severalLabels() async throws {
    let labels = """
      kind: early-detection
      labels: [none, low, severe]
      positive: [low, severe]
      groupings: {any: [low, severe], urgent: [severe]}

      """
    for measure in ["F1(severe)", "F1(urgent)", "F1(macro)", "Accuracy", "MCC"] {
      #expect(throws: SharedTasksError.self, "\(measure)") {
        _ = try workspace.task(labels + "measures: [\(measure)]\nprimary: \(measure)")
      }
    }
    try workspace.gold("user\tlabel\twritings\na\tnone\t5\nb\tlow\t5\nc\tsevere\t5\n")
    let task = try workspace.task(
      labels + "measures: [F1, F1(any), nDCG, ERDE@5]\nprimary: F1")
    let values = try await workspace.values(
      Self.header + "a\t1\t0\t0\nb\t1\t1\t1\nc\t1\t1\t2\n", of: task)
    #expect(values["F1"] == 1 && values["F1(any)"] == 1 && values["nDCG"] == 1)
  }

  @Test("baselines are sound, and the oracle's values are the best there are")
  func baselines() async throws {
    let task = try task()
    let gold = try await Gold(of: task, split: "test")
    let baselines = Baselines(task, split: "test", gold: gold, team: "Baselines", seed: 1)
    var texts: [String: String] = [:]
    for (path, bytes) in try baselines.submissions() {
      let name = String(path.split(separator: "/").last?.dropLast(4) ?? "")
      texts[name] = String(decoding: bytes, as: UTF8.self)
      let result = try await workspace.score(texts[name] ?? "", of: task)
      #expect(result.diagnostics.isEmpty, "\(name): \(result.diagnostics)")
      #expect(result.scorecard?.run == name)
    }
    #expect(texts.keys.sorted() == ["everybody", "nobody", "oracle", "random"])
    let everybody = try await workspace.values(texts["everybody"] ?? "", of: task)
    #expect(everybody["R"] == 1 && everybody["speed"] == 1 && everybody["P"] == 0.25)
    let oracle = try await workspace.values(texts["oracle"] ?? "", of: task)
    for name in ["F1", "Flatency", "P@1", "P(after=4)@1"] { #expect(oracle[name] == 1) }
    let nobody = try await workspace.values(texts["nobody"] ?? "", of: task)
    #expect(nobody["ERDE@5"] == 0.25 && nobody["Flatency"] == 0)
    let random = (texts["random"] ?? "").split(separator: "\n")
    let alerts = random.count { $0.split(separator: "\t").dropFirst(2).first == "1" }
    #expect(alerts == 3)
  }

  @Test("submissions are checked without the gold")
  func validate() async throws {
    let task = try workspace.task(Self.definition)
    try workspace.items("user\na\nb\n")
    let validator = try await Validator(task, split: "test")
    let file = try workspace.write(Self.header + "a\t1\t2\t0\n", to: "run.tsv")
    let found = try await validator.validate(InputFile(file), options: ReadingOptions())
    #expect(found.places == ["2:5 bad-decision", "missing-item"])
  }
}
