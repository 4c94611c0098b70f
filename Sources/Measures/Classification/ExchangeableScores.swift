internal import ExactMath

extension Assessment {
  /// The same answers on a scale that another submission's can be mixed with, without changing what
  /// `measure` says of them.
  ///
  /// Labels and probabilities mean the same in every submission and stay as they are. Other scores
  /// mean something only beside those of the same submission: they become their middle ranks, as a
  /// share of the answered items, so that an item's is comparable between submissions (Bandos,
  /// Rockette and Gur, Statistics in Medicine 24, 2005, exchange ranks for the area under the curve).
  /// For Pearson's correlation, which ranks would change, they become standard scores.
  package func exchangeable(for measure: BoundMeasure) -> Assessment {
    guard !measure.measure.isOfLabels else { return self }
    var exchangeable = self
    if measure.measure.needsProbabilities {
      // One submission may have them as scores and the other as columns of labels; sums of columns
      // may be off by a rounding.
      exchangeable.scores = positiveProbabilities?.map { $0 > 1 && $0 <= 1 + 2e-6 ? 1 : $0 }
      return exchangeable
    }
    let rescale = measure.measure.name.base == "Pearson" ? standardScores : middleRanks
    exchangeable.scores = rankingScores.map(rescale)
    exchangeable.probabilities = probabilities?.map(rescale)
    return exchangeable
  }

  /// The middle rank of each answered item, the lowest score first, over their number: in 0...1.
  private func middleRanks(_ scores: [Double]) -> [Double] {
    let order = ScoreOrder.descending(scores).reversed().map { Int($0) }.filter { isAnswered($0) }
    var ranks = Array(repeating: 0.0, count: scores.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, scores[order[end]] == scores[order[first]] { end += 1 }
      // The ranks of first..<end are first + 1 to end.
      let rank = Double(first + end) / (2 * Double(order.count))
      for place in first..<end { ranks[order[place]] = rank }
      first = end
    }
    return ranks
  }

  /// Scores less their mean, over their standard deviation; 0 where they do not vary.
  private func standardScores(_ scores: [Double]) -> [Double] {
    let answered = scores.indices.filter { isAnswered($0) }
    guard !answered.isEmpty else { return scores }
    let count = Double(answered.count)
    // Halved, and in units of the largest distance, so that nothing overflows.
    let mean = Exact.sum(answered.map { scores[$0] / count })
    let widest = answered.reduce(0.0) { max($0, abs(scores[$1] / 2 - mean / 2)) }
    guard widest > 0 else { return scores.map { _ in 0 } }
    let distances = scores.indices.map {
      isAnswered($0) ? (scores[$0] / 2 - mean / 2) / widest : 0
    }
    let deviation = (Exact.sum(distances.map { $0 * $0 }) / count).squareRoot()
    return distances.map { $0 / deviation }
  }

  /// These answers with those of `other` in the places where `isSwapped`.
  ///
  /// What is not answered there is not answered here. Equal scores keep this submission's order.
  package func swapped(with other: Assessment, where isSwapped: [Bool]) -> Assessment {
    var mixed = self
    mixed.scores = Self.mixed(scores, other.scores, isSwapped)
    mixed.predicted = Self.mixed(predicted, other.predicted, isSwapped)
    if let probabilities, let others = other.probabilities {
      mixed.probabilities = zip(probabilities, others).map { Self.mixed($0, $1, isSwapped) }
    } else {
      mixed.probabilities = nil
    }
    if answered != nil || other.answered != nil {
      let all = Array(repeating: true, count: gold.count)
      mixed.answered = Self.mixed(answered ?? all, other.answered ?? all, isSwapped)
    }
    return mixed
  }

  private static func mixed<Value>(
    _ own: [Value]?, _ others: [Value]?, _ isSwapped: [Bool]
  ) -> [Value]? {
    guard let own, let others else { return nil }
    return mixed(own, others, isSwapped)
  }

  private static func mixed<Value>(
    _ own: [Value], _ others: [Value], _ isSwapped: [Bool]
  ) -> [Value] {
    own.indices.map { isSwapped[$0] ? others[$0] : own[$0] }
  }
}
