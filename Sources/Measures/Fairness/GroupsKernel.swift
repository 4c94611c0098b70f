/// How a measure between groups of items is computed.
package struct GroupsKernel: Sendable {
  /// What of the answers it goes by.
  package enum Subject: Sendable, Hashable {
    /// The ranks, or the moments at which items are reached.
    case order
    /// Scores beside the gold.
    case scores
    /// Predicted labels beside the gold.
    case decisions
    /// Predicted labels of positive and of negative items, each for themselves.
    case errors

    /// Whether the value of a group is of its positive items and of its negative ones, so that few of
    /// either make it one of few.
    var isOfClasses: Bool { self == .scores || self == .errors }
  }

  package let subject: Subject
  /// Whether an answer that is left out has a worst place, so that it never pays to leave one out.
  /// Between groups it has none as a rule: the gap closes if the better one loses.
  private let allowsLeftOut: Bool
  /// What resamples of units say of a value.
  package enum Resampling: Sendable, Hashable {
    /// How the groups that are named vary, as a ``GroupContrast``; nothing where the value is not made
    /// of such. Distances from what is fair are never below 0, and resamples of groups that do not
    /// differ do: percentiles of the value itself may hold the truth in none of a hundred tasks.
    case named
    /// How the value varies.
    case value
    /// Nothing that is worth the while: a test has its chance within, and what is divided by the
    /// worst of all orders searches for that anew each time.
    case none
  }

  let resampling: Resampling
  private let make: Make

  /// Makes what a value is computed by of the arguments; where there is no value that throws why.
  package typealias Make =
    @Sendable (MeasureArguments, GradeScale) throws
    -> @Sendable (GroupedItems) throws(Undefined) -> GroupFinding

  package init(
    _ subject: Subject, allowsLeftOut: Bool = false, resampling: Resampling = .named,
    _ make: @escaping Make
  ) {
    self.subject = subject
    self.allowsLeftOut = allowsLeftOut
    self.resampling = resampling
    self.make = make
  }

  /// A measure that every group has a value of: the value of the group that `group=` names, or
  /// without it their summary.
  package init(
    _ subject: Subject, _ summary: GroupSummary, allowsLeftOut: Bool = false,
    resampling: Resampling = .named,
    cells make:
      @escaping @Sendable (MeasureArguments, GradeScale) throws
      -> @Sendable (GroupedItems) throws(Undefined) -> [MeasureValue]
  ) {
    self.init(subject, allowsLeftOut: allowsLeftOut, resampling: resampling) { arguments, scale in
      let cells = try make(arguments, scale)
      guard let name = arguments.text("group") else {
        return { items throws(Undefined) in GroupFinding(try cells(items), summary) }
      }
      return { items throws(Undefined) in
        guard let group = items.names.firstIndex(where: { $0 == name || $0 == "(\(name))" })
        else { return .undefined(.noSuchGroup(name)) }
        return GroupFinding(try cells(items), of: group)
      }
    }
  }

  /// The function for these arguments.
  func function(
    _ arguments: MeasureArguments, _ scale: GradeScale
  ) throws -> GroupedItems.Function {
    let (subject, allowsLeftOut) = (subject, allowsLeftOut)
    let finding = try make(arguments, scale)
    return { items in
      if subject == .decisions || subject == .errors {
        if items.assessment.predicted == nil { return .undefined(.needs(.labels)) }
      } else if items.assessment.rankingScores == nil {
        return .undefined(.needs(.scores))
      }
      if !allowsLeftOut, items.hasLeftOut { return .undefined(.answersLeftOut) }
      do throws(Undefined) { return try finding(items) } catch { return .undefined(error.reason) }
    }
  }
}

extension MeasureParameter {
  /// `group=`: the group whose value is wanted.
  static func group(without summary: String) -> MeasureParameter {
    MeasureParameter("group", .group, "the group whose value is wanted; without it \(summary)")
  }
}

extension Measure {
  /// Whether the measure is one between groups of items: `score --by` has those.
  package var isOfGroups: Bool { definition.isOfGroups }

  /// What resamples of units say of a measure between groups.
  package var resamplingBetweenGroups: GroupsKernel.Resampling {
    if case .groups(let kernel) = definition.kernel { kernel.resampling } else { .none }
  }

  /// Whether it is one of the positive items of groups and of their negative ones.
  package var isOfClassesOfGroups: Bool {
    if case .groups(let kernel) = definition.kernel { kernel.subject.isOfClasses } else { false }
  }

  /// Whether it is one of who stands where, to which items of no group are ranks that are taken.
  package var isOfOrderOfGroups: Bool {
    if case .groups(let kernel) = definition.kernel { kernel.subject == .order } else { false }
  }
}

extension MeasureDefinition {
  package var isOfGroups: Bool {
    if case .groups = kernel { true } else { false }
  }
}
