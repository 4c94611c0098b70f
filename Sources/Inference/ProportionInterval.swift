import ExactMath

/// Intervals of rates, which are closed formulas of counts.
package enum ProportionInterval {
  /// Wilson's score interval of the rate successes / count.
  ///
  /// It never leaves 0…1 and has width also where the rate is 0 or 1. Wilson, "Probable inference,
  /// the law of succession, and statistical inference", JASA 22, 1927. The counts may be sums of
  /// weights. Nil unless 0 ≤ successes ≤ count, 0 < count < ∞ and the confidence lies between 0 and
  /// 1.
  package static func wilson(
    successes: Double, of count: Double, confidence: Double
  ) -> ConfidenceInterval? {
    guard let level = ConfidenceInterval.upperLevel(of: confidence), count > 0, count < .infinity,
      successes >= 0, successes <= count
    else { return nil }
    let z = NormalDistribution.quantile(level)
    let rate = successes / count
    let square = z * z / count
    let centre = rate + square / 2
    let half = (square * (rate * (1 - rate) + square / 4)).squareRoot()
    return ConfidenceInterval(
      // Rounding must not take the ends off 0 and 1, nor the rate out of its interval.
      low: successes == 0 ? 0 : min(rate, max(0, (centre - half) / (1 + square))),
      high: successes == count ? 1 : max(rate, min(1, (centre + half) / (1 + square))),
      confidence: confidence)
  }

  /// Newcombe's hybrid score interval of the difference between the rates of two separate groups,
  /// the first minus the second.
  ///
  /// Built from the two intervals of Wilson, without a continuity correction: method 10 of Newcombe,
  /// "Interval estimation for the difference between independent proportions", Statistics in
  /// Medicine 17, 1998. Nil where one of the intervals does not exist. The groups must not share
  /// units: two systems on the same units are compared by a paired test.
  package static func newcombe(
    successes first: Double, of firstCount: Double,
    minus second: Double, of secondCount: Double, confidence: Double
  ) -> ConfidenceInterval? {
    guard let one = wilson(successes: first, of: firstCount, confidence: confidence),
      let other = wilson(successes: second, of: secondCount, confidence: confidence)
    else { return nil }
    let firstRate = first / firstCount
    let secondRate = second / secondCount
    let difference = firstRate - secondRate
    let below = length(firstRate - one.low, other.high - secondRate)
    let above = length(one.high - firstRate, secondRate - other.low)
    return ConfidenceInterval(
      low: difference - below, high: difference + above, confidence: confidence
    ).clamped(to: -1...1)
  }

  private static func length(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }
}
