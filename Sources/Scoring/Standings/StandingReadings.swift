package import Measures

/// The numbers of one submission that a board shows and that its standing goes by.
package struct StandingReadings: Sendable, Equatable {
  package let measures: [Measure]
  /// One a measure.
  package let values: [MeasureValue]
  /// One a measure; nil where there is none.
  package let intervals: [MeasureInterval?]
  /// What each bound of the rules is on, in their order.
  package let bounded: [ComparedValue]

  package init(
    _ readings: [(measure: Measure, value: MeasureValue)], intervals: [MeasureInterval?] = [],
    bounded: [ComparedValue] = []
  ) {
    measures = readings.map(\.measure)
    values = readings.map(\.value)
    self.intervals = readings.indices.map { intervals.indices.contains($0) ? intervals[$0] : nil }
    self.bounded = bounded
  }

  /// What a scorecard says; gaps are read from its groups.
  package init(_ card: Scorecard, under rules: StandingsRules) {
    self.init(
      zip(card.measures, card.values).map { ($0, $1) }, intervals: card.intervals?.all ?? [],
      bounded: rules.bounds.map { card.value(of: $0.quantity) })
  }

  /// The value of a measure; nil where the submission was not scored with it.
  package func value(of measure: Measure) -> MeasureValue? {
    measures.firstIndex(of: measure).map { values[$0] }
  }
}

extension StandingReadings: Releasable {
  package func released(under policy: PublicationPolicy) -> StandingReadings {
    StandingReadings(
      zip(measures, values).map { ($0, $1.released(under: policy)) },
      intervals: intervals.map { $0?.released(under: policy) },
      bounded: bounded.map { $0.released(under: policy) })
  }
}

extension Scorecard {
  /// What a bound is on.
  fileprivate func value(of quantity: StandingsRules.Bound.Quantity) -> ComparedValue {
    switch quantity {
    case .measure(let measure):
      guard let column = measures.firstIndex(of: measure) else {
        return .undefined("the submission was not scored with it")
      }
      return ComparedValue(
        values[column].number, or: values[column].reason?.description ?? "there is no value")
    case .gap(let measure, let attributes):
      // Which of the crossed attributes comes first makes no difference to the groups.
      guard let groups, let column = groups.measures.firstIndex(of: measure),
        let table = groups.tables.first(where: {
          !$0.isConditional && Set($0.attributes) == Set(attributes)
        }), let gap = table.gaps[column].first
      else { return .undefined("the submission was not scored by these groups") }
      return ComparedValue(
        gap.finding?.difference,
        or: UndefinedReason.fewGroups(gap.used, of: gap.total).description)
    }
  }
}
