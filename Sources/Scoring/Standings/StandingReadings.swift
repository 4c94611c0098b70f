package import Measures

/// The numbers of one submission that a board shows and that its standing goes by.
package struct StandingReadings: Sendable, Equatable {
  package let measures: [Measure]
  /// One a measure: a value or why there is none, and its interval.
  package let values: [ValueDocument]
  /// What each bound of the rules is on, in their order.
  package let bounded: [ComparedValue]

  package init(
    _ measures: [Measure], _ values: [ValueDocument], bounded: [ComparedValue] = []
  ) {
    (self.measures, self.values, self.bounded) = (measures, values, bounded)
  }

  /// What a scorecard says; gaps are read from its groups.
  ///
  /// - Parameter measures: those of the task, and others that its rules need.
  package init(_ card: ScorecardDocument, measures: [Measure], under rules: StandingsRules) {
    let known = measures.compactMap { measure in
      card.measures[measure.description].map { (measure, $0) }
    }
    self.init(
      known.map(\.0), known.map(\.1), bounded: rules.bounds.map { card.value(of: $0.quantity) })
  }

  /// The value of a measure; nil where the submission was not scored with it.
  package func value(of measure: Measure) -> ValueDocument? {
    measures.firstIndex(of: measure).map { values[$0] }
  }
}

extension StandingReadings: Releasable {
  package func released(under policy: PublicationPolicy) -> StandingReadings {
    StandingReadings(
      measures, values.map { $0.released(under: policy) },
      bounded: bounded.map { $0.released(under: policy) })
  }
}

extension ScorecardDocument {
  /// What a bound is on.
  fileprivate func value(of quantity: StandingsRules.Bound.Quantity) -> ComparedValue {
    switch quantity {
    case .measure(let measure):
      guard let value = measures[measure.description] else {
        return .undefined("the submission was not scored with it")
      }
      return ComparedValue(value.value, or: value.undefined ?? "there is no value")
    case .gap(let measure, let attributes):
      // Which of the crossed attributes comes first makes no difference to the groups.
      let table = gaps?.first { $0.key.isTable(of: attributes) }
      guard let gap = table?.value[measure.description] else {
        return .undefined("the submission was not scored by these groups")
      }
      return ComparedValue(
        gap.value, or: UndefinedReason.fewGroups(gap.groupsUsed, of: gap.groups).description)
    }
  }
}

extension String {
  /// Whether it is what a table of such groups is published under, in whatever order.
  func isTable(of attributes: [String]) -> Bool {
    self == GroupDocument.key(attributes)
      || (attributes.count > 1
        && Self.orders(of: attributes).contains { self == GroupDocument.key($0) })
  }

  /// All orders of a few names.
  private static func orders(of names: [String]) -> [[String]] {
    guard names.count > 1 else { return [names] }
    return names.indices.flatMap { first in
      var rest = names
      let name = rest.remove(at: first)
      return orders(of: rest).map { [name] + $0 }
    }
  }
}
