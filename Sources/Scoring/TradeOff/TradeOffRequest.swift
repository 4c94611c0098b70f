package import Measures
internal import SharedTasks

/// What is asked of the trade-off between utility and unfairness.
package struct TradeOffRequest: Sendable {
  /// Nil for the task's primary measure.
  package var utility: String?
  /// Nil for the first gap that the task bounds (`subject-to`).
  package var unfairness: GapName?
  /// The bound within which the best submission is asked for; nil for that of the task, if the gap is.
  package var atMost: Double?
  package var replicates = IntervalOptions.defaultReplicates
  package var confidence = IntervalOptions().confidence
  package var seed = IntervalOptions.defaultSeed

  package init() {}
}

/// A request with its measures found in the catalogue.
package struct TradeOffQuestion: Sendable {
  package let utility: Measure
  /// What the gap is of.
  package let compared: Measure
  package let attributes: [String]
  package let atMost: Double?
}

extension TradeOffQuestion {
  /// Throws ``TradeOffError``, ``MeasureNameError`` for a measure that the task cannot have.
  init(_ request: TradeOffRequest, of task: SharedTask) throws {
    utility = try request.utility.map { try task.definition.measure($0) } ?? task.primary
    guard utility.definition.direction != .neither else {
      throw TradeOffError.noDirection(utility)
    }
    let bounds = task.definition.constraints.compactMap { constraint in
      constraint.relation == .atMost
        ? (try? GapName(parsing: constraint.quantity.text)).map { ($0, constraint.bound) } : nil
    }
    guard let gap = request.unfairness ?? bounds.first?.0 else {
      throw TradeOffError.noGap(task: task.definition.id)
    }
    compared = try task.definition.measure(gap.measure)
    attributes = gap.attributes
    atMost = request.atMost ?? bounds.first { $0.0 == gap }?.1
  }

  /// `gap(FNR,race)`.
  package var unfairness: GapName {
    GapName(measure: compared.description, attributes: attributes)
  }
}
