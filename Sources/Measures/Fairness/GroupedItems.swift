internal import ExactMath

/// The answers for some items, and the groups of people that the items are of: all that a measure
/// between groups sees.
///
/// How ties stand, what is left out, how long items take and how often each counts is the business
/// of the ``Assessment``. A ranking of one topic is one as well: its items are those that are listed
/// or judged, and what nobody judged has a level with a negative grade.
package struct GroupedItems: Sendable {
  package typealias Function = @Sendable (GroupedItems) -> GroupFinding

  /// What an item without an answer is to measures of exposure.
  package enum Unanswered: Sendable {
    /// The submission should have scored it: there is no worst place for it between groups, and so
    /// no value.
    case leftOut
    /// The list did not retrieve it: it is at no rank and seen by nobody.
    case notRetrieved
  }

  package var assessment: Assessment
  package let groups: GroupMembership
  /// The name of each group.
  package let names: [String]
  /// The share of all exposure that each group is due, adding up to 1, or all 0 where the task's
  /// targets name none of the groups; nil where the task sets none.
  package let targets: [Double]?
  package var unanswered: Unanswered

  /// - Parameter targets: one number a group, scaled to add up to 1. What is no number above 0 counts
  ///   as 0.
  package init(
    _ assessment: Assessment, groups: GroupMembership, names: [String],
    targets: [Double]? = nil, unanswered: Unanswered = .leftOut
  ) {
    self.assessment = assessment
    self.groups = groups
    self.names = (0..<groups.count).map { $0 < names.count ? names[$0] : "\($0 + 1)" }
    self.unanswered = unanswered
    self.targets = targets.map { targets in
      let due = (0..<groups.count).map { group in
        group < targets.count && targets[group] > 0 && targets[group] < 1e300 ? targets[group] : 0
      }
      let total = Exact.sum(due)
      return total > 0 && total.isFinite ? due.map { $0 / total } : due.map { _ in 0 }
    }
  }

  /// The same, sorted once for values of many different copies.
  package var sorted: GroupedItems {
    var sorted = self
    sorted.assessment = assessment.sorted
    return sorted
  }

  /// Whether no item that counts is of several groups.
  var isDisjoint: Bool {
    assessment.gold.indices.allSatisfy {
      assessment.count($0) == 0 || groups.code(of: $0) != nil
    }
  }

  /// Whether items that count should have an answer and have none.
  var hasLeftOut: Bool { unanswered == .leftOut && assessment.leftOut > 0 }

  /// The items of each group, with their copies and shares; only those of some levels where `levels`
  /// says which.
  func sizes(of levels: [Bool]? = nil) -> [Double] {
    var sizes = Array(repeating: CompensatedSum(), count: groups.count)
    for item in assessment.gold.indices where levels?[Int(assessment.gold[item])] ?? true {
      let copies = Double(assessment.count(item))
      groups.forEachGroup(of: item) { sizes[$0].add(copies * $1) }
    }
    return sizes.map(\.value)
  }
}

extension GroupedItems {
  /// What each measure says, in their order; measures of all items see no groups.
  package func findings(of measures: [BoundMeasure]) -> [GroupFinding] {
    measures.map { bound in
      guard case .groups(let function) = bound.function else {
        return GroupFinding(value: assessment.values(of: [bound])[0])
      }
      return function(self)
    }
  }
}
