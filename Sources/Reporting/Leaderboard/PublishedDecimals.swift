internal import Measures

/// Published numbers with as many decimals as the board has: no fewer, so that columns line up and
/// nobody takes 0.5 for less exact than 0.4873, and no more.
struct PublishedDecimals {
  let decimals: Int

  /// - Parameter number: rounded to ``decimals`` already.
  func text(_ number: Double) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    if number.magnitude < 1e15, number.magnitude * scale < 0x1p53 {
      return Number.fixed(number, places: decimals)
    }
    // From here on the shortest digits have no more decimals than these: neighbouring numbers are
    // further apart.
    let shortest = Number.shortest(number)
    guard decimals > 0, number.isFinite, !shortest.contains("e") else { return shortest }
    let parts = shortest.split(separator: ".")
    let places = parts.count > 1 ? parts[1].count : 0
    return shortest + (places == 0 ? "." : "")
      + String(repeating: "0", count: max(0, decimals - places))
  }

  /// Counts are whole numbers.
  func text(_ number: Double, of measure: Measure) -> String {
    measure.isCount ? Number.fixed(number, places: 0) : text(number)
  }
}
