import Foundation

extension NaiveAnswers {
  /// The probabilities that an item gives to the labels; where there are only scores, to "not
  /// positive" and "positive".
  private func distribution(_ item: NaiveItem) -> (given: [Double], truth: Int) {
    if hasProbabilities { return (item.probabilities, item.level ?? 0) }
    return ([1 - item.score, item.score], item.isPositive ? 1 : 0)
  }

  private var areUsable: Bool {
    hasProbabilities
      || hasScores && items.allSatisfy { !$0.hasAnswer || $0.score >= 0 && $0.score <= 1 }
  }

  func logLoss() -> Double? {
    guard areUsable, !items.isEmpty else { return nil }
    let epsilon = Double.ulpOfOne
    return items.map { item in
      let (given, truth) = distribution(item)
      let p = item.hasAnswer ? given[truth] : 0
      return -log(p < epsilon ? epsilon : p > 1 - epsilon ? 1 - epsilon : p)
    }.average
  }

  /// Brier, 1950; with two labels half of that, as is usual.
  func brier() -> Double? {
    guard areUsable, !items.isEmpty else { return nil }
    let isBinary = !hasProbabilities || labels.count == 2
    return items.map { item in
      guard item.hasAnswer else { return isBinary ? 1 : 2 }
      let (given, truth) = distribution(item)
      let squares = given.indices.map { pow(given[$0] - ($0 == truth ? 1 : 0), 2) }.total
      return isBinary ? squares / 2 : squares
    }.average
  }

  /// Whether what is said of being positive are probabilities, allowing sums a rounding.
  var givesProbabilities: Bool {
    items.allSatisfy { !$0.hasAnswer || urgency($0) >= 0 && urgency($0) <= 1 + 1e-9 }
  }
}
