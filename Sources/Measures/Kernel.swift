/// How a measure is computed, in one of a few shapes.
///
/// Each case makes, from the arguments in the name and the scale of the task, a function that runs
/// over columns. What depends only on the task (gains, relevant levels, discounts) is worked out
/// once, before the first item.
package enum Kernel: Sendable {
  /// One pass over an ordered list: the value of a topic, or of the one list of an assessment.
  case list(ListKernel)
  /// A function of the counts of gold by predicted label.
  case confusion(@Sendable (MeasureArguments, GradeScale) throws -> Confusion.Function)
  /// A function of scores and gold labels.
  case assessment(@Sendable (MeasureArguments, GradeScale) throws -> Assessment.Function)
  /// A function of people in reading order and of what there is to read of each.
  case people(@Sendable (MeasureArguments, GradeScale) throws -> PeopleInOrder.Function)
}

/// A measure over one ordered list.
package struct ListKernel: Sendable {
  /// How the values of many topics become one.
  package enum Aggregate: Sendable, Hashable {
    case mean
    case sum
    /// exp of the mean log, values below `floor` raised to it.
    case geometricMean(floor: Double)
  }

  package let aggregate: Aggregate
  /// Whether the expected value over random orders inside ties is defined.
  package let allowsExpectedTies: Bool
  /// Whether answers that an assessment leaves out have a worst place in the list.
  package let allowsLeftOut: Bool
  package let make: @Sendable (MeasureArguments, GradeScale) throws -> RankedList.Function

  package init(
    aggregate: Aggregate = .mean, allowsExpectedTies: Bool = true,
    allowsLeftOut: Bool = true,
    _ make: @escaping @Sendable (MeasureArguments, GradeScale) throws -> RankedList.Function
  ) {
    self.aggregate = aggregate
    self.allowsExpectedTies = allowsExpectedTies
    self.allowsLeftOut = allowsLeftOut
    self.make = make
  }
}
