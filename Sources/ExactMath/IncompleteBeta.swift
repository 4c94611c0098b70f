extension Exact {
  /// The regularized incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable
  /// is at most x.
  ///
  /// 0 for x ≤ 0, 1 for x ≥ 1; NaN where a or b is not positive and finite, or anything is NaN. The
  /// error stays near 10⁻¹⁵ of the result, times the size of its logarithm, for a and b up to 10⁶.
  package static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    incompleteBeta(x, complement: 1 - x, a, b)
  }

  /// I_x(a, b) where 1 − x is known to more digits than a subtraction leaves.
  ///
  /// The continued fraction of DiDonato & Morris, "Algorithm 708: Significant digit computation of the
  /// incomplete beta function ratios", ACM TOMS 18(3), 1992, by the method of Lentz as modified by
  /// Thompson & Barnett, "Coulomb and Bessel functions of complex arguments and order", Journal of
  /// Computational Physics 64, 1986. It converges fast below the mean; above it
  /// I_x(a, b) = 1 − I_(1−x)(b, a) is used.
  package static func incompleteBeta(
    _ x: Double, complement y: Double, _ a: Double, _ b: Double
  ) -> Double {
    guard a > 0, b > 0, a < .infinity, b < .infinity, !x.isNaN, !y.isNaN else { return .nan }
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    let factor = betaPower(x, y, a, b)
    if x * (a + b + 2) <= a + 1 {
      return factor / betaFraction(x, y, a, b)
    }
    return 1 - factor / betaFraction(y, x, b, a)
  }

  /// x^a y^b / B(a, b) for x + y = 1, neither of them 0.
  ///
  /// Where both parameters are large, powers and beta function are as good as equal and far out of
  /// range; their quotient is taken around the mean, as DiDonato & Morris do.
  static func betaPower(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    guard min(a, b) >= stirlingStart else {
      let logX = x > 0.5 ? log1p(-y) : log(x)
      let logY = y > 0.5 ? log1p(-x) : log(y)
      return exp(a * logX + b * logY - logBeta(a, b))
    }
    let sum = a + b
    // How far x lies below the mean a / (a + b), in units of a + b.
    let below = x <= y ? a - sum * x : sum * y - b
    let distance =
      a * excessOverLogarithm(-below / a, sum: x * (sum / a))
      + b * excessOverLogarithm(below / b, sum: y * (sum / b))
    let rest = stirlingRest(a) + stirlingRest(b) - stirlingRest(sum)
    // 1 / 2π
    let scale = 0x1.45f306dc9c883p-3 * a * (b / sum)
    return scale.squareRoot() * exp(-distance - rest)
  }

  /// ln B(a, b) = ln Γ(s) − (ln Γ(l + s) − ln Γ(l)), s the smaller and l the larger parameter.
  ///
  /// In the difference the large terms of Stirling's series are taken off each other on paper. Where
  /// l is small, B(s, l) = B(s, l + n) (s + l) … (s + l + n − 1) / (l … (l + n − 1)).
  private static func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = min(a, b)
    var large = max(a, b)
    var product = 1.0
    while large < stirlingStart {
      product *= (small + large) / large
      large += 1
    }
    let sum = small + large
    let growth =
      (large - 0.5) * log1p(small / large) + small * (log(sum) - 1)
      + (stirlingRest(sum) - stirlingRest(large))
    return logGamma(small) - growth + log(product)
  }

  /// The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) of DiDonato & Morris, equation 9, with
  /// which I_x(a, b) = x^a y^b / (B(a, b) · fraction).
  private static func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    // Stands for a denominator of 0, which Thompson & Barnett step over.
    func awayFromZero(_ value: Double) -> Double { value.magnitude < 1e-300 ? 1e-300 : value }
    let start = a * y - b * x + 1
    var fraction = awayFromZero(a * start / (a + 1))
    var upper = fraction
    var lower = 0.0
    // Ten times what parameters of 10⁸ need.
    for step in 1...100_000 {
      let m = Double(step)
      let top = a + 2 * m
      let share = m * (b - m) * x / (top - 1)
      let numerator = (a + m - 1) * (a + b + m - 1) * x / (top - 1) * share
      let denominator = m + share + (a + m) * (start + m * (1 + y)) / (top + 1)
      lower = 1 / awayFromZero(denominator + numerator * lower)
      upper = awayFromZero(denominator + numerator / upper)
      let change = lower * upper
      fraction *= change
      if (change - 1).magnitude < 0x1p-52 { break }
    }
    return fraction
  }
}
