extension Exact {
  /// e to the power x.
  ///
  /// 1 for ±0, 0 from about −745.13 downwards, infinity from about 709.78 upwards, NaN for NaN.
  /// The largest error seen is 0.508 ulp.
  ///
  /// The method is that of Tang, "Table-driven implementation of the exponential function in IEEE
  /// floating-point arithmetic", ACM TOMS 15(2), 1989, with a table of 128 powers:
  /// x = n ln 2 / 128 + r, e^x = 2^(n / 128) · e^r.
  public static func exp(_ x: Double) -> Double {
    exponential(x, 0)
  }

  /// e to the power high + low, where low is at most 2⁻²⁰ of high in magnitude.
  @inline(__always)
  static func exponential(_ high: Double, _ low: Double) -> Double {
    guard high < 710, high > -746 else {
      if high.isNaN { return .nan }
      return high > 0 ? .infinity : 0
    }
    let steps = nearestWhole(high * 0x1.71547652b82fep7)
    // ln 2 / 128 in two pieces, the first of 35 bits, so that its product with n is exact.
    let r = ((high - steps.number * 0x1.62e42fefcp-8) + steps.number * 0x1.c610ca86c3899p-44) + low

    // The Taylor series of e^r − 1 up to r⁶: |r| ≤ 0.0028 leaves less than 2⁻⁷¹.
    let r2 = r * r
    let growth =
      r
      + r2
      * ((0x1p-1 + r * 0x1.5555555555555p-3)
        + r2
        * ((0x1.5555555555555p-5 + r * 0x1.1111111111111p-7) + r2 * 0x1.6c16c16c16c17p-10))
    return PowerProduct(steps: steps.integer, growth: growth).value
  }
}
