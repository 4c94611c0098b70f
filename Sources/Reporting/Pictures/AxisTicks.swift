/// Where an axis is marked: at round numbers that cover all values.
///
/// Heckbert, "Nice numbers for graph labels" (Graphics Gems, 1990): steps are 1, 2 or 5 times a power
/// of ten. Powers and marks are computed without logarithms, from whole numbers, so that they are the
/// same on every machine.
struct AxisTicks: Sendable, Hashable {
  /// Ascending, two at least.
  let values: [Double]
  /// Of the marks' texts.
  let decimals: Int

  /// - Parameters:
  ///   - numbers: those that are not finite are left out; of none the axis spans 0 to 1.
  ///   - limits: of what is possible; where all numbers are one, an axis goes no farther.
  init(covering numbers: [Double], limits: ClosedRange<Double>? = nil, about count: Int = 6) {
    let finite = numbers.filter(\.isFinite).map { min(max($0, -Self.farthest), Self.farthest) }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if high - low < Self.narrowest * max(1, low.magnitude, high.magnitude) {
      let pad = max(0.05 * max(low.magnitude, high.magnitude), 0.05)
      let possible = limits ?? -Double.infinity...Double.infinity
      (low, high) = (
        max(low - pad, min(low, possible.lowerBound)),
        min(high + pad, max(high, possible.upperBound))
      )
    }
    let step = Step(atLeast: (high - low) / Double(max(count, 2)))
    let first = (low / step.width + Self.rounding).rounded(.down)
    let last = (high / step.width - Self.rounding).rounded(.up)
    values = stride(from: first, through: max(last, first + 1), by: 1).prefix(Self.most)
      .map(step.multiple)
    decimals = step.decimals
  }

  /// What the axis spans.
  var span: ClosedRange<Double> {
    guard let first = values.first, let last = values.last, first < last else { return 0...1 }
    return first...last
  }

  /// The text of a mark.
  func text(_ value: Double) -> String { Number.fixed(value, places: decimals) }

  /// Numbers beyond are drawn at the end of the axis.
  private static let farthest = 1e100
  /// Values that differ by less are one to the eye, and marks between them would have no text.
  private static let narrowest = 1e-7
  private static let rounding = 1e-9
  private static let most = 40
}

/// 1, 2 or 5 times a power of ten.
private struct Step {
  private let factor: Double
  private let exponent: Int

  init(atLeast width: Double) {
    var exponent = 0
    while Self.power(exponent + 1) <= width { exponent += 1 }
    while Self.value(1, exponent) > width, exponent > -9 { exponent -= 1 }
    let factors = [1.0, 2, 5, 10]
    factor = factors.first { Self.value($0, exponent) >= width * (1 - 1e-9) } ?? 10
    self.exponent = exponent
  }

  var width: Double { Self.value(factor, exponent) }
  var decimals: Int { max(0, -(factor == 10 ? exponent + 1 : exponent)) }

  func multiple(_ count: Double) -> Double { Self.value(factor * count, exponent) }

  /// By a division where it is below 1, which rounds but once.
  private static func value(_ factor: Double, _ exponent: Int) -> Double {
    exponent >= 0 ? factor * power(exponent) : factor / power(-exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
