internal import Measures

/// Numbers of a board, with as many decimals as it publishes.
struct BoardNumbers {
  let decimals: Int

  func text(_ value: Double, of measure: Measure? = nil) -> String {
    if measure?.isCount == true { return Number.fixed(value, places: 0) }
    return plain(value) + (measure?.definition.isTime == true ? " s" : "")
  }

  /// Without a unit.
  func plain(_ value: Double) -> String {
    decimals > 9 ? Number.shortest(value) : Number.fixed(value, places: decimals)
  }

  func interval(_ low: Double?, _ high: Double?, of measure: Measure? = nil) -> String? {
    guard let low, let high else { return nil }
    let isCount = measure?.isCount == true
    let ends = [low, high].map { isCount ? Number.fixed($0, places: 0) : plain($0) }
    return "[\(ends[0]), \(ends[1])]"
  }

  /// A p-value; never 0, which no test can show.
  func probability(_ p: Double) -> String { Number.probability(p, decimals: decimals) }

  func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + plain(value) }
}

extension Number {
  /// A p-value with so many decimals, four at most; never 0, which no test can show.
  static func probability(_ p: Double, decimals: Int) -> String {
    let places = min(max(decimals, 1), 4)
    let text = fixed(p, places: places)
    guard !text.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return text }
    return "<0." + String(repeating: "0", count: places - 1) + "1"
  }
}
