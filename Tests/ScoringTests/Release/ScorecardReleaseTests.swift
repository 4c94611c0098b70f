import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Published scorecards")
struct ScorecardReleaseTests {
  /// Scores a submission of the repository with groups, intervals and curves.
  static func card(
    _ id: String, _ run: String, by attributes: [String]
  ) async throws -> (Scorecard, SharedTask) {
    let workspace = try Workspace(at: RepositoryTask.root)
    let task = try SharedTask(workspace.task(id))
    let gold = try await Gold(of: task, split: "test")
    var intervals = IntervalOptions()
    intervals.replicates = 50
    var groups: GroupQuestion?
    if !attributes.isEmpty {
      var diagnostics = DiagnosticList()
      groups = try GroupQuestion(
        task.attributeTable(&diagnostics), of: gold,
        GroupRequest(
          tables: [attributes], fairness: task.definition.fairness, intervals: intervals))
    }
    let scorer = try Scorer(
      task, split: "test", gold: gold,
      capacities: task.definition.kind == .triage
        ? CapacityRange("10..20:5") : nil,
      wantsCurve: task.definition.kind == .ranking, intervals: intervals, groups: groups)
    let file = "\(RepositoryTask.root)/submissions/\(id)/\(run).tsv"
    let result = try await scorer.score(
      InputFile(file), place: workspace.submission(at: file), options: ReadingOptions())
    return (try #require(result.scorecard), task)
  }

  /// The numbers of a JSON object that are no whole ones, besides levels of confidence.
  static func fractions(_ json: Any, _ key: String = "") -> [Double] {
    switch json {
    case let object as [String: Any]: object.flatMap { fractions($0.value, $0.key) }
    case let list as [Any]: list.flatMap { fractions($0, key) }
    case let number as NSNumber:
      key == "confidence" || number.doubleValue == number.doubleValue.rounded()
        ? [] : [number.doubleValue]
    default: []
    }
  }

  @Test(
    "hold no number with more decimals than the task publishes",
    arguments: [
      ("suicide-risk", "meridian/encoder", ["sex"]), ("symptom-search", "quill/bm25", []),
      ("staged-triage", "meridian/staged", []),
    ])
  func rounded(_ id: String, _ run: String, _ attributes: [String]) async throws {
    let (card, _) = try await Self.card(id, run, by: attributes)
    let exact = ScorecardDocument(card, perUnit: true)
    let policy = PublicationPolicy(decimals: 3)
    let release = Release(of: exact, under: policy)
    func fractions(_ document: ScorecardDocument) throws -> [Double] {
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(document))
      return Self.fractions(json)
    }
    #expect(try fractions(exact).contains { policy.rounded($0) != $0 })
    let published = try fractions(release.answer)
    #expect(published.count >= 4)
    for number in published { #expect(policy.rounded(number) == number) }
    #expect(release.answer.perUnit == nil && release.answer.curves == nil)
    #expect(release.answer.measures.keys == exact.measures.keys)
    #expect(release.answer.signature == exact.signature)
    #expect(Release(of: release.answer, under: policy) == release)
  }

  @Test("the gap that a task bounds is that of the scorecard")
  func bounded() async throws {
    let (card, task) = try await Self.card("suicide-risk", "meridian/encoder", by: ["sex"])
    let measure = try #require(card.groups?.measures.first)
    let rules = try StandingsRules(
      primary: task.primary,
      bounds: [
        .init(.gap(measure, attributes: ["sex"]), .atMost, 0.5),
        .init(.gap(measure, attributes: ["age"]), .atMost, 0.5),
        .init(.measure(task.primary), .atLeast, 0.5),
      ])
    let readings = StandingReadings(
      ScorecardDocument(card, perUnit: false), measures: card.measures, under: rules)
    let gap = try #require(card.groups?.tables[0].gaps[0][0].finding?.difference)
    #expect(readings.bounded[0] == .number(gap))
    #expect(readings.bounded[1].reason == "the submission was not scored by these groups")
    #expect(readings.bounded[2].number == card.primaryValue?.number)
    #expect(rules.gaps.map(\.attributes) == [["sex"], ["age"]])
    #expect(rules.measures == [task.primary])
  }

  @Test("bounds of task.yaml are read as rules, and refused where nobody could keep them")
  func rules() throws {
    let workspace = try TemporaryWorkspace()
    func rules(_ bound: String, _ more: String = "") throws -> StandingsRules {
      let lines = TwelveItems.definition + "\nsubject-to: [\"\(bound)\"]\n" + more
      return try StandingsRules(of: workspace.task(lines))
    }
    let gap = try rules("gap(FNR, race) <= 0.1", "standing: \"measure:Brier\"\nper-team: last")
    #expect(gap.bounds.map(\.description) == ["gap(FNR,race) <= 0.1"])
    #expect(gap.ties == .measure(try Measure("Brier")))
    #expect(gap.perTeam == .last)
    #expect(gap.measures.map(\.description) == ["AUC", "Brier"])
    for bad in ["gap(FNR) <= 0.1", "Nothing <= 0.1", "gap(Nothing,race) <= 0.1", "ERDE@5 <= 0.1"] {
      #expect(throws: StandingsError.self, "\(bad)") { try rules(bad) }
    }
    #expect(throws: StandingsError.self) {
      try rules("gap(FNR,race) <= 0.15", "publish: {decimals: 1}")
    }
  }
}
