import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Utility against unfairness")
struct TradeOffTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  static let definition = """
    kind: assessment
    splits: [test]
    labels: [no, yes]
    positive: [yes]
    measures: [AUC, FNR]
    primary: AUC
    fairness: {minimum-size: 0}
    """
  static let units = 36

  /// Items of three groups, every third of them positive.
  private func write() throws {
    let items = 0..<Self.units
    try workspace.gold(
      "item\tlabel\n" + items.map { "i\($0)\t\($0 % 3 == 0 ? "yes" : "no")\n" }.joined())
    try workspace.write(
      "item\trace\tsex\n"
        + items.map { "i\($0)\t\(["a", "b", "c"][$0 / 3 % 3])\t\($0 % 2 == 0 ? "F" : "M")\n" }
        .joined(), to: "tasks/example/groups.tsv")
  }

  /// Submissions that put more or less noise on the gold.
  private static func submission(_ noise: Int) -> String {
    "# team: t\(noise)\n# run: r\nitem\tscore\tlabel\n"
      + (0..<units).map { item in
        let score = (item % 3 == 0 ? 6 : 0) + item * (7 + 2 * noise) % (13 + 3 * noise)
        return "i\(item)\t\(Double(score) / 100)\t\(score > 8 + noise ? "yes" : "no")\n"
      }.joined()
  }

  private func tradeOff(
    _ submissions: [String], of definition: String = definition, threads: Int = 1,
    _ change: (inout TradeOffRequest) -> Void = { _ in }
  ) async throws -> TradeOff {
    let task = try workspace.task(definition)
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    var request = TradeOffRequest()
    request.unfairness = try GapName(parsing: "gap(FNR,race)")
    request.replicates = 0
    change(&request)
    let scorer = try TradeOffScorer(
      task, split: "test", gold: gold, table: task.attributeTable(&diagnostics), request: request)
    var entries: [TradeOffEntry] = []
    for (number, text) in submissions.enumerated() {
      let file = try workspace.write(text, to: "run\(number).tsv")
      let result = try await scorer.score(
        file, InputFile(file), place: nil, options: ReadingOptions(threads: threads))
      entries.append(try #require(result.entry))
    }
    return try await TradeOff(entries, by: scorer, threads: threads)
  }

  @Test("are the values of the scorecard and the gap of its groups")
  func values() async throws {
    try write()
    let submissions = (1...4).map(Self.submission)
    let found = try await tradeOff(submissions)
    let task = try workspace.task(Self.definition)
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    let question = try GroupQuestion(
      try task.attributeTable(&diagnostics), of: gold,
      GroupRequest(tables: [["race"]], fairness: task.definition.fairness, intervals: nil))
    let scorer = try Scorer(task, split: "test", gold: gold, groups: question)
    for (number, system) in found.systems.enumerated() {
      let result = try await scorer.score(
        InputFile("\(workspace.path)/run\(number).tsv"), place: nil,
        options: ReadingOptions(threads: 1))
      let card = try #require(result.scorecard)
      #expect(system.utility == card.values[0])
      let gap = try #require(card.groups?.tables[0].gaps[1][0].finding)
      #expect(system.gap.finding?.difference == gap.difference)
      #expect(found.front.points[number]?.unfairness == gap.difference)
    }
    #expect(found.reference == ParetoFront.Point(utility: 0, unfairness: 1))
    #expect(found.probability == nil && !found.isDrawn)
  }

  @Test("are on the front as often as on resamples drawn one by one")
  func probability() async throws {
    try write()
    let submissions = (1...4).map(Self.submission)
    let found = try await tradeOff(submissions) {
      $0.replicates = 80
      $0.seed = 7
    }
    let probability = try #require(found.probability)
    let task = try workspace.task(Self.definition)
    let measures = try ["AUC", "FNR"].map {
      try Measure($0).bound(to: try #require(task.scale))
    }
    var answers: [any AnswerByUnits] = []
    for text in submissions {
      answers.append(try #require(try await workspace.score(text, of: task).answer))
    }
    let resampling = Resampling(units: Self.units, seed: 7, replicates: 80)
    var counts = Array(repeating: 0, count: 4)
    var counted = 0
    for replicate in 0..<80 {
      let copies = resampling.counts(replicate: replicate)
      let points = answers.map { answer -> ParetoFront.Point? in
        let rates = (0..<3).map { group in
          answer.values(
            of: [measures[1]],
            copies: copies.indices.map { $0 / 3 % 3 == group ? copies[$0] : 0 })[0]
        }
        let known = rates.compactMap { $0 }
        guard known.count == 3, let most = known.max(), let least = known.min() else { return nil }
        return ParetoFront.Point(
          answer.values(of: [measures[0]], copies: copies)[0], most - least)
      }
      guard points.allSatisfy({ $0 != nil }) else { continue }
      counted += 1
      for place in ParetoFront(points).front { counts[place] += 1 }
    }
    #expect(probability.counted == counted && counted > 40 && probability.resamples == 80)
    #expect(probability.shares == counts.map { Double($0) / Double(counted) })
    let onTwo = try await tradeOff(submissions, threads: 2) {
      $0.replicates = 80
      $0.seed = 7
    }
    #expect(onTwo.probability?.shares == probability.shares)
    #expect(onTwo.signature.description == found.signature.description)
  }

  @Test("of one submission")
  func one() async throws {
    try write()
    let found = try await tradeOff([Self.submission(2)]) {
      $0.replicates = 30
      $0.atMost = 1
    }
    #expect(found.front.front == [0] && found.best?.systems == [0])
    #expect(found.probability?.shares == [1])
  }

  @Test("leave out a submission without decisions, and say why")
  func undefined() async throws {
    try write()
    let scores =
      "# team: s\n# run: r\nitem\tscore\n"
      + (0..<Self.units).map { "i\($0)\t\(Double($0 * 5 % 7) / 10)\n" }.joined()
    let found = try await tradeOff([Self.submission(1), scores], of: Self.definition) {
      $0.unfairness = try? GapName(parsing: "gap(MCC,race)")
      $0.replicates = 20
    }
    #expect(found.front.leftOut == [1] && found.front.front == [0])
    #expect(found.systems[1].whyLeftOut != nil)
    #expect(found.probability?.shares[0] == 1 && found.probability?.shares[1] == nil)
  }

  @Test("go by what the task bounds where nobody says otherwise")
  func bounds() async throws {
    try write()
    let bounded = Self.definition + "\nsubject-to: [\"gap(FNR,sex) <= 0.25\"]"
    let found = try await tradeOff([Self.submission(1)], of: bounded) { $0.unfairness = nil }
    #expect(found.question.attributes == ["sex"] && found.question.atMost == 0.25)
    await #expect(throws: TradeOffError.self) {
      try await self.tradeOff([Self.submission(1)]) { $0.unfairness = nil }
    }
    let other = try await tradeOff([Self.submission(1)], of: bounded)
    #expect(other.question.attributes == ["race"] && other.question.atMost == nil)
  }

  @Test("have less utility where it is an error, and no chances of what is biased on resamples")
  func lower() async throws {
    try write()
    let found = try await tradeOff((1...3).map(Self.submission)) {
      $0.utility = "ECE"
      $0.replicates = 40
    }
    #expect(found.probability == nil && found.notes.contains { $0.contains("ECE") })
    #expect(found.reference?.utility == 1)
    let best = found.systems.compactMap(\.utility.number).min()
    #expect(found.front.price.last?.utility == best)
  }

  @Test("of a ranking are drawn again by topics, with groups of items")
  func ranking() async throws {
    let topics = 0..<8
    try workspace.gold(
      "topic\titem\tgrade\n"
        + topics.flatMap { topic in
          (0..<6).map { "t\(topic)\tx\(topic)y\($0)\t\(($0 + topic) % 3 == 0 ? 1 : 0)\n" }
        }.joined())
    try workspace.write(
      "item\tsex\n"
        + topics.flatMap { topic in
          (0..<6).map { "x\(topic)y\($0)\t\($0 < 3 ? "F" : "M")\n" }
        }.joined(), to: "tasks/example/groups.tsv")
    let runs = (1...2).map { run in
      "topic\titem\tscore\n"
        + topics.flatMap { topic in
          (0..<6).map { "t\(topic)\tx\(topic)y\($0)\t\(($0 * (run + 4) + topic) % 7)\n" }
        }.joined()
    }
    let found = try await tradeOff(
      runs,
      of: """
        kind: ranking
        splits: [test]
        measures: [AP]
        primary: AP
        ties: trec
        fairness: {minimum-size: 0}
        """
    ) {
      $0.unfairness = try? GapName(parsing: "gap(AP,sex)")
      $0.replicates = 50
    }
    #expect(found.front.leftOut.isEmpty)
    #expect(found.probability?.resamples == 50 && (found.probability?.counted ?? 0) > 40)
  }

  @Test("is named as task.yaml names it")
  func names() throws {
    let crossed = try GapName(parsing: "gap(F1(macro),sex,age)")
    #expect(crossed.measure == "F1(macro)" && crossed.attributes == ["sex", "age"])
    #expect(crossed.description == "gap(F1(macro),sex,age)")
    let several = try GapName(parsing: "gap(NetBenefit(threshold=0.1,rel=2),race)")
    #expect(several.measure == "NetBenefit(threshold=0.1,rel=2)")
    for text in [
      "", "gap", "gap()", "gap(FNR)", "gap(FNR,)", "gap(,race)", "gap(FNR,race", "FNR,race",
      "gap(F1(a,b)", "gap(FNR,sex,sex)", String(repeating: "gap(", count: 1_000),
    ] {
      #expect(throws: TradeOffError.self) { try GapName(parsing: text) }
    }
  }
}
