package import Measures
package import SharedTasks

/// By which rules submissions are ranked: what task.yaml says of it, with its measures found.
///
/// Ranks, ties and bounds go by the values that are published (``Release``), never by decimals that
/// nobody sees. So the board can be made again from itself; a difference too small to be shown
/// decides nothing; and the order of two submissions does not tell what rounding withholds.
package struct StandingsRules: Sendable {
  /// What decides between submissions with the same published value.
  package enum Ties: Sendable, Hashable {
    /// Nothing: they share their rank.
    case shared
    /// The one that was submitted earlier is ahead.
    case earliest
    case measure(Measure)
    /// They share it, and so do those that no test tells from the best among them.
    case significance
  }

  /// A bound of `subject-to`.
  package struct Bound: Sendable, Hashable {
    package enum Quantity: Sendable, Hashable {
      case measure(Measure)
      case gap(Measure, attributes: [String])
    }

    package let quantity: Quantity
    package let relation: TaskDefinition.Constraint.Relation
    package let bound: Double

    package init(
      _ quantity: Quantity, _ relation: TaskDefinition.Constraint.Relation, _ bound: Double
    ) {
      self.quantity = quantity
      self.relation = relation
      self.bound = bound
    }
  }

  /// The team whose submissions are the organizers' baselines.
  package static let baselineTeam = "baseline"

  package let primary: Measure
  package let ties: Ties
  package let perTeam: TaskDefinition.PerTeam
  package let bounds: [Bound]
  package let policy: PublicationPolicy

  /// Throws ``StandingsError`` where a measure has no direction or nobody could see who keeps a bound.
  package init(
    primary: Measure, ties: Ties = .shared, perTeam: TaskDefinition.PerTeam = .best,
    bounds: [Bound] = [], policy: PublicationPolicy = PublicationPolicy(decimals: 4)
  ) throws(StandingsError) {
    guard primary.definition.direction != .neither else {
      throw .noDirection(primary, key: "primary")
    }
    if case .measure(let measure) = ties, measure.definition.direction == .neither {
      throw .noDirection(measure, key: "standing")
    }
    for bound in bounds where !policy.canShow(bound.bound) {
      throw .boundTooFine(bound.description, decimals: policy.decimals)
    }
    self.primary = primary
    self.ties = ties
    self.perTeam = perTeam
    self.bounds = bounds
    self.policy = policy
  }

  /// Throws ``StandingsError``, ``MeasureNameError`` for a measure that the task cannot have.
  package init(of task: SharedTask) throws {
    let definition = task.definition
    let ties: Ties =
      switch definition.standing {
      case .shared: .shared
      case .earliest: .earliest
      case .significance: .significance
      case .measure(let name): .measure(try definition.measure(name.text))
      }
    try self.init(
      primary: task.primary, ties: ties, perTeam: definition.perTeam,
      bounds: definition.constraints.map { try Bound($0, of: task) },
      policy: PublicationPolicy(definition))
  }
}

extension StandingsRules {
  /// The measures besides the task's own that submissions have to be scored with.
  package var measures: [Measure] {
    var measures = [primary]
    if case .measure(let measure) = ties { measures.append(measure) }
    for bound in bounds {
      if case .measure(let measure) = bound.quantity { measures.append(measure) }
    }
    return measures.enumerated().filter { !measures[..<$0.offset].contains($0.element) }
      .map(\.element)
  }

  /// The gaps that submissions have to be scored with.
  package var gaps: [(measure: Measure, attributes: [String])] {
    bounds.compactMap { bound in
      if case .gap(let measure, let attributes) = bound.quantity {
        (measure, attributes)
      } else {
        nil
      }
    }
  }
}

extension StandingsRules.Bound: CustomStringConvertible {
  fileprivate init(_ constraint: TaskDefinition.Constraint, of task: SharedTask) throws {
    let text = constraint.quantity.text
    do {
      if text.hasPrefix("gap(") {
        let gap = try GapName(parsing: text)
        quantity = .gap(try task.definition.measure(gap.measure), attributes: gap.attributes)
      } else {
        let measure = try task.definition.measure(text)
        try task.definition.check(measure, on: task.scale)
        quantity = .measure(measure)
      }
    } catch {
      throw StandingsError.badBound(text, why: (error as? MeasureNameError)?.message ?? "\(error)")
    }
    relation = constraint.relation
    bound = constraint.bound
  }

  /// What is bounded, as task.yaml writes it: `gap(FNR,race)`.
  package var subject: String {
    switch quantity {
    case .measure(let measure): measure.description
    case .gap(let measure, let attributes):
      GapName(measure: measure.description, attributes: attributes).description
    }
  }

  /// `gap(FNR,race) <= 0.1`.
  package var description: String {
    "\(subject) \(relation.rawValue) \(DecimalRounding.text(bound))"
  }

  /// Whether a published value keeps the bound. One that is undefined does not: nobody knows.
  package func isKept(by value: ComparedValue) -> Bool {
    guard let number = value.number else { return false }
    return relation == .atMost ? number <= bound : number >= bound
  }
}
