extension Exact {
  /// The natural logarithm of x.
  ///
  /// −infinity for ±0, infinity for infinity, NaN for negative numbers and NaN; +0 for 1. The
  /// largest error seen is 0.505 ulp.
  ///
  /// The method is that of Tang, "Table-driven implementation of the logarithm function in IEEE
  /// floating-point arithmetic", ACM TOMS 16(4), 1990, with reciprocals so short that the reduced
  /// argument r is exact: ln x = k ln 2 − ln c + ln(1 + r), the first two terms from tables in two
  /// pieces, the last from its Taylor series up to r⁹, where |r| ≤ 2⁻⁷ leaves less than 2⁻⁶⁶ of r.
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return logarithmOfExtreme(x) }
    let argument = LogarithmArgument(bits: x.bitPattern)
    let entry = LogarithmTable.rows[argument.row]
    let (r, error) = argument.rest(by: entry.reciprocal)

    // Exact: both terms are multiples of 2⁻⁴² below 2¹⁰.
    let whole = argument.exponent * LogarithmTable.ln2High + entry.high
    let high = whole + r
    let low =
      ((whole - high) + r) + error + (argument.exponent * LogarithmTable.ln2Low + entry.low)

    let r2 = r * r
    let series =
      (-0x1p-1 + r * 0x1.5555555555555p-2)
      + r2
      * ((-0x1p-2 + r * 0x1.999999999999ap-3)
        + r2
        * ((-0x1.5555555555555p-3 + r * 0x1.2492492492492p-3)
          + r2 * (-0x1p-3 + r * 0x1.c71c71c71c71cp-4)))
    return high + (low + r2 * series)
  }

  /// A logarithm, to any base above 1, of a number that is not positive and finite.
  static func logarithmOfExtreme(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    return x == .infinity ? .infinity : .nan
  }
}

extension LogarithmTable {
  /// ln 2 to a multiple of 2⁻⁴², so that its product with an exponent is exact.
  static let ln2High = 0x1.62e42fefa38p-1
  /// The rest of ln 2.
  static let ln2Low = 0x1.ef35793c7673p-45
}
