internal import Inference
internal import Measures

extension SubmissionAnswers {
  /// What DeLong's test is made from; nil where there are no scores.
  func placements(for measure: BoundMeasure) -> Placements? {
    switch columns {
    case .items(let assessment): assessment.placements
    case .users(let detection):
      (measure.measure.after.map(detection.assessment(after:)) ?? detection.assessment).placements
    case .topics, .stages, .people: nil
    }
  }
}

extension Measure {
  /// Whether the measure is the area under the whole curve of positive items against the rest.
  var isWholeArea: Bool {
    name.base == "AUC" && name.arguments.allSatisfy { $0.name == "after" }
  }
}

extension Assessment {
  /// The share of the other class that each item is on the right side of, ties counted half. An item
  /// without an answer is on the wrong side of all.
  fileprivate var placements: Placements? {
    guard let scores = rankingScores else { return nil }
    let isPositive = gold.map { scale.positive[Int($0)] }
    let positiveCount = isPositive.count { $0 }
    let negativeCount = isPositive.count - positiveCount
    var shares = Array(repeating: 0.0, count: gold.count)
    let order = ScoreOrder.descending(scores).lazy.map { Int($0) }.filter { isAnswered($0) }
    let ascending = Array(order.reversed())
    // Positives that are left out are below all negatives, so above none of them.
    var negativesBelow = 0
    var positivesBelow = gold.indices.count { isPositive[$0] && !isAnswered($0) }
    var first = 0
    while first < ascending.count {
      var end = first
      var tied = (positives: 0, negatives: 0)
      while end < ascending.count, scores[ascending[end]] == scores[ascending[first]] {
        if isPositive[ascending[end]] { tied.positives += 1 } else { tied.negatives += 1 }
        end += 1
      }
      for item in ascending[first..<end] {
        let doubled =
          isPositive[item]
          ? 2 * negativesBelow + tied.negatives
          : 2 * (positiveCount - positivesBelow) - tied.positives
        shares[item] = Double(doubled) / (2 * Double(isPositive[item] ? negativeCount : positiveCount))
      }
      negativesBelow += tied.negatives
      positivesBelow += tied.positives
      first = end
    }
    return Placements(
      positives: gold.indices.filter { isPositive[$0] }.map { shares[$0] },
      negatives: gold.indices.filter { !isPositive[$0] }.map { shares[$0] })
  }
}
