internal import Inference
internal import Measures

extension SubmissionAnswers {
  /// What DeLong's test is made from; nil where there are no scores or only one class.
  func placements(for measure: BoundMeasure) -> Placements? {
    let scored: Assessment? =
      switch columns {
      case .items(let assessment): assessment
      case .users(let detection):
        measure.measure.after.map(detection.assessment(after:)) ?? detection.assessment
      case .topics, .stages, .people: nil
      }
    return scored?.placements.map { Placements(positives: $0.positives, negatives: $0.others) }
  }
}

extension Measure {
  /// Whether the measure is the area under the whole curve of positive items against the rest.
  var isWholeArea: Bool {
    name.base == "AUC" && name.arguments.allSatisfy { $0.name == "after" }
  }
}
