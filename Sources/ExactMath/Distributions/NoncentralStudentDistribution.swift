/// The noncentral t distribution, that of the t statistic where there is an effect.
package struct NoncentralStudentDistribution: Sendable, Hashable {
  package let degreesOfFreedom: Double
  package let noncentrality: Double

  /// Nil unless the degrees of freedom are positive and both numbers are finite.
  package init?(degreesOfFreedom: Double, noncentrality: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom < .infinity, noncentrality.isFinite else {
      return nil
    }
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// The probability of a value of at least t, to about 10⁻¹²; NaN for NaN.
  package func probability(above t: Double) -> Double { 1 - probability(below: t) }

  /// The probability of a value of at most t, to about 10⁻¹²; NaN for NaN.
  ///
  /// Lenth, "Algorithm AS 243: Cumulative distribution function of the non-central t distribution",
  /// Applied Statistics 38(1), 1989. Its weights leave the range of `Double` for a noncentrality
  /// beyond 37; there, and from a million degrees of freedom on, the normal approximation of
  /// Abramowitz & Stegun, 26.7.10, stands in.
  package func probability(below t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    guard t.magnitude < .infinity else { return t > 0 ? 1 : 0 }
    guard noncentrality.magnitude <= 37, degreesOfFreedom < 1e6 else { return approximation(t) }
    let value =
      t >= 0
      ? Self.series(t, degreesOfFreedom, noncentrality)
      : 1 - Self.series(-t, degreesOfFreedom, -noncentrality)
    return min(max(value, 0), 1)
  }

  private func approximation(_ t: Double) -> Double {
    let centre = t * (1 - 1 / (4 * degreesOfFreedom)) - noncentrality
    let spread = 1 + t * (t / (2 * degreesOfFreedom))
    return NormalDistribution.probability(below: centre / spread.squareRoot())
  }

  /// The probability of a value of at most t ≥ 0: Φ(−δ) + ½ Σ pⱼ I_x(j + ½, ν/2) + qⱼ I_x(j + 1, ν/2).
  private static func series(_ t: Double, _ degrees: Double, _ noncentrality: Double) -> Double {
    var total = CompensatedSum()
    total.add(NormalDistribution.probability(below: -noncentrality))
    let share = t * t / degrees
    guard share > 0, share < .infinity else { return share > 0 ? 1 : total.value }
    let x = share / (1 + share)
    let y = 1 / (1 + share)
    let b = degrees / 2
    let half = noncentrality * noncentrality / 2
    // The weights pⱼ (Poisson) and qⱼ, and the beta functions with the terms that take them from one
    // j to the next: I_x(a + 1, b) = I_x(a, b) − x^a y^b / (a B(a, b)).
    var even = Exact.exp(-half)
    // √(2 / π)
    var odd = 0.79788456080286535588 * even * noncentrality
    var evenBeta = Exact.incompleteBeta(x, complement: y, 0.5, b)
    var evenStep = Exact.betaPower(x, y, 0.5, b) / 0.5
    var oddBeta = Exact.incompleteBeta(x, complement: y, 1, b)
    var oddStep = Exact.betaPower(x, y, 1, b)
    var unused = 1 - even
    for step in 0..<10_000 {
      let j = Double(step)
      total.add(0.5 * even * evenBeta)
      total.add(0.5 * odd * oddBeta)
      if j > half, unused < 1e-15 || (unused + odd.magnitude) * evenBeta < 1e-17 { break }
      evenBeta -= evenStep
      evenStep *= x * (j + 0.5 + b) / (j + 1.5)
      oddBeta -= oddStep
      oddStep *= x * (j + 1 + b) / (j + 2)
      even *= half / (j + 1)
      odd *= half / (j + 1.5)
      unused -= even
    }
    return total.value
  }
}
