/// The interval of a value, as it is published.
public struct IntervalDocument: Codable, Sendable, Equatable {
  public var low: Double
  public var high: Double
  public var confidence: Double
  /// `bootstrap-percentile`, `bootstrap-bca`, `wilson`, `newcombe` or `delong-logit`.
  public var method: String
  /// Of the bootstrap; nil where the interval is a formula.
  public var replicates: Int?
  /// Replicates on which the measure was undefined, which are left out; nil where there are none.
  public var undefined: Int?
  /// True where the interval is of a cut-off measure over one list.
  public var approximate: Bool?
  /// Of how many groups, or pairs of them, those were chosen that the interval is of, with whose
  /// number the confidence is corrected; nil where it is of the value itself.
  public var comparisons: Int?

  package init(_ interval: MeasureInterval) {
    low = interval.low
    high = interval.high
    confidence = interval.confidence
    method = interval.method.rawValue
    replicates = interval.method.isBootstrap ? interval.replicates : nil
    undefined = interval.undefined > 0 ? interval.undefined : nil
    approximate = interval.isApproximate ? true : nil
    comparisons = interval.comparisons
  }

  init(_ interval: Gap.GapInterval, confidence: Double) {
    (low, high) = (interval.low, interval.high)
    self.confidence = confidence
    method = interval.method.rawValue
    replicates = interval.method == .percentile ? interval.replicates : nil
    comparisons = interval.comparisons
  }
}
