internal import Inference
internal import Measures

extension MeasureInterval {
  /// The interval of a measure that has one by a formula: Wilson's for rates, DeLong's for AUC; nil
  /// for all others.
  static func formula(
    _ bound: BoundMeasure, _ value: MeasureValue, of answer: any AnswerByUnits, confidence: Double
  ) -> MeasureInterval? {
    if bound.isRateOfUnits, case .ratio(let count, let total) = value {
      return MeasureInterval(
        ProportionInterval.wilson(
          successes: Double(count), of: Double(total), confidence: confidence), .wilson)
    }
    let area = answer.placements(for: bound.measure).flatMap(AreaUnderCurve.init)
    return MeasureInterval(area?.logitInterval(confidence: confidence), .delong)
  }

  private init?(_ interval: ConfidenceInterval?, _ method: Method) {
    guard let interval else { return nil }
    self.init(
      low: interval.low, high: interval.high, confidence: interval.confidence, method: method,
      replicates: 0, undefined: 0, isApproximate: false)
  }
}

extension BoundMeasure {
  /// Whether the measure is one count of units over another where it is a ratio: each unit counts
  /// once, right or wrong.
  var isRateOfUnits: Bool {
    switch function {
    case .confusion: true
    case .triage: measure.definition.range.upperBound <= 1
    case .list, .assessment, .people, .earlyDetection, .groups: false
    }
  }
}
