import Foundation

extension NaiveAnswers {
  /// Whether what is said of being positive are probabilities.
  var givesProbabilities: Bool {
    guard hasProbabilities || hasScores else { return false }
    return answered.allSatisfy { probability($0) >= 0 && probability($0) <= 1 }
  }

  /// Good, 1952: the surprise at an item being positive or not; without an answer that was said to
  /// be impossible.
  func logLoss() -> Double? {
    guard givesProbabilities, !items.isEmpty else { return nil }
    return items.map { item in
      let said = item.isPositive ? probability(item) : 1 - probability(item)
      return surprise(item.hasAnswer ? said : 0)
    }.average
  }

  /// The surprise at the gold label.
  func logLossOfAllLabels() -> Double? {
    guard hasProbabilities, !items.isEmpty else { return nil }
    return items.map { item in
      surprise(item.hasAnswer ? item.probabilities[item.level ?? 0] : 0)
    }.average
  }

  private func surprise(_ p: Double) -> Double {
    let epsilon = Double.ulpOfOne
    return -log(p < epsilon ? epsilon : p > 1 - epsilon ? 1 - epsilon : p)
  }

  /// Brier, 1950, halved, as is usual of two outcomes.
  func brier() -> Double? {
    guard givesProbabilities, !items.isEmpty else { return nil }
    return items.map { item in
      guard item.hasAnswer else { return 1 }
      return pow(probability(item) - (item.isPositive ? 1 : 0), 2)
    }.average
  }

  /// Brier, 1950, over all labels.
  func brierOfAllLabels() -> Double? {
    guard hasProbabilities, !items.isEmpty else { return nil }
    return items.map { item in
      guard item.hasAnswer else { return 2 }
      return labels.indices.map { pow(item.probabilities[$0] - ($0 == item.level ? 1 : 0), 2) }
        .total
    }.average
  }
}
