@testable import Measures

/// Measures made ready once for each scale of `Scales.ofAnswers`.
struct AnswerMeasures: Sendable {
  /// All that there are naive definitions of.
  static let names: [String] =
    NaiveRankingCase.all.map(\.measure) + NaiveAnswerCase.all.map(\.measure)

  let measures: [Measure]
  private let bound: [[BoundMeasure]]

  init(_ names: [String]) throws {
    let measures = try names.map { try Measure($0) }
    self.measures = measures
    bound = try Scales.ofAnswers.map { scale in try measures.map { try $0.bound(to: scale) } }
  }

  func values(of assessment: Assessment) -> [MeasureValue] {
    // Scales have two, three and four labels.
    assessment.values(of: bound[assessment.scale.count - 2])
  }
}

/// One of them.
struct AnswerMeasure {
  private let one: AnswerMeasures

  init(_ name: String) throws { one = try AnswerMeasures([name]) }

  var measure: Measure { one.measures[0] }

  func value(of assessment: Assessment) -> MeasureValue { one.values(of: assessment)[0] }
}
