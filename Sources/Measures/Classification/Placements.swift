/// For each item the share of the other class that it is placed right of: what AUC is the mean of.
///
/// DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988 (there called structural components);
/// computed from the sorted scores as by Sun and Xu, IEEE Signal Processing Letters 21, 2014.
package struct Placements: Sendable {
  /// Of each positive item the share of the others below it, ties counting one half.
  package private(set) var positives: [Double] = []
  /// Of each other item the share of the positive items above it.
  package private(set) var others: [Double] = []

  /// Nil without scores and where all items are of one class. Items stand in the order of the gold;
  /// one without an answer is placed the worst.
  package init?(_ assessment: Assessment) {
    guard let scores = assessment.rankingScores else { return nil }
    let isPositive = assessment.gold.map { assessment.scale.positive[Int($0)] }
    let positiveCount = isPositive.count { $0 }
    let otherCount = isPositive.count - positiveCount
    guard positiveCount > 0, otherCount > 0 else { return nil }
    // An other item without an answer stands above all, a positive one below all.
    var above = 0
    var othersAbove = isPositive.indices.count { !isPositive[$0] && !assessment.isAnswered($0) }
    var placed = Array(repeating: 0.0, count: scores.count)
    let order = (assessment.orders?.ranking ?? ScoreOrder.descending(scores))
      .map { Int($0) }.filter(assessment.isAnswered)
    var first = 0
    while first < order.count {
      var end = first
      var positivesHere = 0
      while end < order.count, scores[order[end]] == scores[order[first]] {
        if isPositive[order[end]] { positivesHere += 1 }
        end += 1
      }
      let othersHere = end - first - positivesHere
      for item in order[first..<end] {
        placed[item] =
          isPositive[item]
          ? Double(2 * (otherCount - othersAbove) - othersHere) / Double(2 * otherCount)
          : Double(2 * above + positivesHere) / Double(2 * positiveCount)
      }
      above += positivesHere
      othersAbove += othersHere
      first = end
    }
    for item in isPositive.indices {
      if isPositive[item] { positives.append(placed[item]) } else { others.append(placed[item]) }
    }
  }
}
