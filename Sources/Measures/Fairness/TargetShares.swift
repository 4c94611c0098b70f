internal import ExactMath

/// Which share of all exposure each group is due.
enum TargetShares: String, Sendable, CaseIterable {
  /// What the task says, or else the share of the items.
  case task
  /// As much as any other group that has items.
  case equal
  /// The group's share of the items.
  case items
  /// The group's share of the relevant items.
  case relevant

  static let parameter = MeasureParameter(
    "target", .choice(allCases.map(\.rawValue)), default: TargetShares.task.rawValue,
    "the share of exposure that a group is due: what the task's fairness targets say, and without "
      + "them its share of the items; as much as any other group with items; its share of the items; "
      + "or its share of the relevant items")

  init(_ arguments: MeasureArguments) {
    self = arguments.text("target").flatMap(TargetShares.init) ?? .task
  }

  /// One share a group, adding up to 1. Throws where there is nothing to divide by.
  ///
  /// - Parameter isRelevant: by level.
  func shares(
    of items: GroupedItems, relevant isRelevant: [Bool]
  ) throws(Undefined) -> [Double] {
    let parts: [Double] =
      switch self {
      case .task: items.targets ?? items.sizes()
      case .equal: items.sizes().map { $0 > 0 ? 1 : 0 }
      case .items: items.sizes()
      case .relevant: items.sizes(of: isRelevant)
      }
    let total = Exact.sum(parts)
    guard total > 0 else { throw Undefined(.nothing(divisor(of: items))) }
    return parts.map { $0 / total }
  }

  /// What there is none of where there are no shares.
  private func divisor(of items: GroupedItems) -> UndefinedReason.Denominator {
    switch self {
    case .relevant: .relevant
    case .task where items.targets != nil: .groupsWithTarget
    case .task, .equal, .items: .items
    }
  }
}
