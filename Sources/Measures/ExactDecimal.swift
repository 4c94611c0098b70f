/// A decimal number kept as it was written, so that `0.07` is seven hundredths and not the nearest
/// binary fraction.
///
/// Recall levels and cutoffs are written in decimal and multiplied by whole counts: ⌈0.07 · 100⌉ is
/// 7, while the same product in `Double` is 7.000000000000001 and its ceiling 8.
public struct ExactDecimal: Hashable, Sendable {
  /// The digits as a whole number, without trailing zeros.
  public let significand: Int
  /// The power of ten by which `significand` is divided, 0 to 18.
  public let scale: Int

  /// A whole number.
  public init(_ whole: Int) {
    significand = whole
    scale = 0
  }

  /// More than any cutoff or parameter needs.
  private static let mostDigits = 15

  /// Reads `12`, `0.8`, `.5` or `-1`: an optional sign, at most 15 digits, at most one point.
  ///
  /// Returns nil for anything else, exponents among it: names of measures are short.
  public init?(_ text: some StringProtocol) {
    var digits = 0
    var count = 0
    var scale: Int?
    var negative = false
    var hasDigits = false
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where offset == 0: negative = true
      case UInt8(ascii: ".") where scale == nil: scale = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        // A zero before the point may or may not be written; it must not make a difference.
        if byte != UInt8(ascii: "0") || digits > 0 || scale != nil { count += 1 }
        guard count <= Self.mostDigits else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if let places = scale { scale = places + 1 }
      default: return nil
      }
    }
    guard hasDigits else { return nil }
    var places = scale ?? 0
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    significand = negative ? -digits : digits
    self.scale = places
  }

  /// The nearest `Double`: one correctly rounded division, as reading the text would give.
  public var double: Double { Double(significand) / Double(powerOfTen) }

  /// The value where it is a whole number.
  public var whole: Int? { scale == 0 ? significand : nil }

  /// ⌈self · count⌉ in whole numbers; nil when the product does not fit.
  public func ceiling(times count: Int) -> Int? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: count)
    guard !overflow else { return nil }
    let quotient = product / powerOfTen
    return product > quotient * powerOfTen ? quotient + 1 : quotient
  }

  private var powerOfTen: Int { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

extension ExactDecimal {
  /// What a number has to be that this text is not, to be read after "a number"; nil where the text
  /// is no number in any notation, or is read.
  package static func limit(brokenBy text: some StringProtocol) -> String? {
    guard ExactDecimal(text) == nil else { return nil }
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let mantissa = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard mantissa.contains(where: isDigit),
      mantissa.count(where: { $0 == UInt8(ascii: ".") }) <= 1
    else { return nil }
    rest = rest.dropFirst(mantissa.count)
    if rest.isEmpty { return "of at most \(mostDigits) digits" }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return nil }
    var exponent = rest.dropFirst()
    if exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") {
      exponent = exponent.dropFirst()
    }
    guard !exponent.isEmpty, exponent.allSatisfy(isDigit) else { return nil }
    return "in digits, without an exponent"
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest way to write the number: `0.8`, `10`, `-1.5`.
  public var description: String {
    guard scale > 0 else { return String(significand) }
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -scale)
    return (significand < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}
