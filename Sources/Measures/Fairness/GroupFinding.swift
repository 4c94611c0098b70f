/// What a measure between groups says: a value, that of each group, and which groups it is about.
package struct GroupFinding: Sendable, Hashable {
  package var value: MeasureValue
  /// The value of each group; empty where the measure is not made of such.
  package var cells: [MeasureValue] = []
  /// The group or the two groups that the value is about: the worst, or the pair furthest apart, the
  /// higher first.
  package var responsible: [Int] = []
  /// What the value was chosen from: numbers of groups, or of pairs of them.
  package var parts: [Double?] = []
  /// Which of the parts the value is; nil where it is not one of them, or theirs.
  package var contrast: GroupContrast?
  /// The two rates that a value is the difference of, the higher first; empty where it is no such.
  package var rates: [MeasureValue] = []

  package init(value: MeasureValue, cells: [MeasureValue] = [], responsible: [Int] = []) {
    self.value = value.orOverflow
    self.cells = cells
    self.responsible = responsible
  }

  /// The same, as chosen from parts.
  func chosen(_ contrast: GroupContrast?, from parts: [Double?]) -> GroupFinding {
    var finding = self
    (finding.contrast, finding.parts) = (contrast, parts)
    return finding
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
      // Of equal values two different groups are named.
      let lowest = least { $0 }.flatMap { first in
        first.group != high?.group
          ? first : defined.filter { $0.group != first.group }.min { $0.number < $1.number }
      }
      guard defined.count > 1, let low = lowest, let high else {
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
      parts = cells.map(\.number)
      let pairs = GroupContrast.pairs(of: defined.count)
      contrast =
        isRatio
        ? .ratio(low.group, over: high.group, of: pairs)
        : .difference(high.group, low.group, of: pairs)
      return
    }
    guard let single else {
      let reason = cells.lazy.compactMap(\.reason).first ?? .fewGroups(0, of: cells.count)
      self.init(value: .undefined(reason), cells: cells)
      return
    }
    self.init(value: cells[single.group], cells: cells, responsible: [single.group])
    parts = cells.map(\.number)
    contrast = .part(single.group, of: defined.count)
  }

  /// The same with the value of one group.
  init(_ cells: [MeasureValue], of group: Int) {
    self.init(value: cells[group], cells: cells, responsible: [group])
    parts = cells.map(\.number)
    contrast = .part(group, of: 1)
  }
}
