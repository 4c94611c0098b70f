/// The standard normal distribution.
package enum NormalDistribution {
  /// The probability of a value of at most z; NaN for NaN.
  ///
  /// The error stays near 10⁻¹⁵ of the result, also far out in the lower tail.
  ///
  /// The rational approximations are those of Cody, "Rational Chebyshev approximations for the error
  /// function", Mathematics of Computation 23, 1969, in the form that he gave them for this
  /// distribution in "Algorithm 715: SPECFUN", ACM TOMS 19(1), 1993 (ANORM).
  package static func probability(below z: Double) -> Double {
    guard !z.isNaN else { return .nan }
    let size = z.magnitude
    if size <= 0.67448975 { return 0.5 + z * central(z * z) }
    let tail = exponential(size) * (size <= 0x1.6a09e667f3bcdp2 ? middle(size) : outer(size))
    return z < 0 ? tail : 1 - tail
  }

  /// The probability of a value of at least z, with all digits also far out in the upper tail.
  package static func probability(above z: Double) -> Double { probability(below: -z) }

  /// (Φ(z) − ½) / z up to the quartiles.
  private static func central(_ square: Double) -> Double {
    let top =
      (((0.065682337918207449113 * square + 2.2352520354606839287) * square
        + 161.02823106855587881) * square + 1067.6894854603709582) * square
      + 18154.981253343561249
    let bottom =
      (((square + 47.20258190468824187) * square + 976.09855173777669322) * square
        + 10260.932208618978205) * square + 45507.789335026729956
    return top / bottom
  }

  /// The upper tail over e^(−z²/2) from the quartile to √32.
  private static func middle(_ z: Double) -> Double {
    let top = polynomial(
      z,
      1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412,
      93.506656132177855979, 597.27027639480026226, 2494.5375852903726711,
      6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218)
    let bottom = polynomial(
      z,
      1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805,
      6485.558298266760755, 18615.571640885098091, 34900.952721145977266,
      38912.003286093271411, 19685.429676859990727)
    return top / bottom
  }

  /// The upper tail over e^(−z²/2) from √32 on.
  private static func outer(_ z: Double) -> Double {
    guard z < .infinity else { return 0 }
    let inverse = 1 / (z * z)
    let top =
      ((((0.02307344176494017303 * inverse + 0.21589853405795699) * inverse
        + 0.1274011611602473639) * inverse + 0.022235277870649807) * inverse
        + 0.001421619193227893466) * inverse + 2.9112874951168792e-5
    let bottom =
      ((((inverse + 1.28426009614491121) * inverse + 0.468238212480865118) * inverse
        + 0.0659881378689285515) * inverse + 0.00378239633202758244) * inverse
      + 7.29751555083966205e-5
    // 1 / √2π
    return (0x1.9884533d43651p-2 - inverse * top / bottom) / z
  }

  /// e^(−z²/2), the square cut in two so that its rounding does not grow with z.
  private static func exponential(_ z: Double) -> Double {
    guard z < 40 else { return 0 }
    let upper = (z * 16).rounded(.towardZero) / 16
    let rest = (z - upper) * (z + upper)
    return Exact.exp(-0.5 * upper * upper) * Exact.exp(-0.5 * rest)
  }

  @inline(__always)
  private static func polynomial(
    _ z: Double, _ c8: Double, _ c7: Double, _ c6: Double, _ c5: Double, _ c4: Double,
    _ c3: Double, _ c2: Double, _ c1: Double, _ c0: Double
  ) -> Double {
    let upper = (((c8 * z + c7) * z + c6) * z + c5) * z + c4
    return (((upper * z + c3) * z + c2) * z + c1) * z + c0
  }
}
