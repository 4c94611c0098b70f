import Foundation
import Scoring
import SharedTasks
import Testing

/// A folder with one task, in which submissions are scored.
struct ExampleWorkspace: ~Copyable {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("cltask-\(UUID().uuidString)").path
  private let id: String

  /// - Parameters:
  ///   - definition: what `task.yaml` says from the kind on.
  ///   - gold: that of the split `test`.
  ///   - title: as YAML.
  init(id: String, definition: String, gold: String, title: String = "Example") throws {
    self.id = id
    try write(
      "schema: cltask.task/1\nid: \(id)\ntitle: \(title)\n\(definition)\n",
      to: "tasks/\(id)/task.yaml")
    try write(gold, to: "tasks/\(id)/test/gold.tsv")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var task: SharedTask { get throws { try SharedTask(Workspace(at: folder).task(id)) } }

  var gold: Gold { get async throws { try await Gold(of: task, split: "test") } }

  /// Each submission scored, from a file with its number for a name.
  func entries(_ submissions: [String], _ scorer: Scorer) async throws -> [ComparisonEntry] {
    var entries: [ComparisonEntry] = []
    for (index, submission) in submissions.enumerated() {
      let file = "\(index).tsv"
      try write(submission, to: file)
      let result = try await scorer.score(
        InputFile("\(folder)/\(file)"), place: nil, options: ReadingOptions())
      let card = try #require(result.scorecard, "\(result.diagnostics)")
      let entry = ComparisonEntry(
        file: file, card: card, measures: try scorer.bound(),
        answer: try #require(result.answer))
      entries.append(try #require(entry))
    }
    return entries
  }

  private func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
