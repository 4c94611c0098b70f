/// A measure made ready for one scale: names of labels looked up, gains and relevant levels worked
/// out.
package struct BoundMeasure: Sendable {
  package enum Function: Sendable {
    case list(ListKernel, RankedList.Function)
    case confusion(Confusion.Function)
    case assessment(Assessment.Function)
    case people(PeopleInOrder.Function)
    case triage(TriageFlow.Function)
    case earlyDetection(EarlyDetection.Function)
    case groups(GroupedItems.Function)
  }

  package let measure: Measure
  package let function: Function
}

extension Measure {
  /// Makes the measure ready for a scale, and for the stages of a triage.
  ///
  /// Throws ``MeasureNameError`` where an argument names a label that the scale does not have, or a
  /// stage that is not there.
  package func bound(to scale: GradeScale, stages: [TriageStage] = []) throws -> BoundMeasure {
    let function: BoundMeasure.Function =
      switch definition.kernel {
      case .list(let kernel): .list(kernel, try kernel.function(arguments, scale))
      case .confusion(let make): .confusion(try make(arguments, scale))
      case .assessment(let make): .assessment(try make(arguments, scale))
      case .people(_, let make): .people(try make(arguments, scale))
      case .triage(let make): .triage(try make(arguments, scale, stages))
      case .earlyDetection(let make): .earlyDetection(try make(arguments, scale))
      case .groups(let kernel): .groups(try kernel.function(arguments, scale))
      }
    return BoundMeasure(measure: self, function: function)
  }

  /// Whether the measure needs the list on the reviewer's clock.
  package var needsClock: Bool {
    guard case .list(let kernel) = definition.kernel else { return fadesWithTime }
    return kernel.needsClock || arguments.seconds != nil
  }

  /// Whether the measure asks how long items take: a list without a clock has no value of it.
  package var needsTimes: Bool {
    definition.needsTimes || arguments.seconds != nil || fadesWithTime
  }

  /// Whether attention between groups goes by the moment at which items are reached.
  private var fadesWithTime: Bool { isOfGroups && arguments.text("discount") == "time" }

  /// Whether the measure is one over an ordered list: the only kind that a ranking task can have.
  package var isOfRankedList: Bool {
    if case .list = definition.kernel { true } else { false }
  }

  /// Whether the measure is one of people and of what there is to read of each.
  package var isOfPeople: Bool {
    if case .people = definition.kernel { true } else { false }
  }

  /// Whether the measure needs the best order of each person's posts.
  package var needsIdeal: Bool {
    if case .people(let needsIdeal, _) = definition.kernel { needsIdeal } else { false }
  }

  /// Whether the measure is one of each person's posts, as in `posts/AP`.
  package var isOfPosts: Bool { name.prefix != nil }
  /// Whether the measure is one of the stages of a triage.
  package var isOfTriage: Bool {
    if case .triage = definition.kernel { true } else { false }
  }

  /// Whether the measure is one of predicted labels alone.
  package var isOfLabels: Bool {
    if case .confusion = definition.kernel { true } else { false }
  }

  /// Whether the measure has a value under random order inside ties.
  package var allowsExpectedTies: Bool {
    if case .list(let kernel) = definition.kernel { kernel.allowsExpectedTies } else { true }
  }

  /// Whether the measure reads scores as probabilities and so wants them between 0 and 1.
  package var needsProbabilities: Bool { definition.readsProbabilities }
}

extension ListKernel {
  /// The function for these arguments: of the first items, or of what is finished in time.
  fileprivate func function(
    _ arguments: MeasureArguments, _ scale: GradeScale
  ) throws -> RankedList.Function {
    guard let seconds = arguments.seconds?.double, let makeUntil else {
      return try make(arguments, scale)
    }
    let value = try makeUntil(arguments, scale)
    return { list in
      guard let timeline = list.timeline else { return .undefined(.noClock) }
      return value(list, timeline.finished(by: seconds))
    }
  }
}

extension Assessment {
  /// The values of `measures`, in their order; the list and the confusion counts are made once.
  package func values(of measures: [BoundMeasure]) -> [MeasureValue] {
    var list: RankedList?
    var confusion: Confusion?
    return measures.map { bound in
      switch bound.function {
      case .assessment(let value): return value(self).orOverflow
      case .people: return .undefined(.needs(.evidence))
      case .triage: return .undefined(.needs(.stages))
      case .earlyDetection: return .undefined(.needs(.alerts))
      case .groups: return .undefined(.needs(.groups))
      case .confusion(let value):
        guard let counts = confusion ?? Confusion(self) else { return .undefined(.needs(.labels)) }
        confusion = counts
        return value(counts).orOverflow
      case .list(let kernel, let value):
        if tieOrder == nil, !kernel.allowsExpectedTies { return .undefined(.tiesRefused) }
        if !kernel.allowsLeftOut, leftOut > 0 { return .undefined(.answersLeftOut) }
        guard let ranked = list ?? rankedList() else { return .undefined(.needs(.scores)) }
        list = ranked
        return value(ranked).orOverflow
      }
    }
  }
}
