internal import ExactMath

/// An interval from the replicates of a bootstrap.
package struct BootstrapInterval: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case percentile
    /// Bias-corrected and accelerated.
    case bca
  }

  package let low: Double
  package let high: Double
  /// How it was made: percentile where the correction could not be.
  package let method: Method

  /// The quantiles of the replicates (Efron 1979): what they leave out is the same on both sides.
  ///
  /// Nil where no replicate has a value, and where nearly all have the same: an interval without width
  /// would claim to know the value exactly, when all that is known is that the units say nothing of
  /// how much it varies.
  package static func percentile(
    _ replicates: ReplicateColumn, confidence: Double
  ) -> BootstrapInterval? {
    let tail = (1 - confidence) / 2
    return between(tail, 1 - tail, of: replicates.defined, .percentile)
  }

  /// The quantiles of the replicates after a correction for bias and for skewness: Efron, "Better
  /// bootstrap confidence intervals" (JASA 82, 1987); Efron and Tibshirani, "An Introduction to the
  /// Bootstrap", 1993, section 14.3.
  ///
  /// The bias z₀ = Φ⁻¹(share of replicates below the value, those equal to it but for rounding
  /// counting one half), the acceleration a = Σ(θ̄ − θᵢ)³ / (6 (Σ(θ̄ − θᵢ)²)^(3/2)) over the values
  /// θᵢ without one unit, or without one block of units: the sums of both powers over blocks have the
  /// same expectation as over units. The bounds are the quantiles at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))).
  ///
  /// It is the percentile interval where all replicates are on one side of the value, and nil where
  /// that is.
  package static func bca(
    _ replicates: ReplicateColumn, value: Double, leavingOut: ReplicateColumn, confidence: Double
  ) -> BootstrapInterval? {
    let defined = replicates.defined
    guard !defined.isEmpty else { return nil }
    var below = 0
    var equal = 0
    let rounding = Self.rounding(of: value, defined)
    for replicate in defined {
      if abs(replicate - value) <= rounding {
        equal += 1
      } else if replicate < value {
        below += 1
      }
    }
    let bias = NormalDistribution.quantile(
      (Double(below) + Double(equal) / 2) / Double(defined.count))
    let acceleration = acceleration(leavingOut.defined)
    let tail = (1 - confidence) / 2
    func level(_ z: Double) -> Double {
      NormalDistribution.probability(
        below: bias + (bias + z) / (1 - acceleration * (bias + z)))
    }
    let z = NormalDistribution.quantile(1 - tail)
    guard bias.isFinite, acceleration * (bias + z) < 1, acceleration * (bias - z) < 1 else {
      return percentile(replicates, confidence: confidence)
    }
    return between(level(-z), level(z), of: defined, .bca)
  }

  /// How far apart numbers may be that are equal but for rounding: a resample of a mean adds up in
  /// another order, and a sum that ends a bit lower is no lower value.
  ///
  /// The rule of ``SwapPermutation``.
  private static func rounding(of value: Double, _ replicates: [Double]) -> Double {
    let largest = replicates.reduce(value.magnitude) { max($0, $1.magnitude) }
    return max(1e-12 * value.magnitude, 1e-13 * largest)
  }

  static func acceleration(_ leavingOut: [Double]) -> Double {
    guard leavingOut.count > 1 else { return 0 }
    let mean = Exact.sum(leavingOut) / Double(leavingOut.count)
    var squares = CompensatedSum()
    var cubes = CompensatedSum()
    for value in leavingOut {
      let distance = mean - value
      squares.add(distance * distance)
      cubes.add(distance * distance * distance)
    }
    // Distances that are roundings of the mean alone say nothing of skewness.
    let rounding = abs(mean) * 0x1p-50
    guard squares.value > Double(leavingOut.count) * rounding * rounding else { return 0 }
    return cubes.value / (6 * squares.value * squares.value.squareRoot())
  }

  private static func between(
    _ low: Double, _ high: Double, of values: [Double], _ method: Method
  ) -> BootstrapInterval? {
    guard !values.isEmpty else { return nil }
    var values = values
    let bounds = (
      Quantile.linear(low, reordering: &values), Quantile.linear(high, reordering: &values)
    )
    guard bounds.1 - bounds.0 > rounding(of: bounds.0, values) else { return nil }
    return BootstrapInterval(low: bounds.0, high: bounds.1, method: method)
  }
}
