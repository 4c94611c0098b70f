/// Values of an axis as places of a drawing.
struct PictureScale: Sendable {
  let ticks: AxisTicks
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - start: where the axis' least value is, in the drawing's units.
  ///   - end: where its greatest value is; upwards it is less.
  init(_ ticks: AxisTicks, from start: Double, to end: Double) {
    self.ticks = ticks
    self.start = start
    self.end = end
  }

  /// Where a value is; one beyond the axis is at its end.
  func place(_ value: Double) -> Double {
    let span = ticks.span
    let share = (value - span.lowerBound) / (span.upperBound - span.lowerBound)
    guard !share.isNaN else { return start }
    return start + min(max(share, 0), 1) * (end - start)
  }
}

/// An interval with ends that can be drawn.
struct PictureInterval: Sendable, Hashable {
  let low: Double
  let high: Double

  /// Nil where an end is missing or not finite, or where they are in the wrong order.
  init?(_ low: Double?, _ high: Double?) {
    guard let low, let high, low.isFinite, high.isFinite, low <= high else { return nil }
    self.low = low
    self.high = high
  }
}

extension Double {
  /// Nil where it is infinite or no number.
  var drawable: Double? { isFinite ? self : nil }
}
