/// What a measure between groups says: a value, that of each group, and which groups it is about.
package struct GroupFinding: Sendable, Hashable {
  package var value: MeasureValue
  /// The value of each group; empty where the measure is not made of such.
  package var cells: [MeasureValue] = []
  /// The group or the two groups that the value is about: the worst, or the pair furthest apart, the
  /// higher first.
  package var responsible: [Int] = []

  package init(value: MeasureValue, cells: [MeasureValue] = [], responsible: [Int] = []) {
    self.value = value.orOverflow
    self.cells = cells
    self.responsible = responsible
  }

  static func undefined(_ reason: UndefinedReason) -> GroupFinding {
    GroupFinding(value: .undefined(reason))
  }
}

/// How the values of groups become one number.
package enum GroupSummary: Sendable, Hashable {
  /// The worst of values that are better the higher they are.
  case least
  /// The worst of values that are better the lower they are.
  case largest
  /// The value furthest from 0.
  case furthestFromZero
  /// The largest less the least.
  case gap
  /// The least over the largest, of values of at least 0.
  case ratio
}

extension GroupFinding {
  /// The finding of the values of groups. Groups without one are left out, and a comparison of
  /// fewer than two has no value.
  init(_ cells: [MeasureValue], _ summary: GroupSummary) {
    let defined = cells.indices.compactMap { group in
      cells[group].number.map { (group: group, number: $0) }
    }
    func least(_ key: (Double) -> Double) -> (group: Int, number: Double)? {
      // The first of equal ones, in the order of the groups.
      defined.min { (key($0.number), $0.group) < (key($1.number), $1.group) }
    }
    let low = least { $0 }
    let high = least { -$0 }
    let single: (group: Int, number: Double)?
    switch summary {
    case .least: single = low
    case .largest: single = high
    case .furthestFromZero: single = least { -abs($0) }
    case .gap, .ratio:
      guard defined.count > 1, let low, let high else {
        self.init(
          value: .undefined(.fewGroups(defined.count, of: cells.count)), cells: cells)
        return
      }
      let isRatio = summary == .ratio
      let value: MeasureValue =
        isRatio
        ? high.number > 0
          ? .number(low.number / high.number) : .undefined(.nothing(.groupsAboveZero))
        : .number(high.number - low.number)
      self.init(value: value, cells: cells, responsible: [high.group, low.group])
      return
    }
    guard let single else {
      let reason = cells.lazy.compactMap(\.reason).first ?? .fewGroups(0, of: cells.count)
      self.init(value: .undefined(reason), cells: cells)
      return
    }
    self.init(value: cells[single.group], cells: cells, responsible: [single.group])
  }

  /// The same with the value of one group.
  init(_ cells: [MeasureValue], of group: Int) {
    self.init(value: cells[group], cells: cells, responsible: [group])
  }
}
