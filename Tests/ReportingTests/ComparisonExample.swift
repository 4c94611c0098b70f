import Foundation
import Inference
import Measures
import Scoring
import SharedTasks
import Testing

/// Systems on forty items, the worse the later they come.
enum ComparisonExample {
  private static let definition = """
    schema: cltask.task/1
    id: example
    title: Example
    kind: assessment
    labels: [no, yes]
    positive: [yes]
    measures: [Brier, AUC, "NetBenefit(threshold=0.25,prevalence=0.125)"]
    primary: Brier

    """

  /// Compares systems of these names; with one class all gold is negative, with noise the
  /// first is no longer right about everything, and reversed the last is the best.
  static func comparison(
    _ names: [String], _ measure: String, hasOneClass: Bool = false, items: Int = 40,
    noise: Int = 0,
    isReversed: Bool = false,
    _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> Comparison {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cltask-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, to name: String) throws {
      let file = URL(fileURLWithPath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write(definition, to: "tasks/example/task.yaml")
    let gold = (0..<items).map {
      "i\($0)\t\($0 % 3 == 0 && !hasOneClass ? "yes" : "no")\n"
    }
    try write("item\tlabel\n" + gold.joined(), to: "tasks/example/test/gold.tsv")
    let task = try SharedTask(Workspace(at: folder).task("example"))
    let scorer = try Scorer(
      task, split: "test", gold: await Gold(of: task, split: "test"), measures: [Measure(measure)])
    var stream = RandomStream(seed: 1, purpose: .permutation)
    var entries: [ComparisonEntry] = []
    for (index, name) in names.enumerated() {
      let rows = (0..<items).map { item in
        let truth = item % 3 == 0 ? 0.9 : 0.1
        let weight = min(1, Double((isReversed ? names.count - 1 - index : index) + noise) / 10)
        return "i\(item)\t\(truth * (1 - weight) + weight * stream.uniform())\n"
      }
      try write("# team: \(name)\n# run: x\nitem\tscore\n" + rows.joined(), to: "\(index).tsv")
      let result = try await scorer.score(
        InputFile("\(folder)/\(index).tsv"), place: nil, options: ReadingOptions())
      let card = try #require(result.scorecard)
      let answer = try #require(result.answer)
      let entry = ComparisonEntry(
        file: "\(index).tsv", card: card, measures: try scorer.bound(), answer: answer)
      entries.append(try #require(entry))
    }
    var request = ComparisonRequest()
    request.replicates = 200
    change(&request)
    return try await Comparator(entries, measure: Measure(measure), request: request).comparison()
  }
}
