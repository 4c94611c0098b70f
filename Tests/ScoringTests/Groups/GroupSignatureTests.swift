import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("The signature says what was drawn for groups")
struct GroupSignatureTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  /// The names and values of the parts of a scorecard by groups.
  private func parts(
    _ measures: [String], replicates: Int?
  ) async throws -> [String: String] {
    let items = 0..<24
    try workspace.gold(
      "item\tlabel\n" + items.map { "i\($0)\t\($0 % 3 == 0 ? "yes" : "no")\n" }.joined())
    try workspace.write(
      "item\tsex\n" + items.map { "i\($0)\t\($0 % 2 == 0 ? "F" : "M")\n" }.joined(),
      to: "tasks/example/groups.tsv")
    let task = try workspace.task(AuditTests.assessment)
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    var options = IntervalOptions()
    options.replicates = replicates ?? 0
    options.seed = 7
    let intervals = replicates == nil ? nil : options
    let request = GroupRequest(
      tables: [["sex"]], fairness: task.definition.fairness, intervals: intervals)
    let scorer = try Scorer(
      task, split: "test", gold: gold, measures: try measures.map { try Measure($0) },
      intervals: intervals,
      groups: GroupQuestion(task.attributeTable(&diagnostics), of: gold, request))
    let file = try workspace.write(
      "item\tscore\tlabel\n"
        + items.map { "i\($0)\t0.\($0 * 7 % 10)\t\($0 * 7 % 10 > 4 ? "yes" : "no")\n" }.joined(),
      to: "run.tsv")
    let result = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
    let card = try #require(result.scorecard)
    return Dictionary(
      card.signature.parts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("also where the scorecard itself goes by formulas")
  func formulas() async throws {
    let found = try await parts(["TPR", "FPR"], replicates: 300)
    #expect(found["ci"] == "0.95" && found["bs"] == nil)
    #expect(found["perm"] == "300" && found["seed"] == "7")
    let areas = try await parts(["AUC"], replicates: 300)
    #expect(areas["bs"] == "300" && areas["perm"] == "300" && areas["seed"] == "7")
  }

  @Test("once where the scorecard has resamples of its own")
  func own() async throws {
    let found = try await parts(["F1"], replicates: 300)
    #expect(found["bs"] == "300" && found["seed"] == "7" && found["perm"] == nil)
  }

  @Test("and nothing where nothing was drawn")
  func nothing() async throws {
    for replicates in [nil, 0] as [Int?] {
      let found = try await parts(["TPR", "AUC"], replicates: replicates)
      #expect(found["ci"] == nil && found["perm"] == nil && found["seed"] == nil)
    }
  }
}
