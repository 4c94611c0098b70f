import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("What is found by when over the topics of a ranking")
struct RankingCurveTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  private static let measures = "measures: [AP, R@5, TBG, P@60s]\nprimary: AP"

  private static func run(topics: Range<Int>) -> String {
    topics.flatMap { topic in
      (0..<40).map { "t\(topic) Q0 d\($0) 0 \(($0 * 7_919 + topic) % 17) x\n" }
    }.joined()
  }

  private func task(_ lines: String = "") throws -> SharedTask {
    try workspace.gold(
      (0..<30).flatMap { topic in
        (0..<12).map { "t\(topic) 0 d\($0 * 5 % 47) \(topic % 6 == 0 ? 0 : ($0 + topic) % 3)\n" }
      }.joined())
    return try workspace.task("kind: ranking\n\(Self.measures)\n\(lines)")
  }

  @Test(
    "ends with the values of the measures, whatever becomes of ties", arguments: TieRule.allCases)
  func ends(ties: TieRule) async throws {
    let task = try task(ties == .trec9 ? "" : "ties: \(ties.rawValue)")
    let result = try await workspace.score(
      Self.run(topics: 0..<30), of: task, measures: ["R@1000", "TBG", "NumRelRet"],
      wantsCurve: true)
    let card = try #require(result.scorecard)
    let last = try #require(card.curve?.points.last)
    #expect(last.recall == card.numbers["R@1000"])
    #expect(last.gain == card.numbers["TBG"])
    #expect(try last.found * 30 == #require(card.numbers["NumRelRet"]))
  }

  @Test("a topic left out is found nothing of, and stays in the mean")
  func missing() async throws {
    let task = try task("missing: worst")
    let result = try await workspace.score(
      Self.run(topics: 0..<20), of: task, measures: ["R@1000", "TBG"], wantsCurve: true)
    let card = try #require(result.scorecard)
    #expect(try #require(card.curve?.points.last).recall == card.numbers["R@1000"])
  }

  @Test("does not depend on threads, nor on the order of topics in the run")
  func threads() async throws {
    let task = try task()
    let run = Self.run(topics: 0..<30)
    let turned = Self.run(topics: 15..<30) + Self.run(topics: 0..<15)
    let one = try #require(
      try await workspace.score(run, of: task, wantsCurve: true).scorecard?.curve)
    let other = try #require(
      try await workspace.score(turned, of: task, threads: 3, wantsCurve: true).scorecard?.curve)
    #expect(one.points == other.points && one.points.count > 100)
  }

  @Test("is not made where nothing asks for it, and says why there is none")
  func absent() async throws {
    let run = "t1 Q0 d1 0 1 x\n"
    try workspace.gold("t1 0 d1 1\n")
    let task = try workspace.task("kind: ranking\nmeasures: [AP]\nprimary: AP")
    #expect(try await workspace.score(run, of: task).scorecard?.curve == nil)
    func asked() async throws -> Scorecard {
      let scorer = try Scorer(
        task, split: "test", gold: try await Gold(of: task, split: "test"), wantsCurve: true)
      let input = try InputFile(workspace.write(run, to: "run.tsv"))
      return try #require(
        try await scorer.score(input, place: nil, options: ReadingOptions()).scorecard)
    }
    #expect(try await asked().curve?.points.last?.recall == 1)
    try workspace.gold("t1 0 d1 0\n")
    let card = try await asked()
    #expect(
      card.curve == nil
        && card.notes.contains("the curve is undefined: there are no relevant items"))
  }
}
