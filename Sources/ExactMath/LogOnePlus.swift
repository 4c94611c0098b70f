extension Exact {
  /// ln(1 + x), with all digits also where x is small.
  ///
  /// −infinity for −1, infinity for infinity, NaN below −1 and for NaN; ±0 for ±0. The error stays
  /// below 4 ulp.
  ///
  /// The rounding of 1 + x is taken back by x / ((1 + x) − 1), as in the HP-15C Advanced Functions
  /// Handbook (Kahan, 1982), explained in Goldberg, "What every computer scientist should know about
  /// floating-point arithmetic", ACM Computing Surveys 23(1), 1991, theorem 4.
  package static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    if sum == 1 { return x }
    guard sum > 0, sum < .infinity else { return logarithmOfExtreme(sum) }
    return log(sum) * (x / (sum - 1))
  }

  /// x − ln(1 + x), with all digits also where x is small; `sum` is 1 + x, which may be known to more
  /// digits than an addition leaves.
  ///
  /// With r = x / (2 + x), ln(1 + x) = 2 artanh r and x − 2r = x r, so the first terms cancel on
  /// paper: what remains is r (x − 2 r² (1/3 + r²/5 + r⁴/7 + …)).
  static func excessOverLogarithm(_ x: Double, sum: Double) -> Double {
    guard x > -0.4, x < 0.6 else { return x - log(sum) }
    let r = x / (2 + x)
    let square = r * r
    // |r| ≤ 1/4: the last term is below 2⁻⁵⁴ of the first.
    var series = 0.0
    var odd = 29.0
    while odd > 1 {
      series = series * square + 1 / odd
      odd -= 2
    }
    return r * (x - 2 * square * series)
  }
}
