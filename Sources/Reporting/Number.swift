package import Measures
internal import Scoring

/// Numbers as they are shown.
package enum Number {
  /// A value with four decimals, seconds with one, counts without; `–` where it is undefined.
  package static func rounded(_ value: MeasureValue, of measure: Measure) -> String {
    guard let number = value.number else { return "–" }
    if measure.definition.isTime { return fixed(number, places: 1) + " s" }
    if measure.isCost { return fixed(number, places: 1) }
    return measure.isCount ? fixed(number, places: 0) : fixed(number, places: 4)
  }

  /// For programs that read it: no unit, four decimals, counts without.
  static func plain(_ number: Double, of measure: Measure) -> String {
    fixed(number, places: measure.isCount ? 0 : 4)
  }

  /// The shortest digits that read back to the same `Double`; empty where it is undefined.
  package static func exact(_ value: MeasureValue) -> String {
    guard let number = value.number else { return "" }
    return shortest(number)
  }

  /// The shortest digits that read back to the same `Double`, whole numbers without a point.
  package static func shortest(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share in percent, without the rounding errors of its product with 100: six decimals are as
  /// many as the confidence of an interval can have.
  package static func percent(_ share: Double) -> String {
    shortest((share * 1e8).rounded() / 1e6) + " %"
  }

  /// A p-value with four decimals; never 0, which no test can show.
  package static func probability(_ p: Double) -> String {
    p < 0.00005 ? "<0.0001" : fixed(p, places: 4)
  }

  /// The same in a sentence, behind the letter p.
  static func probabilityInWords(_ p: Double) -> String {
    p < 0.00005 ? "< 0.0001" : "= " + fixed(p, places: 4)
  }

  /// A number with a fixed count of decimals, at most nine, halves rounded to even as `printf`
  /// rounds the exact binary value.
  package static func fixed(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return "\(number)" }
    guard number.magnitude < 1e15 else { return "\(number)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = DecimalRounding.units(in: number.magnitude, of: scale)
    let digits = String(UInt64(whole))
    let sign = number < 0 && whole != 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension Measure {
  /// Whether values are in the unit of the stages' costs.
  var isCost: Bool { ["TotalCost", "CostPerCase"].contains(name.base) }

  /// Whether values are whole numbers of items.
  var isCount: Bool { ["NumRet", "NumRel", "NumRelRet"].contains(name.base) }
}
