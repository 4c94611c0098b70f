internal import Measures

/// Numbers of a board, with as many decimals as it publishes.
struct BoardNumbers {
  let decimals: Int

  func text(_ value: Double, of measure: Measure? = nil) -> String {
    guard let measure else { return plain(value) }
    return PublishedDecimals(decimals: decimals).text(value, of: measure)
      + (measure.definition.isTime && !measure.isCount ? " s" : "")
  }

  /// Without a unit.
  func plain(_ value: Double) -> String {
    PublishedDecimals(decimals: decimals).text(value)
  }

  func interval(_ low: Double?, _ high: Double?, of measure: Measure? = nil) -> String? {
    guard let low, let high else { return nil }
    let published = PublishedDecimals(decimals: decimals)
    let ends = [low, high].map { end in
      measure.map { published.text(end, of: $0) } ?? published.text(end)
    }
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
