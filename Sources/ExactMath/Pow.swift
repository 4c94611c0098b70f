extension Exact {
  /// x to the power y.
  ///
  /// Exact where the result is a `Double`. The special cases are those of IEEE 754-2019, 9.2.1:
  /// 1 for y = ±0 and for x = 1, even with NaN; NaN for negative x with a y that is not whole;
  /// the sign of x for odd y. The largest error seen is 0.543 ulp.
  ///
  /// The logarithm, by the method of ``log(_:)``, keeps about 68 bits in two pieces, as the range
  /// of y ln x takes up to 10 bits off them; its product with y, in two pieces, goes to the method
  /// of ``exp(_:)``.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    guard x > 0, x < .infinity, x != 1, y.magnitude < 0x1p64 else { return extremePower(x, y) }
    return positivePower(x, y)
  }

  /// x to the power y for finite x > 0 and |y| < 2⁶⁴.
  @inline(__always)
  private static func positivePower(_ x: Double, _ y: Double) -> Double {
    let logarithm = longLogarithm(x)
    let upperY = y.upperHalf
    let upper = logarithm.high.upperHalf
    let high = upperY * upper
    let low = (y - upperY) * upper + y * ((logarithm.high - upper) + logarithm.low)
    return exponential(high, low)
  }

  /// ln x for finite x > 0 as an unevaluated sum, to about 2⁻⁶⁸ of its size.
  @inline(__always)
  private static func longLogarithm(_ x: Double) -> (high: Double, low: Double) {
    let argument = LogarithmArgument(bits: x.bitPattern)
    let entry = LogarithmTable.rows[argument.row]
    let (r, error) = argument.rest(by: entry.reciprocal)

    // As in `log`, exact.
    let whole = argument.exponent * LogarithmTable.ln2High + entry.high
    let linear = whole + r
    let linearLow =
      ((whole - linear) + r) + (argument.exponent * LogarithmTable.ln2Low + entry.low)

    // −r² / 2 with its rounding error: the square of the upper half is exact.
    let upper = r.upperHalf
    let square = -0.5 * (upper * upper)
    let squareLow = -0.5 * ((r - upper) * (r + upper))
    let quadratic = linear + square
    let quadraticLow = (linear - quadratic) + square

    // The Taylor series from r³ up to r¹⁰: |r| ≤ 2⁻⁷ leaves less than 2⁻⁷³ of r. The error of r
    // changes ln(1 + r) by error / (1 + r).
    let r2 = r * r
    let series =
      (0x1.5555555555555p-2 + r * -0x1p-2)
      + r2
      * ((0x1.999999999999ap-3 + r * -0x1.5555555555555p-3)
        + r2
        * ((0x1.2492492492492p-3 + r * -0x1p-3)
          + r2 * (0x1.c71c71c71c71cp-4 + r * -0x1.999999999999ap-4)))
    let small =
      linearLow + ((error - error * r) + quadraticLow) + (squareLow + r * r2 * series)
    let high = quadratic + small
    return (high, (quadratic - high) + small)
  }

  /// The power for x or y outside of the range of `positivePower`.
  private static func extremePower(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let size = x.magnitude
    let parity = Parity(of: y)
    if x < 0, parity == .fractional, size < .infinity { return .nan }
    let power = sizeOfExtremePower(size, y)
    return x.sign == .minus && parity == .odd ? -power : power
  }

  /// The power for x ≥ 0, where neither x nor y is NaN and y is not 0.
  private static func sizeOfExtremePower(_ x: Double, _ y: Double) -> Double {
    if x == 1 { return 1 }
    if x == 0 { return y < 0 ? .infinity : 0 }
    if x == .infinity { return y < 0 ? 0 : .infinity }
    // |ln x| ≥ 2⁻⁵³, so such an exponent leaves the range of `Double` whatever x is.
    if y.magnitude >= 0x1p64 { return (x > 1) == (y > 0) ? .infinity : 0 }
    return positivePower(x, y)
  }
}

/// What an exponent does to the sign of a negative number.
private enum Parity {
  case fractional, odd, even

  init(of y: Double) {
    // From 2⁵³ on all numbers are even, infinity among them.
    guard y.magnitude < 0x1p53 else {
      self = .even
      return
    }
    let whole = Int64(y)
    if Double(whole) != y {
      self = .fractional
    } else {
      self = whole & 1 == 1 ? .odd : .even
    }
  }
}
