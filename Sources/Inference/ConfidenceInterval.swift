/// An interval that holds the true value in a given share of repetitions.
package struct ConfidenceInterval: Sendable, Hashable {
  package let low: Double
  package let high: Double
  /// The share, such as 0.95.
  package let confidence: Double

  package init(low: Double, high: Double, confidence: Double) {
    self.low = low
    self.high = high
    self.confidence = confidence
  }

  package var width: Double { high - low }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The interval cut to the values that are possible.
  package func clamped(to limits: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(
      low: min(max(low, limits.lowerBound), limits.upperBound),
      high: min(max(high, limits.lowerBound), limits.upperBound), confidence: confidence)
  }

  /// The level below which an interval of this confidence ends on one side, or nil where the
  /// confidence is not a share between 0 and 1.
  static func upperLevel(of confidence: Double) -> Double? {
    confidence > 0 && confidence < 1 ? 0.5 + confidence / 2 : nil
  }
}
