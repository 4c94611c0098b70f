import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

extension TemporaryWorkspace {
  /// Scores submissions and makes them entries of a comparison, named as given.
  func entries(
    _ submissions: [(name: String, text: String)], of task: SharedTask, _ measures: [String]
  ) async throws -> [ComparisonEntry] {
    var entries: [ComparisonEntry] = []
    for (name, text) in submissions {
      let file = try write(text, to: name)
      let result = try await score(at: file, of: task, measures: measures)
      entries.append(try ComparisonEntry.of(result, name, task, measures))
    }
    return entries
  }

  /// Compares submissions by one measure.
  func comparison(
    _ submissions: [(name: String, text: String)], of task: SharedTask, _ measure: String,
    _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> Comparison {
    let entries = try await entries(submissions, of: task, [measure])
    var request = ComparisonRequest()
    request.replicates = 5000
    change(&request)
    return try await Comparator(
      entries, measure: task.definition.measure(measure), request: request
    ).comparison()
  }
}

extension ComparisonEntry {
  /// The entry of a submission that must be sound.
  static func of(
    _ result: Scorer.Result, _ file: String, _ task: SharedTask, _ measures: [String]
  ) throws -> ComparisonEntry {
    guard let card = result.scorecard, let answer = result.answer else {
      throw SharedTasksError.invalid(result.diagnostics)
    }
    let scale = task.scale ?? GradeScale(grades: [0, 1, 2, 3])
    let bound = try measures.map {
      try task.definition.measure($0).bound(to: scale, stages: task.definition.triageStages)
    }
    return try #require(
      ComparisonEntry(file: file, card: card, measures: bound, answer: answer))
  }
}

/// Twelve items and what two systems say of them.
enum TwelveItems {
  static let definition = """
    kind: assessment
    labels: [no, yes]
    positive: [yes]
    threshold: 0.5
    measures: [AUC, Brier, F1]
    primary: AUC
    """
  static let positive = [1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0].map { $0 == 1 }
  static let first = [0.9, 0.2, 0.7, 0.1, 0.4, 0.8, 0.3, 0.6, 0.05, 0.25, 0.95, 0.5]
  static let second = [0.6, 0.3, 0.4, 0.35, 0.5, 0.55, 0.2, 0.7, 0.45, 0.15, 0.5, 0.6]

  static let gold =
    "item\tlabel\n"
    + positive.enumerated().map { "i\($0)\t\($1 ? "yes" : "no")\n" }.joined()

  static func table(_ scores: [Double]) -> String {
    "item\tscore\n" + scores.enumerated().map { "i\($0)\t\($1)\n" }.joined()
  }

  static let both = [("first.tsv", table(first)), ("second.tsv", table(second))]
}
