import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Baselines")
struct BaselinesTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  static let assessment = """
    kind: assessment
    labels: [none, low, severe]
    positive: [low, severe]
    measures: [AUC, nDCG, AUC(ovr), LogLoss, Brier(all), Accuracy, Kappa]
    primary: AUC
    """

  private func assessment(words: Bool = true) throws -> SharedTask {
    let rows = (0..<40).map { item in
      "p\(item)\t\(["none", "low", "none", "severe", "none"][item % 5])"
        + (words ? "\t\(item % 5 * 10)" : "") + "\n"
    }
    try workspace.gold("item\tlabel" + (words ? "\twords" : "") + "\n" + rows.joined())
    return try workspace.task(Self.assessment)
  }

  private func ranking() throws -> SharedTask {
    let rows = (0..<60).map { "t\($0 / 20)\td\($0 % 20)\t\($0 % 3 - $0 % 2)\n" }
    try workspace.gold("topic\titem\tgrade\n" + rows.joined())
    return try workspace.task(
      "kind: ranking\nmeasures: [nDCG, nDCG@5, AP, RR]\nprimary: nDCG")
  }

  /// The submissions of a task by the name of their run.
  private func submissions(of task: SharedTask, seed: UInt64 = 1) async throws -> [String: String] {
    let baselines = Baselines(
      task, split: "test", gold: try await Gold(of: task, split: "test"), team: "Baselines",
      seed: seed)
    var texts: [String: String] = [:]
    for (path, bytes) in try baselines.submissions() {
      let name = try #require(path.split(separator: "/").last)
      #expect(path == "submissions/example/Baselines/\(name)")
      texts[String(name.dropLast(4))] = String(decoding: bytes, as: UTF8.self)
    }
    return texts
  }

  @Test("of an assessment are sound, and the oracle's are the best values there are")
  func ofAssessment() async throws {
    let task = try assessment()
    let texts = try await submissions(of: task)
    #expect(texts.keys.sorted() == ["length", "oracle", "prior", "random"])
    for (run, text) in texts {
      let measures = run == "length" || run == "random" ? ["AUC", "nDCG"] : nil
      let result = try await workspace.score(text, of: task, measures: measures)
      #expect(result.diagnostics.isEmpty, "\(run): \(result.diagnostics)")
      #expect(result.scorecard?.team == "Baselines" && result.scorecard?.run == run)
    }
    let oracle = try await workspace.values(texts["oracle"] ?? "", of: task)
    for name in ["AUC", "nDCG", "AUC(ovr)", "Accuracy", "Kappa"] { #expect(oracle[name] == 1) }
    #expect(oracle["Brier(all)"] == 0)
    let prior = try await workspace.values(texts["prior"] ?? "", of: task)
    #expect(prior["AUC"] == 0.5)
    #expect(prior["Accuracy"] == 0.6)
  }

  @Test("by length are there only where words are known")
  func length() async throws {
    let texts = try await submissions(of: assessment(words: false))
    #expect(texts.keys.sorted() == ["oracle", "prior", "random"])
  }

  @Test("of a ranking are sound, and the oracle's order is the ideal one")
  func ofRanking() async throws {
    let task = try ranking()
    let texts = try await submissions(of: task)
    #expect(texts.keys.sorted() == ["oracle", "prior", "random"])
    for (run, text) in texts {
      let result = try await workspace.score(text, of: task)
      #expect(result.diagnostics.isEmpty, "\(run): \(result.diagnostics)")
    }
    let oracle = try await workspace.values(texts["oracle"] ?? "", of: task)
    #expect(oracle == ["nDCG": 1, "nDCG@5": 1, "AP": 1, "RR": 1])
  }

  @Test("at random are the same for the same seed, and others for another")
  func seeds() async throws {
    for make in [{ try assessment() }, { try ranking() }] as [() throws -> SharedTask] {
      let task = try make()
      let texts = try await submissions(of: task)
      let others = try await submissions(of: task, seed: 2)
      #expect(try await submissions(of: task) == texts)
      #expect(others["random"] != texts["random"])
      #expect(others["oracle"] == texts["oracle"] && others["prior"] == texts["prior"])
    }
  }
}
