/// A positive number x as 2^exponent · z with z in [0.6875, 1.375), and what a row of a table makes
/// of z.
///
/// With c the reciprocal in the row, z · c − 1 = `rest` + `restError` without any error. The range
/// of z is placed around 1 so that the exponent is 0 on both sides of 1 and no leading digits
/// cancel there.
struct LogarithmArgument {
  /// The bits of 0.6875, the lower end of the range of z.
  private static let lowest: UInt64 = 0x3fe6_0000_0000_0000

  let exponent: Double
  let row: Int
  private let mantissa: Double

  /// Takes apart the number with the given bits, which has to be positive, finite and not zero.
  @inline(__always)
  init(bits: UInt64) {
    var bits = bits
    var shift: Int64 = 0
    if bits < 0x0010_0000_0000_0000 {
      // A subnormal number: multiplying by 2^52 is exact and makes it normal.
      bits = (Double(bitPattern: bits) * 0x1p52).bitPattern
      shift = 52
    }
    let offset = bits &- Self.lowest
    let whole = Int64(bitPattern: offset) >> 52
    exponent = Double(whole &- shift)
    row = Int(truncatingIfNeeded: offset >> 45) & 127
    mantissa = Double(bitPattern: bits &- (offset & 0xfff0_0000_0000_0000))
  }

  /// z · reciprocal − 1, at most 2⁻⁷ in magnitude, as an unevaluated sum.
  ///
  /// z is cut into its upper 32 and its lower 21 bits. The reciprocal has 9 bits, so both products
  /// are exact; the upper one is close to 1, so the subtraction is exact too.
  @inline(__always)
  func rest(by reciprocal: Double) -> (rest: Double, error: Double) {
    let upper = Double(bitPattern: mantissa.bitPattern & 0xffff_ffff_ffe0_0000)
    let large = upper * reciprocal - 1
    let small = (mantissa - upper) * reciprocal
    let rest = large + small
    return (rest, (large - rest) + small)
  }
}

extension Double {
  /// The number with the lower 27 bits of its mantissa cleared: two such numbers have an exact
  /// product.
  @inline(__always)
  var upperHalf: Double {
    Double(bitPattern: bitPattern & 0xffff_ffff_f800_0000)
  }
}
