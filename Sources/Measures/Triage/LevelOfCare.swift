extension MeasureDefinition {
  static let underTriage = MeasureDefinition(
    "UnderTriage",
    summary: "Share of the items that are assigned less care than they need.",
    formula: "P(assigned < needed); with a label: of the items that need it",
    source: "American College of Surgeons, Resources for Optimal Care of the Injured Patient, 2014 "
      + "(Cribari matrix)",
    direction: .lowerIsBetter, needs: [.stages], parameters: [careLabel],
    undefined: "no item needs that level of care",
    examples: [
      .ofTriage("UnderTriage", is: 0.3, because: "two urgent items and one to monitor get less"),
      .ofTriage("UnderTriage(urgent)", is: 0.5, because: "two of the four urgent items get less"),
    ],
    kernel: .triage { arguments, scale, _ in
      let members = try arguments.careMembers(in: scale)
      return { flow in
        let care = CareCounts(flow)
        return .rate(care.under(needing: members), of: care.needing(members), .needing)
      }
    })

  static let overTriage = MeasureDefinition(
    "OverTriage",
    summary: "Share of the items that are assigned more care than they need.",
    formula: "P(assigned > needed); with a label: of the items that are assigned it",
    source: "American College of Surgeons, Resources for Optimal Care of the Injured Patient, 2014 "
      + "(Cribari matrix)",
    direction: .lowerIsBetter, needs: [.stages], parameters: [careLabel],
    undefined: "no item is assigned that level of care",
    examples: [
      .ofTriage("OverTriage", is: 0.2, because: "one item gets `urgent`, one gets `monitor`"),
      .ofTriage("OverTriage(urgent)", is: 1.0 / 3, because: "one of three that are assigned it"),
    ],
    kernel: .triage { arguments, scale, _ in
      let members = try arguments.careMembers(in: scale)
      return { flow in
        let care = CareCounts(flow)
        return .rate(care.over(assigned: members), of: care.assigned(members), .assigned)
      }
    })

  private static let careLabel = MeasureParameter(
    "label", .label(or: []), positional: true,
    "a label or a grouping of the task; without it all items count")
}

extension MeasureArguments {
  /// The levels that the label names; all where there is none.
  fileprivate func careMembers(in scale: GradeScale) throws -> [Bool] {
    text("label") == nil ? Array(repeating: true, count: scale.count) : try members(in: scale)
  }
}

/// Care needed beside care assigned: the tier of the last stage that an item passed, the least
/// severe label where it passed none.
///
/// An item that was left out gets less than it needs where that is possible, and more where that is.
package struct CareCounts {
  private let flow: TriageFlow

  package init(_ flow: TriageFlow) { self.flow = flow }

  private func tier(_ passed: Int) -> Int { passed == 0 ? 0 : flow.stages[passed - 1].tier }

  private func count(where isCounted: (_ needed: Int, _ assigned: Int) -> Bool) -> Int {
    var sum = 0
    for needed in flow.positive.indices {
      for passed in 0...flow.stages.count where isCounted(needed, tier(passed)) {
        sum += flow[gold: needed, passed: passed]
      }
    }
    return sum
  }

  private func leftOut(where isCounted: (_ needed: Int) -> Bool) -> Int {
    flow.leftOut.indices.reduce(0) { isCounted($1) ? $0 + flow.leftOut[$1] : $0 }
  }

  package func needing(_ members: [Bool]) -> Int {
    count { needed, _ in members[needed] } + leftOut { members[$0] }
  }

  package func under(needing members: [Bool]) -> Int {
    count { needed, assigned in members[needed] && assigned < needed }
      + leftOut { members[$0] && $0 > 0 }
  }

  package func assigned(_ members: [Bool]) -> Int {
    let areAll = members.allSatisfy { $0 }
    return count { _, assigned in members[assigned] }
      + leftOut { areAll || isOver($0, members) }
  }

  package func over(assigned members: [Bool]) -> Int {
    count { needed, assigned in members[assigned] && assigned > needed }
      + leftOut { isOver($0, members) }
  }

  /// Whether an item that was left out counts as assigned more than it needs.
  private func isOver(_ needed: Int, _ members: [Bool]) -> Bool {
    needed < members.lastIndex(of: true) ?? 0
  }
}
