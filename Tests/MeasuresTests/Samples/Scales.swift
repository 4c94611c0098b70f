@testable import Measures

/// Scales that samples are drawn on.
enum Scales {
  /// Grades as in qrels: some fractional, one for items that were pooled and not judged.
  static let free = GradeScale(grades: [-2, 0, 0.5, 1, 2, 3])

  /// Labels whose positive ones are not those of grade 1 and more.
  static let labelled = GradeScale(
    names: ["none", "low", "top"], grades: [0, 0.5, 2], positive: [false, true, true])

  /// A label that cannot be judged, and is called positive all the same.
  static let unjudgeable = GradeScale(
    names: ["none", "unclear", "top"], grades: [0, -1, 1], positive: [false, true, true])

  static let ofLists = [free, labelled, unjudgeable]

  /// Labels of an assessment; the highest is always `top`, and `flagged` is a grouping.
  static let ofAnswers: [GradeScale] = [
    GradeScale(
      names: ["none", "top"], grades: [0, 1], positive: [false, true],
      groupings: ["flagged": [false, true]]),
    GradeScale(
      names: ["none", "low", "top"], grades: [0, 1, 3], positive: [false, false, true],
      groupings: ["flagged": [false, true, true]]),
    GradeScale(
      names: ["none", "low", "moderate", "top"], grades: [0, 1, 1, 2.5],
      positive: [false, false, true, true], groupings: ["flagged": [false, true, true, true]]),
  ]
}
