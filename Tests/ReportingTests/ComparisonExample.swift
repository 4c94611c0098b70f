import Inference
import Measures
import Scoring
import SharedTasks
import Testing

/// Systems on forty items, the worse the later they come.
enum ComparisonExample {
  private static let definition = """
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
    let gold = (0..<items).map {
      "i\($0)\t\($0 % 3 == 0 && !hasOneClass ? "yes" : "no")\n"
    }
    let workspace = try ExampleWorkspace(
      id: "example", definition: definition, gold: "item\tlabel\n" + gold.joined())
    let scorer = try await Scorer(
      workspace.task, split: "test", gold: workspace.gold, measures: [Measure(measure)])
    var stream = RandomStream(seed: 1, purpose: .permutation)
    let submissions = names.enumerated().map { index, name in
      let rows = (0..<items).map { item in
        let truth = item % 3 == 0 ? 0.9 : 0.1
        let weight = min(1, Double((isReversed ? names.count - 1 - index : index) + noise) / 10)
        return "i\(item)\t\(truth * (1 - weight) + weight * stream.uniform())\n"
      }
      return "# team: \(name)\n# run: x\nitem\tscore\n" + rows.joined()
    }
    let entries = try await workspace.entries(submissions, scorer)
    var request = ComparisonRequest()
    request.replicates = 200
    change(&request)
    return try await Comparator(entries, measure: Measure(measure), request: request).comparison()
  }
}
