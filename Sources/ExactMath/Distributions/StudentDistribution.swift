/// Student's t distribution.
package struct StudentDistribution: Sendable, Hashable {
  package let degreesOfFreedom: Double

  /// Nil unless the degrees of freedom are positive and finite.
  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom < .infinity else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value of at least t; NaN for NaN.
  ///
  /// The error stays near 10⁻¹⁵ of the result, times the size of its logarithm far out in the upper
  /// tail.
  ///
  /// By the incomplete beta function (Abramowitz & Stegun, 26.7.1), whose two arguments are made
  /// without a subtraction.
  package func probability(above t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    let tail = 0.5 * outside(t.magnitude)
    return t < 0 ? 1 - tail : tail
  }

  /// The probability of a value of at most t.
  package func probability(below t: Double) -> Double { probability(above: -t) }

  /// The probability of a value at least as far from 0 as t: the two-sided p-value.
  package func probability(outside t: Double) -> Double {
    t.isNaN ? .nan : outside(t.magnitude)
  }

  /// The probability of a value between −t and t, with all digits also where t is small.
  func probability(inside t: Double) -> Double {
    if let z = Self.normalScore(t.magnitude, degreesOfFreedom) {
      return 1 - 2 * NormalDistribution.probability(above: z)
    }
    let share = t * t / degreesOfFreedom
    guard share < .infinity else { return 1 }
    return Exact.incompleteBeta(
      share / (1 + share), complement: 1 / (1 + share), 0.5, degreesOfFreedom / 2)
  }

  /// The density at t.
  func density(_ t: Double) -> Double {
    let share = t * t / degreesOfFreedom
    guard t != 0, share < .infinity, share > 0 else { return t == 0 ? peak : 0 }
    // x^a y^b / B(a, b) is the density times |t|, as dx / dt = 2 x y / t.
    return Exact.betaPower(share / (1 + share), 1 / (1 + share), 0.5, degreesOfFreedom / 2)
      / t.magnitude
  }

  /// The density at 0: Γ((ν + 1) / 2) / (√(νπ) Γ(ν / 2)).
  private var peak: Double {
    let half = degreesOfFreedom / 2
    let logarithm = Exact.logGamma(half + 0.5) - Exact.logGamma(half)
    // 1 / √π
    return 0x1.20dd750429b6dp-1 / degreesOfFreedom.squareRoot() * Exact.exp(logarithm)
  }

  private func outside(_ t: Double) -> Double {
    if let z = Self.normalScore(t, degreesOfFreedom) {
      return 2 * NormalDistribution.probability(above: z)
    }
    let share = t * t / degreesOfFreedom
    guard share < .infinity else { return 0 }
    return Exact.incompleteBeta(
      1 / (1 + share), complement: share / (1 + share), degreesOfFreedom / 2, 0.5)
  }

  /// The standard normal value that is exceeded as often as t, from a million degrees of freedom on,
  /// where the continued fraction of the beta function would take thousands of steps.
  ///
  /// Hill, "Algorithm 395: Student's t-distribution", Communications of the ACM 13(10), 1970; what
  /// it leaves out falls with the fifth power of the degrees of freedom.
  private static func normalScore(_ t: Double, _ degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom >= 1e6 else { return nil }
    let a = degreesOfFreedom - 0.5
    let b = 48 * a * a
    let y = a * Exact.log1p(t * t / degreesOfFreedom)
    guard y < .infinity else { return .infinity }
    let correction =
      (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1)
    return correction * y.squareRoot()
  }
}
