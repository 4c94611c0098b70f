internal import Measures
internal import SharedTasks

extension SubmissionAnswers {
  /// The units of each class in the gold; nil where units have none.
  var classes: (positives: Int, others: Int)? {
    switch columns {
    case .topics: nil
    case .items(let assessment): Self.classes(assessment.gold, assessment.scale)
    case .stages(let triage): Self.classes(triage.gold, triage.scale)
    case .users(let detection):
      Self.classes(detection.assessment.gold, detection.assessment.scale)
    case .people(let evaluation): Self.classes(evaluation.gold.levels, evaluation.scale)
    }
  }

  private static func classes(
    _ levels: [some BinaryInteger], _ scale: GradeScale
  ) -> (positives: Int, others: Int) {
    let positives = levels.count { scale.positive[Int($0)] }
    return (positives, levels.count - positives)
  }
}
