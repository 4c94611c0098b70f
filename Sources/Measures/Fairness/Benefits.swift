internal import ExactMath

/// What decisions give to people: b = ŷ − y + 1, so 2 for one selected without reason, 1 for whom is
/// judged rightly and 0 for one who is missed (Speicher et al., KDD 2018).
///
/// Values of which many are equal, each with how often it occurs.
struct Benefits: Sendable {
  private var values: [Double] = []
  private var counts: [Double] = []

  mutating func append(_ value: Double, count: Int) {
    guard count > 0 else { return }
    values.append(value)
    counts.append(Double(count))
  }

  /// The generalized entropy index: how unequal the values are.
  ///
  /// 1/(n·α·(α − 1)) Σ ((b/μ)^α − 1); at α = 1 the limit 1/n Σ b/μ · ln(b/μ), Theil's index, where
  /// 0·ln 0 is 0; at α = 0 the limit −1/n Σ ln(b/μ), the mean logarithmic deviation.
  func entropy(alpha: Double) -> MeasureValue {
    let size = Exact.sum(counts)
    guard size > 0 else { return .undefined(.nothing(.items)) }
    let mean = Exact.sum(values.indices.lazy.map { counts[$0] * values[$0] }) / size
    guard mean > 0 else { return .undefined(.nothing(.benefits)) }
    var sum = CompensatedSum()
    for index in values.indices {
      let ratio = values[index] / mean
      let term: Double
      if alpha == 0 {
        guard ratio > 0 else { return .undefined(.infinite(because: .noBenefit)) }
        term = -Exact.log(ratio)
      } else if alpha == 1 {
        term = ratio > 0 ? ratio * Exact.log(ratio) : 0
      } else if alpha == 2 {
        term = (ratio - 1) * (ratio - 1) / 2
      } else {
        let power = ratio > 0 ? Exact.pow(ratio, alpha) : 0
        term = (power - 1) / (alpha * (alpha - 1))
      }
      sum.add(counts[index] * term)
    }
    return .number(max(sum.value / size, 0))
  }

  /// √(2·GE₂): the standard deviation over the mean.
  var coefficientOfVariation: MeasureValue {
    let entropy = entropy(alpha: 2)
    return entropy.number.map { .number((2 * $0).squareRoot()) } ?? entropy
  }
}

extension BinaryCounts {
  /// The sum of the benefits.
  var benefit: Int { truePositives + trueNegatives + 2 * falsePositives }
  var size: Int { positives + negatives }
}
