import ExactMath

/// How large a difference between two systems is, beside how sure.
package struct EffectSize: Sendable, Hashable {
  /// Cohen's d_z: the mean difference in standard deviations of the differences (Cohen, Statistical
  /// Power Analysis for the Behavioral Sciences, 1988, 2.3.5).
  package let standardizedDifference: Double
  /// Hedges' correction of d_z, which is too large in small samples (Hedges, "Distribution theory
  /// for Glass's estimator of effect size", Journal of Educational Statistics 6(2), 1981).
  package let correctedDifference: Double

  /// Nil where the paired t test is nil.
  package init?(_ differences: [Double]) {
    guard let moments = Moments(differences) else { return nil }
    standardizedDifference = moments.mean / moments.standardDeviation
    correctedDifference = standardizedDifference * Self.correction(Double(moments.count - 1))
  }

  /// Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)), 0 for one degree of freedom, near 1 − 3 / (4ν − 1).
  private static func correction(_ degrees: Double) -> Double {
    guard degrees > 1 else { return 0 }
    let logarithm = Exact.logGamma(degrees / 2) - Exact.logGamma((degrees - 1) / 2)
    return Exact.exp(logarithm) / (degrees / 2).squareRoot()
  }

  /// The share of units on which the first system is better, equal ones counted half; nil without
  /// units.
  ///
  /// The common language effect size of McGraw & Wong, Psychological Bulletin 111(2), 1992, for
  /// pairs. NaN counts as equal.
  package static func shareBetter(_ differences: [Double]) -> Double? {
    guard !differences.isEmpty else { return nil }
    let halves = differences.reduce(0) { $0 + ($1 > 0 ? 2 : $1 < 0 ? 0 : 1) }
    return Double(halves) / Double(2 * differences.count)
  }
}
