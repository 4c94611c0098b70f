extension Exact {
  /// 2 to the power x.
  ///
  /// Exact for whole numbers. 1 for ±0, 0 from −1075 downwards, infinity from 1024 upwards, NaN for
  /// NaN. The largest error seen is 0.508 ulp.
  ///
  /// The method is that of ``exp(_:)``, with x = n / 128 + r, where r is exact.
  public static func exp2(_ x: Double) -> Double {
    guard x < 1024, x > -1075 else {
      if x.isNaN { return .nan }
      return x > 0 ? .infinity : 0
    }
    let steps = nearestWhole(x * 128)
    let r = x - steps.number * 0x1p-7

    // The Taylor series of 2^r − 1 up to r⁶: |r| ≤ 2⁻⁸ leaves less than 2⁻⁷¹.
    let r2 = r * r
    let growth =
      r * 0x1.62e42fefa39efp-1
      + r2
      * ((0x1.ebfbdff82c58fp-3 + r * 0x1.c6b08d704a0cp-5)
        + r2
        * ((0x1.3b2ab6fba4e77p-7 + r * 0x1.5d87fe78a6731p-10) + r2 * 0x1.430912f86c787p-13))
    return PowerProduct(steps: steps.integer, growth: growth).value
  }
}
