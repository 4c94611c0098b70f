extension MeasureParameter {
  /// `after=`: the moment at which users are ranked.
  static let afterWritings = MeasureParameter(
    "after", .count(1...1_000_000_000),
    "kind early-detection: rank users by their last score at or before that many writings; without "
      + "it by their last")
}

extension MeasureDefinition {
  /// The measure's own parameters, and `after` where it is of a ranked list that needs no clock.
  package var allParameters: [MeasureParameter] {
    if case .list = kernel, !needsTimes { parameters + [.afterWritings] } else { parameters }
  }
}

extension Measure {
  /// The writings of `after=`; nil where the last score of each user counts.
  package var after: Int? { arguments.count("after") }

  /// Whether the measure is about when something was said, which only kind early-detection tells.
  package var needsWritings: Bool {
    if case .earlyDetection = definition.kernel { true } else { after != nil }
  }
}
