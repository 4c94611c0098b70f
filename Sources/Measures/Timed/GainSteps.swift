internal import ExactMath

/// When the relevant items of one list are found, and what has been gained by then: all that a gain
/// curve needs of the list, a step for each tie group with something relevant.
package struct GainSteps: Sendable {
  struct Step: Sendable {
    /// Seconds until the group is opened, and until it is done with.
    let start: Double
    let end: Double
    /// Time-biased gain of the list, this step included.
    let gain: Double
    /// Relevant items found, this step included.
    let found: Int32
    /// Whether found and gain rise evenly between start and end; else the gain comes at the start
    /// and the item is found at the end.
    let isEven: Bool
  }

  /// In order of time; none starts before the one before it ends.
  let steps: [Step]
  /// R: relevant items of the gold, found or not.
  let total: Int
  /// Seconds until the list is read to its end.
  let end: Double

  /// - Parameters:
  ///   - relevant: which levels are.
  ///   - total: R, found or not.
  package init(_ timeline: Timeline, relevant: [Bool], total: Int) {
    var steps: [Step] = []
    var found = 0
    var discounts = CompensatedSum()
    var clock = 0.0
    timeline.forEachGroup(relevant: relevant) { group in
      // A sum that carries its error along may still fall by its last bit.
      let start = max(group.start, clock)
      clock = max(group.end, start)
      guard total > 0, group.isFound, group.relevant > 0 else { return true }
      found += group.relevant
      discounts.add(timeline.sumOfDiscounts(group, relevant, timeline.model.halfLife))
      steps.append(
        Step(
          start: start, end: clock, gain: timeline.model.gain * discounts.value,
          found: Int32(clamping: found),
          isEven: group.range.count > 1
            && clock - start > Self.shortest * Double(group.relevant)))
      return true
    }
    self.steps = steps
    self.total = total
    end = clock
  }

  /// Seconds an item. A tie group that is over sooner is one jump: so steep a line says no more, and
  /// would cost the others their last digits.
  private static let shortest = 1e-9

  /// What a list has come to before any of its steps, and after each.
  func state(after count: Int) -> (found: Int, recall: Double, gain: Double) {
    guard count > 0 else { return (0, 0, 0) }
    let step = steps[count - 1]
    return (Int(step.found), Double(step.found) / Double(total), step.gain)
  }
}
