internal import Measures

/// The values that a measure has for each unit, of several submissions: what paired tests compare
/// where a measure is a mean over units.
struct UnitValues: Sendable {
  /// One row a submission, one entry a unit for which all of them have a value.
  let values: [[Double]]
  /// Units that are not there because some submission has no value for them.
  let leftOut: Int

  var units: Int { values.first?.count ?? 0 }

  /// Nil where the measure is no mean over units, and where no submission has a value.
  init?(_ submissions: [SubmissionAnswers], _ measure: BoundMeasure) {
    guard !submissions.isEmpty else { return nil }
    var columns: [[Double?]] = []
    for submission in submissions {
      guard let column = submission.unitValues(of: measure) else { return nil }
      columns.append(column)
    }
    let units = columns.first?.count ?? 0
    guard columns.allSatisfy({ $0.count == units }) else { return nil }
    let complete = (0..<units).filter { unit in columns.allSatisfy { $0[unit] != nil } }
    let isSum = measure.isSumOverTopics
    values = columns.map { column in
      // A sum is the mean of units that count as often as there are units.
      complete.compactMap { unit in column[unit].map { isSum ? $0 * Double(units) : $0 } }
    }
    leftOut = units - complete.count
  }

  /// What the second submission has less than the first, unit by unit.
  func differences(_ first: Int, _ second: Int) -> [Double] {
    zip(values[first], values[second]).map { $0 - $1 }
  }
}

extension SubmissionAnswers {
  /// The value of each unit, nil where it has none; nil for all where the measure is no mean over
  /// units.
  fileprivate func unitValues(of measure: BoundMeasure) -> [Double?]? {
    switch columns {
    case .topics(let evaluation):
      guard case .list(let kernel, _) = measure.function,
        let column = evaluation.measures.firstIndex(of: measure.measure)
      else { return nil }
      if case .geometricMean = kernel.aggregate { return nil }
      return evaluation.perTopic.map { $0[column].number }
    case .people(let evaluation):
      guard measure.measure.isOfPosts else { return nil }
      return evaluation.values(of: [measure]).perUnit?.values.map { $0[0].number }
    case .users(let detection):
      return detection.unitValues(of: measure) ?? detection.assessment.itemValues(of: measure)
    case .items(let assessment): return assessment.itemValues(of: measure)
    case .stages(let triage): return triage.levelOfCare.itemValues(of: measure)
    }
  }
}

extension BoundMeasure {
  /// Whether the values of topics are added up, as those of NumRet.
  fileprivate var isSumOverTopics: Bool {
    guard case .list(let kernel, _) = function else { return false }
    return kernel.aggregate == .sum
  }
}
