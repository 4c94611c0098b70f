/// The product 2^(steps / 128) · (1 + growth), the last step of every power.
///
/// `growth` is what is left of the power after the nearest 128th, at most 2⁻⁸ in magnitude or a
/// little more. The table carries its powers in two pieces, so the product is rounded once at full
/// size and otherwise only 2⁻⁸ below it.
struct PowerProduct {
  /// Below this power of two the product may be subnormal, above `largest` it may overflow.
  private static let smallest = -1021
  private static let largest = 1022

  private let exponent: Int
  private let high: Double
  private let low: Double

  @inline(__always)
  init(steps: Int, growth: Double) {
    let entry = PowerTable.rows[steps & 127]
    exponent = steps >> 7
    high = entry.high
    low = entry.low + entry.high * growth
  }

  /// The product, rounded to nearest; infinity above the range of `Double`.
  @inline(__always)
  var value: Double {
    guard exponent >= Self.smallest, exponent <= Self.largest else { return extremeValue }
    return (high + low) * Self.power(exponent)
  }

  /// The product near the ends of the range of `Double`.
  private var extremeValue: Double {
    if exponent > Self.largest {
      return (high + low) * Self.power(exponent - 1) * 2
    }
    // In units of 2⁻¹⁰²² the last place of a subnormal number is 2⁻⁵², that of numbers from 1 to
    // 2. Adding 1 before the pieces are joined makes this the only rounding.
    let scale = Self.power(exponent + 1022)
    let scaledHigh = high * scale
    let scaledLow = low * scale
    let sum = scaledHigh + scaledLow
    guard sum < 1 else { return sum * 0x1p-1022 }
    let rest = (scaledHigh - sum) + scaledLow
    let shifted = 1 + sum
    let shiftedRest = ((1 - shifted) + sum) + rest
    return ((shifted + shiftedRest) - 1) * 0x1p-1022
  }

  /// 2 to the power of a whole number from −1022 to 1023.
  @inline(__always)
  private static func power(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) << 52)
  }
}

/// The whole number nearest to a number below 2⁵¹ in magnitude, as a number and as an integer.
///
/// Adding 1.5 · 2⁵² leaves no room for a fraction, and the integer in the lower bits.
@inline(__always)
func nearestWhole(_ x: Double) -> (number: Double, integer: Int) {
  let shifted = x + 0x1.8p52
  let integer = Int64(bitPattern: shifted.bitPattern &- 0x4338_0000_0000_0000)
  return (shifted - 0x1.8p52, Int(truncatingIfNeeded: integer))
}
