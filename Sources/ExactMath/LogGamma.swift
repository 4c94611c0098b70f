extension Exact {
  /// The natural logarithm of the gamma function of a positive number.
  ///
  /// Infinity for 0 and infinity, NaN for negative numbers and NaN. The error stays below 10⁻¹⁵ of
  /// the larger of 1 and the result; near 1 and 2, where the result is 0, it is absolute.
  ///
  /// Stirling's series from 10 on (Abramowitz & Stegun, 6.1.40), below it by
  /// Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)).
  package static func logGamma(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 || x == .infinity ? .infinity : .nan }
    // ½ ln π, and the zeros.
    if x == 0.5 { return 0x1.250d048e7a1bdp-1 }
    if x == 1 || x == 2 { return 0 }
    var shifted = x
    var product = 1.0
    while shifted < stirlingStart {
      product *= shifted
      shifted += 1
    }
    // ½ ln 2π
    let halfLogOfTwoPi = 0x1.d67f1c864beb5p-1
    let stirling =
      (shifted - 0.5) * (log(shifted) - 1) + (halfLogOfTwoPi - 0.5 + stirlingRest(shifted))
    return product == 1 ? stirling : stirling - log(product)
  }

  /// From here on Stirling's series is used.
  static let stirlingStart = 10.0

  /// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 10: Stirling's series, Abramowitz & Stegun,
  /// 6.1.41; the first term left out is below 4 · 10⁻¹⁷.
  static func stirlingRest(_ x: Double) -> Double {
    let inverse = 1 / x
    let z = inverse * inverse
    let tail = z * (1.0 / 1188 - z * (691.0 / 360_360 - z * (1.0 / 156)))
    return inverse
      * (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - tail))))
  }
}
