extension Exact {
  /// The binary logarithm of x.
  ///
  /// Exact for powers of two. −infinity for ±0, infinity for infinity, NaN for negative numbers
  /// and NaN. The largest error seen is 0.507 ulp.
  ///
  /// The method is that of ``log(_:)``: log₂ x = k − log₂ c + log₂(1 + r). The linear term r / ln 2
  /// is a product in two pieces; the others are the Taylor series up to r⁹.
  public static func log2(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return logarithmOfExtreme(x) }
    let argument = LogarithmArgument(bits: x.bitPattern)
    let entry = BinaryLogarithmTable.rows[argument.row]
    let (r, error) = argument.rest(by: entry.reciprocal)

    // 1 / ln 2 has 27 bits in its upper piece and the upper half of r has 26.
    let upper = r.upperHalf
    let linear = upper * 0x1.7154764p0
    let linearLow = (r - upper + error) * 0x1.7154764p0 + r * 0x1.2b82fe1777d1p-28

    // Exact: both terms are multiples of 2⁻⁴² below 2¹¹.
    let whole = argument.exponent + entry.high
    let high = whole + linear
    let low = ((whole - high) + linear) + (entry.low + linearLow)

    let r2 = r * r
    let series =
      (-0x1.71547652b82fep-1 + r * 0x1.ec709dc3a03fdp-2)
      + r2
      * ((-0x1.71547652b82fep-2 + r * 0x1.2776c50ef9bfep-2)
        + r2
        * ((-0x1.ec709dc3a03fdp-3 + r * 0x1.a61762a7aded9p-3)
          + r2 * (-0x1.71547652b82fep-3 + r * 0x1.484b13d7c02a9p-3)))
    return high + (low + r2 * series)
  }
}
