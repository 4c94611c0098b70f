extension Assessment {
  /// For each item the share of the other class that it is placed right of: what AUC is the mean of.
  ///
  /// DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988 (there called structural components);
  /// computed from the sorted scores as by Sun and Xu, IEEE Signal Processing Letters 21, 2014. Of
  /// each positive item it is the share of the others below it, of each other item that of the
  /// positive items above it, ties counting one half. Items stand in the order of the gold; one
  /// without an answer is placed the worst. Copies do not count.
  ///
  /// Nil without scores and where all items are of one class.
  package var placements: (positives: [Double], others: [Double])? {
    guard let scores = rankingScores else { return nil }
    let isPositive = gold.map { scale.positive[Int($0)] }
    let positiveCount = isPositive.count { $0 }
    let otherCount = isPositive.count - positiveCount
    guard positiveCount > 0, otherCount > 0 else { return nil }
    // An other item without an answer stands above all, a positive one below all.
    var above = 0
    var othersAbove = isPositive.indices.count { !isPositive[$0] && !isAnswered($0) }
    var placed = Array(repeating: 0.0, count: scores.count)
    let order = (orders?.ranking ?? ScoreOrder.descending(scores))
      .map { Int($0) }.filter { isAnswered($0) }
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
    return (
      isPositive.indices.lazy.filter { isPositive[$0] }.map { placed[$0] },
      isPositive.indices.lazy.filter { !isPositive[$0] }.map { placed[$0] }
    )
  }
}
