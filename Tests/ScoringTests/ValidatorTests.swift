import SharedTasks
import Testing

@testable import Scoring

@Suite("Validating without gold")
struct ValidatorTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  private func places(_ submission: String, of task: SharedTask) async throws -> [String] {
    let file = try workspace.write(submission, to: "run.tsv")
    let validator = try await Validator(task, split: "test")
    return try await validator.validate(InputFile(file), options: ReadingOptions()).places
  }

  @Test("holds an assessment to items.tsv, labels and probabilities")
  func assessment() async throws {
    try workspace.items("item\na\nb\n")
    let task = try workspace.task(
      "kind: assessment\nlabels: [no, yes]\npositive: [yes]\nmeasures: [Brier]\nprimary: Brier")
    #expect(try await places("item\tscore\na\t0.5\nb\t1\n", of: task) == [])
    #expect(
      try await places("item\tscore\tlabel\na\t1.5\tmaybe\nc\t1\tyes\n", of: task)
        == ["2:3 score-out-of-range", "2:7 unknown-label", "3:1 unknown-item", "missing-item"])
    await #expect(
      throws: SharedTasksError.missingGold(
        task: "example", split: "test", path: workspace.path + "/tasks/example/test/gold.tsv")
    ) { try await Gold(of: task, split: "test") }
  }

  @Test("holds a ranking to the topics and items of items.tsv")
  func ranking() async throws {
    try workspace.items("topic\titem\nt1\td1\nt2\td1\n")
    let task = try workspace.task(RankingScorerTests.definition)
    let header = "topic\titem\tscore\n"
    #expect(try await places(header + "t1\td1\t1\nt2\td1\t1\n", of: task) == [])
    #expect(
      try await places(header + "t1\td2\t1\nt3\td1\t1\n", of: task)
        == ["2:4 unknown-item", "3 unknown-topic"])
    #expect(
      try await places(header + "t3\td1\t1\n", of: task)
        == ["2 unknown-topic", "missing-topic", "missing-topic"])
  }

  @Test("says the same with the gold as the only list of items")
  func gold() async throws {
    let text = "item\tlabel\na\tno\nb\tyes\n"
    try workspace.gold(text)
    let task = try workspace.task(
      "kind: assessment\nlabels: [no, yes]\npositive: [yes]\nmeasures: [AUC]\nprimary: AUC")
    #expect(
      try await places("item\tscore\na\t1.5\nc\t1\n", of: task)
        == ["3:1 unknown-item", "missing-item"])
  }

  @Test("with neither items nor gold says that there is nothing to check against")
  func nothing() async throws {
    let task = try workspace.task(RankingScorerTests.definition)
    do {
      _ = try await Validator(task, split: "test")
      Issue.record("there was something to check against")
    } catch let error as ScoringError {
      #expect(error.exitCode == 66)
      #expect(error.description.contains("neither items.tsv nor gold.tsv"))
    }
  }
}
