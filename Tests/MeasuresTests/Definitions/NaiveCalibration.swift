import Foundation

extension NaiveAnswers {
  /// Naeini, Cooper and Hauskrecht, AAAI 2015: bin b of B is [b/B, (b + 1)/B), the last with its
  /// end.
  func ece(bins: Int = 10) -> Double? {
    guard givesProbabilities, !items.isEmpty else { return nil }
    var sum = 0.0
    for bin in 0..<bins {
      let inside = items.filter { item in
        let p = probability(item)
        let low = Double(bin) / Double(bins)
        let high = Double(bin + 1) / Double(bins)
        return p >= low && (p < high || bin == bins - 1)
      }
      guard !inside.isEmpty else { continue }
      let outcome = inside.map { $0.isPositive ? 1.0 : 0 }.average
      let given = inside.map { probability($0) }.average
      sum += Double(inside.count) / Double(items.count) * abs(outcome - given)
    }
    return sum
  }

  /// Arrieta-Ibarra et al., JMLR 2022: the range of the cumulative differences, taken between
  /// items of different probability.
  func ecce() -> Double? {
    guard givesProbabilities, !items.isEmpty else { return nil }
    let sums =
      [0]
      + Set(items.map { probability($0) }).map { bound in
        items.filter { probability($0) <= bound }
          .map { ($0.isPositive ? 1 : 0) - probability($0) }.total / Double(items.count)
      }
    return (sums.max() ?? 0) - (sums.min() ?? 0)
  }

  /// The probability of such a range if outcomes followed the probabilities.
  func ecceProbability() -> Double? {
    guard let range = ecce() else { return nil }
    let variance = items.map { probability($0) * (1 - probability($0)) }.total
    let deviation = max(variance, 0).squareRoot() / Double(items.count)
    guard deviation > 1e-12 else { return nil }
    return naiveBrownianRangeTail(range / deviation)
  }
}

/// The probability that a Brownian motion on [0, 1] ranges over more than x: the integral from x on
/// of Feller's density (1951) 8·Σ (−1)^(k−1) k² φ(k·x), which is 4·Σ (−1)^(k−1) k·erfc(k·x/√2).
///
/// The kernel sums another series, that of the distribution by theta functions.
func naiveBrownianRangeTail(_ x: Double) -> Double {
  // A range below 0.3 is rarer than 1e-22.
  guard x > 0.3 else { return 1 }
  var sum = 0.0
  for k in 1...200 {
    let term = Double(k) * erfc(Double(k) * x / 2.0.squareRoot())
    sum += k % 2 == 1 ? 4 * term : -4 * term
  }
  return sum
}
