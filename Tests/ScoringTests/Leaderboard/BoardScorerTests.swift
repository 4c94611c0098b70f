import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scores as boards have them")
struct BoardScorerTests {
  static let kinds = [
    ("suicide-risk", "meridian", "encoder"), ("symptom-search", "quill", "bm25"),
    ("people-and-posts", "meridian", "hierarchical"), ("early-risk", "tidewater", "patient"),
    ("staged-triage", "meridian", "staged"), ("recidivism-rossi", "regression", "logistic"),
  ]

  static func scorer(
    _ id: String, replicates: Int = 40, suppressBelow: Int = 0
  ) async throws -> BoardScorer {
    let workspace = try Workspace(at: RepositoryTask.root)
    let task = try SharedTask(workspace.task(id))
    return try BoardScorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      options: BoardOptions(replicates: replicates, tables: try BoardScorer.tables(of: task)))
  }

  static func score(
    _ scorer: BoardScorer, _ team: String, _ run: String
  ) async throws -> Release<BoardScore> {
    let place = try SubmissionPlace(task: scorer.task.definition.id, team: team, run: run)
    let file = try Workspace(at: RepositoryTask.root).path(of: place)
    guard
      case .scored(let score) = try await scorer.score(
        InputFile(file), place: place, ReadingOptions())
    else { throw SharedTasksError.missingFile(path: file) }
    return score
  }

  @Test("are published values, the same when they are read back, of every kind", arguments: kinds)
  func published(_ id: String, _ team: String, _ run: String) async throws {
    let scorer = try await Self.scorer(id)
    let release = try await Self.score(scorer, team, run)
    let policy = scorer.rules.policy
    let bytes = try JSONEncoder().encode(release.answer)
    let again = try JSONDecoder().decode(BoardScore.self, from: bytes)
    #expect(again == release.answer)
    #expect(Release(of: again, under: policy) == release)
    let primary = try #require(release.answer.scorecard.measures[scorer.task.primary.description])
    let value = try #require(primary.value)
    #expect(policy.rounded(value) == value)
    #expect(release.answer.scorecard.perUnit == nil && release.answer.scorecard.curves == nil)
    #expect(release.answer.scorecard.team == team)
    for bin in release.answer.calibration ?? [] {
      #expect(bin.positives > 0 && bin.positives < bin.items && bin.items >= 5)
    }
    for moments in [release.answer.recall ?? []] where !moments.isEmpty {
      #expect(moments.count == 25 && moments.map(\.recall) == moments.map(\.recall).sorted())
    }
  }

  @Test("a submission is kept under another key when anything that it depends on is another")
  func keys() async throws {
    let scorer = try await Self.scorer("suicide-risk")
    let place = try SubmissionPlace(task: "suicide-risk", team: "a", run: "b")
    let files = ["gold": "sha256:1", "task": "sha256:2"]
    let key = scorer.key(files: files, submission: "sha256:3", place: place)
    #expect(key == scorer.key(files: files, submission: "sha256:3", place: place))
    let others = [
      scorer.key(
        files: ["gold": "sha256:9", "task": "sha256:2"], submission: "sha256:3", place: place),
      scorer.key(files: files, submission: "sha256:4", place: place),
      scorer.key(
        files: files, submission: "sha256:3",
        place: try SubmissionPlace(task: "suicide-risk", team: "ab", run: "b")),
      try await Self.scorer("suicide-risk", replicates: 41)
        .key(files: files, submission: "sha256:3", place: place),
    ]
    #expect(Set(others + [key]).count == 5)
  }

  @Test("a board of a task that withholds small groups tells of no group but bounded gaps")
  func withheld() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tasks = folder.appending(path: "tasks")
    try FileManager.default.createDirectory(at: tasks, withIntermediateDirectories: true)
    let source = "\(RepositoryTask.root)/tasks/suicide-risk"
    try FileManager.default.copyItem(atPath: source, toPath: tasks.path + "/suicide-risk")
    let definition = tasks.appending(path: "suicide-risk/task.yaml")
    let text = try String(contentsOf: definition, encoding: .utf8)
      .replacing("minimum-size: 10", with: "minimum-size: 10, suppress-below: 5")
    try (text + "subject-to: [\"gap(FNR,sex) <= 0.5\"]\n")
      .write(to: definition, atomically: true, encoding: .utf8)
    let task = try SharedTask(try Workspace(at: folder.path).task("suicide-risk"))
    let scorer = try BoardScorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      options: BoardOptions(replicates: 0, tables: try BoardScorer.tables(of: task)))
    #expect(scorer.withholdsGroups)
    let score = try await Self.score(scorer, "meridian", "encoder").answer
    #expect(score.scorecard.groups == nil && score.audit == nil)
    #expect(score.scorecard.gaps?.keys.sorted() == ["sex"])
    let gap = try #require(score.scorecard.gaps?["sex"]?["FNR"])
    #expect(score.scorecard.gaps?["sex"]?.count == 1)
    #expect(gap.groupsUsed <= gap.groups && gap.highest == nil && gap.lowest == nil)
  }
}
