/// An assessment: items with their answers, and the labels that there are.
struct NaiveAnswers: Sendable {
  var items: [NaiveItem]
  var labels: [String]
  var grades: [Double]
  var positive: Set<Int>
  var groupings: [String: Set<Int>] = [:]
  /// Which columns the submission has.
  var hasScores = true
  var hasLabels = true
  var hasProbabilities = true

  /// How urgent an item is said to be: its score, else the probability of a positive label; where
  /// there is no answer, as wrong as can be.
  func urgency(_ item: NaiveItem) -> Double {
    guard item.hasAnswer else { return item.isPositive ? -.infinity : .infinity }
    if hasScores { return item.score }
    return positive.sorted().map { item.probabilities[$0] }.total
  }

  /// The same as a probability; sums may exceed 1 by a rounding.
  func probability(_ item: NaiveItem) -> Double {
    guard item.hasAnswer else { return item.isPositive ? 0 : 1 }
    return min(urgency(item), 1)
  }

  func members(_ name: String?) -> Set<Int> {
    guard let name else { return positive }
    if let group = groupings[name] { return group }
    return labels.firstIndex(of: name).map { [$0] } ?? []
  }
}

extension NaiveItem {
  func isGold(_ members: Set<Int>) -> Bool { level.map { members.contains($0) } ?? false }
}
