internal import Measures
internal import SharedTasks

/// What a submission's rank goes by; the smaller the better. Submissions with equal keys are tied.
struct StandingKey: Comparable {
  /// What decides where the published values are equal.
  enum TieBreak: Comparable {
    case nothing
    /// Of another measure, turned so that less is better.
    case loss(Double)
    case time(SubmissionTime)
    /// No value of that measure, or no time: behind all that have one.
    case missing
  }

  /// Whether it is ranked below all submissions that keep the bounds.
  let violates: Bool
  /// The published value of the primary measure, turned so that less is better.
  let loss: Double
  let tieBreak: TieBreak

  /// Nil without a value of the primary measure.
  init?(
    _ readings: StandingReadings, submitted: SubmissionTime?, under rules: StandingsRules
  ) {
    guard let value = readings.value(of: rules.primary)?.value else { return nil }
    violates =
      !zip(rules.bounds, readings.bounded).allSatisfy { $0.isKept(by: $1) }
      || readings.bounded.count < rules.bounds.count
    loss = rules.primary.loss(of: value)
    switch rules.ties {
    case .shared, .significance: tieBreak = .nothing
    case .earliest: tieBreak = submitted.map(TieBreak.time) ?? .missing
    case .measure(let measure):
      let other = readings.value(of: measure)?.value
      tieBreak = other.map { .loss(measure.loss(of: $0)) } ?? .missing
    }
  }

  /// Whether the primary measure alone does not tell two submissions apart.
  func hasValue(of other: StandingKey) -> Bool {
    violates == other.violates && loss == other.loss
  }

  static func < (a: StandingKey, b: StandingKey) -> Bool {
    if a.violates != b.violates { return b.violates }
    if a.loss != b.loss { return a.loss < b.loss }
    return a.tieBreak < b.tieBreak
  }
}

extension Measure {
  /// A value turned so that less is better.
  fileprivate func loss(of value: Double) -> Double {
    definition.direction == .higherIsBetter ? -value : value
  }
}
