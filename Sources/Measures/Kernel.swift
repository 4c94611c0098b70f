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
  /// A function of people in reading order and of what there is to read of each; `needsIdeal` where
  /// it asks for the best order of their posts as well.
  case people(
    needsIdeal: Bool = false,
    @Sendable (MeasureArguments, GradeScale) throws -> PeopleInOrder.Function)
  /// A function of how many items passed how many stages.
  case triage(
    @Sendable (MeasureArguments, GradeScale, [TriageStage]) throws -> TriageFlow.Function)
  /// A function of when people were alerted.
  case earlyDetection(@Sendable (MeasureArguments, GradeScale) throws -> EarlyDetection.Function)
  /// A function of items and of the groups of people that they are of.
  case groups(GroupsKernel)
}

/// A measure over one ordered list.
package struct ListKernel: Sendable {
  /// How the values of many topics become one.
  package enum Aggregate: Sendable, Hashable {
    case mean
    case sum
    /// exp of the mean log, values below `floor` raised to it.
    case geometricMean(floor: Double)
    /// The mean, which has no value where a topic with something to find has none: a time that is
    /// never reached cannot be left out of a mean.
    case meanOfTimes
  }

  package let aggregate: Aggregate
  /// Whether the expected value over random orders inside ties is defined.
  package let allowsExpectedTies: Bool
  /// Whether answers that an assessment leaves out have a worst place in the list.
  package let allowsLeftOut: Bool
  /// Whether the list has to come with its timeline.
  package let needsClock: Bool
  /// Whether it asks the timeline how long items take; else only which items there are, which a list
  /// of everything that was judged says as well.
  package let needsTimes: Bool
  package let make: @Sendable (MeasureArguments, GradeScale) throws -> RankedList.Function
  /// The same for a time cutoff; nil for a measure that takes none.
  package let makeUntil:
    (@Sendable (MeasureArguments, GradeScale) throws -> RankedList.TimedFunction)?

  package init(
    aggregate: Aggregate = .mean, allowsExpectedTies: Bool = true,
    allowsLeftOut: Bool = true, needsClock: Bool = false, needsTimes: Bool? = nil,
    _ make: @escaping @Sendable (MeasureArguments, GradeScale) throws -> RankedList.Function
  ) {
    self.aggregate = aggregate
    self.allowsExpectedTies = allowsExpectedTies
    self.allowsLeftOut = allowsLeftOut
    self.needsClock = needsClock
    self.needsTimes = needsTimes ?? needsClock
    self.make = make
    makeUntil = nil
  }

  /// A measure of the first items of a list.
  ///
  /// - Parameters:
  ///   - until: the measure of what is finished when a time has passed. Without it, the value lies
  ///     between those of the two ranks around that.
  ///   - first: the measure of the first k items, k being at least 1 or nil for all.
  package init(
    until: (@Sendable (MeasureArguments, GradeScale) throws -> RankedList.TimedFunction)? = nil,
    first: @escaping @Sendable (MeasureArguments, GradeScale) throws -> RankedList.CutFunction
  ) {
    aggregate = .mean
    allowsExpectedTies = true
    allowsLeftOut = true
    needsClock = false
    needsTimes = false
    make = { arguments, scale in
      let value = try first(arguments, scale)
      return { value($0, arguments.rank) }
    }
    makeUntil =
      until ?? { arguments, scale in
        let value = try first(arguments, scale)
        return { list, finished in list.between(finished, value) }
      }
  }
}

extension RankedList {
  /// A function of the list and of the number of its first items that count; nil for all.
  package typealias CutFunction = @Sendable (RankedList, Int?) -> MeasureValue
  /// A function of the list and of what a reviewer has finished of it.
  package typealias TimedFunction = @Sendable (RankedList, Timeline.Finished) -> MeasureValue

  /// The value between those of the two ranks around a time; 0 before the first.
  fileprivate func between(_ finished: Timeline.Finished, _ value: CutFunction) -> MeasureValue {
    let low = finished.ranks == 0 ? .number(0) : value(self, finished.ranks)
    guard finished.part > 0, let first = low.number,
      let second = value(self, finished.ranks + 1).number
    else { return low }
    return .number(first + finished.part * (second - first))
  }
}
