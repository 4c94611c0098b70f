/// What the pipeline would find if one of its stages had room for more or fewer items.
///
/// The stage is cut anew by score, the highest first, among those who reached it; the stages before
/// it stay as they are, and so does what later stages decided of those who still reach them. A cut
/// inside a group of equal scores gives the expected value over all orders of the group, in closed
/// form, and the lowest and highest over them. Where an order needs somebody whom a stage did not
/// score there is no value.
package struct CapacitySweep: Sendable {
  /// An expected value, and between what it lies whatever the order of ties.
  package struct Estimate: Sendable, Hashable {
    package let value: MeasureValue
    package let low: Double?
    package let high: Double?

    static func undefined(_ reason: UndefinedReason) -> Estimate {
      Estimate(value: .undefined(reason), low: nil, high: nil)
    }
  }

  /// What a capacity comes to.
  package struct Row: Sendable, Hashable {
    package let capacity: Int
    package let sensitivity: Estimate
    package let predictiveValue: Estimate
    package let cost: Estimate
    /// Cases that do not pass every stage.
    package let missed: Estimate
  }

  private let flow: TriageFlow
  private let stage: Int
  private let groups: [TieGroup]
  /// Items with a score at the stage.
  private let scored: Int
  /// Items left out that pass everything: they take the first places.
  private let absentPasses: Int
  /// The cost of all but the later stages for those who have a score.
  private let fixedCost: Double

  /// - Parameter stage: the position of the stage whose capacity varies.
  package init(_ triage: Triage, stage: Int) {
    flow = triage.flow
    self.stage = stage
    groups = TieGroup.groups(of: triage, stage: stage)
    scored = groups.reduce(0) { $0 + $1.size }
    absentPasses = flow.leftOut(positive: false)
    let absent = flow.leftOut()
    fixedCost = flow.stages.indices.reduce(0) { [flow] sum, place in
      sum + flow.stages[place].cost * Double(place <= stage ? flow.workload(place) : absent)
    }
  }

  /// One row a capacity. The time is linear in the groups and the capacities together, where the
  /// capacities ascend.
  package func rows(_ capacities: [Int]) -> [Row] {
    var whole = CutCounts()
    var next = groups.startIndex
    return capacities.map { capacity in
      let places = max(0, capacity - absentPasses)
      if places < whole.size {
        whole = CutCounts()
        next = groups.startIndex
      }
      while next < groups.endIndex, whole.size + groups[next].size <= places {
        whole.add(groups[next])
        next += 1
      }
      let rest = min(places, scored) - whole.size
      return row(capacity, whole, rest > 0 ? (groups[next], rest) : nil)
    }
  }

  private func row(
    _ capacity: Int, _ whole: CutCounts, _ part: (group: TieGroup, draws: Int)?
  ) -> Row {
    if let reason = missingScores(capacity, whole, part?.group) {
      let none = Estimate.undefined(reason)
      return Row(
        capacity: capacity, sensitivity: none, predictiveValue: none, cost: none, missed: none)
    }
    let cut = TiedCut(part?.group, draws: part?.draws ?? 0)
    let found = whole.truePositives
    let mistaken = whole.falsePositives + min(capacity, absentPasses)
    let cases = flow.positives
    func estimate(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
      Estimate(value: .number(value), low: low, high: high)
    }
    let (least, most) = cut.truePositives
    let expected = Double(found) + cut.expectedTruePositives
    let cost = fixedCost + whole.laterCost
    return Row(
      capacity: capacity,
      sensitivity: cases == 0
        ? .undefined(.nothing(.positives))
        : estimate(
          expected / Double(cases), Double(found + least) / Double(cases),
          Double(found + most) / Double(cases)),
      predictiveValue: cut.predictiveValue(truePositives: found, falsePositives: mistaken),
      cost: estimate(
        cost + cut.expectedCost, cost + cut.costs.lowest, cost + cut.costs.highest),
      missed: estimate(
        Double(cases) - expected, Double(cases - found - most), Double(cases - found - least)))
  }

  /// Why nobody knows what would come out.
  private func missingScores(
    _ capacity: Int, _ whole: CutCounts, _ part: TieGroup?
  ) -> UndefinedReason? {
    if capacity > scored + absentPasses, scored + flow.leftOut() < flow.size {
      return .notScored(stage: flow.stages[stage].name)
    }
    guard whole.unscored + (part?.unscored ?? 0) > 0 else { return nil }
    return .notScored(stage: flow.stages[stage + 1].name)
  }
}
