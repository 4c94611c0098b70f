/// Rounds numbers to so many decimals by their exact binary value, halves to even, as `printf` does.
package enum DecimalRounding {
  /// The most decimals that numbers are rounded to.
  package static let mostDecimals = 15

  /// The `Double` that is nearest to `number` with so many decimals, so that its shortest digits are
  /// those decimals. Never −0, which would read as another value.
  package static func rounded(_ number: Double, decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<max(0, min(decimals, mostDecimals)) { scale *= 10 }
    let magnitude = number.magnitude
    // From here on neighbours are further apart than the decimals: there is nothing to round.
    guard magnitude * scale < 0x1p53 else { return number }
    // Both are exact, so that the quotient is the nearest there is.
    let rounded = units(in: magnitude, of: scale) / scale
    return number < 0 && rounded != 0 ? -rounded : rounded
  }

  /// How many whole units of one over `scale` are nearest to `magnitude`.
  ///
  /// The product is off by a rounding, which decides where it is all but a half: 0.00005 and its like
  /// are rounded by their true value.
  package static func units(in magnitude: Double, of scale: Double) -> Double {
    let product = magnitude * scale
    let error = (-product).addingProduct(magnitude, scale)
    let whole = product.rounded(.down)
    let beyondHalf = ((product - whole) - 0.5) + error
    let isUp =
      beyondHalf > 0 || (beyondHalf == 0 && whole.truncatingRemainder(dividingBy: 2) == 1)
    return isUp ? whole + 1 : whole
  }

  /// The shortest digits that read back to the same number, whole numbers without a point.
  static func text(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
