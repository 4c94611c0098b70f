extension NaiveAnswers {
  /// Recall and precision when everything from a score upwards is called positive, by descending
  /// score.
  private var curve: [(recall: Double, precision: Double)]? {
    let positives = items.filter(\.isPositive)
    guard !positives.isEmpty else { return nil }
    return Set(items.map(urgency)).sorted(by: >).map { threshold in
      let called = items.filter { urgency($0) >= threshold }
      let right = Double(called.filter(\.isPositive).count)
      return (right / Double(positives.count), right / Double(called.count))
    }
  }

  func averagePrecision() -> Double? {
    guard let curve else { return nil }
    var (sum, recall) = (0.0, 0.0)
    for point in curve {
      sum += (point.recall - recall) * point.precision
      recall = point.recall
    }
    return sum
  }

  func precisionRecallArea() -> Double? {
    guard let curve else { return nil }
    var (sum, last) = (0.0, (recall: 0.0, precision: 1.0))
    for point in curve {
      sum += (point.recall - last.recall) * (point.precision + last.precision) / 2
      last = point
    }
    return sum
  }
}
