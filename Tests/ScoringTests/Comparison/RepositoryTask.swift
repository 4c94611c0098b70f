import Foundation
import Measures
import SharedTasks

@testable import Scoring

/// The tasks and submissions of the repository.
enum RepositoryTask {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Submissions (`team/run`) scored with one measure.
  static func entries(
    _ task: String, _ runs: [String], _ measure: String
  ) async throws -> [ComparisonEntry] {
    let workspace = try Workspace(at: root)
    let task = try SharedTask(workspace.task(task))
    let gold = try await Gold(of: task, split: "test")
    let scorer = try Scorer(task, split: "test", gold: gold, measures: [Measure(measure)])
    var entries: [ComparisonEntry] = []
    for run in runs {
      let file = "\(root)/submissions/\(task.definition.id)/\(run).tsv"
      let result = try await scorer.score(
        InputFile(file), place: workspace.submission(at: file), options: ReadingOptions())
      entries.append(try ComparisonEntry.of(result, run, task, [measure]))
    }
    return entries
  }
}
