/// Which groups of people each item is of.
///
/// Most items are of one group. An item with several values (`a|b`) is of each in equal shares, and
/// shares may be given outright where the group of somebody is only a guess. Measures that count
/// items count one in every group that it has a share of; measures of exposure give each group its
/// share.
package struct GroupMembership: Sendable {
  /// How many groups there are, with items or without.
  package let count: Int
  /// The group of each item; −1 where it is of none. Empty where there are shares.
  private let codes: [Int32]
  /// Nil where every item is of one group at most.
  private let several: Several?

  /// The groups of items that may be of several, one item's after the other's.
  private struct Several: Sendable {
    /// Where the groups of each item begin, and where those of the last end.
    var starts: [Int] = [0]
    var groups: [Int32] = []
    var shares: [Double] = []
  }

  /// - Parameter codes: the group of each item. What is no group below `count` stands for none: such
  ///   an item takes up ranks and nothing else.
  package init(codes: [Int32], count: Int) {
    self.count = count
    self.codes = codes.map { (0..<Int32(clamping: count)).contains($0) ? $0 : -1 }
    several = nil
  }

  /// - Parameter members: the groups of each item, which it is of in equal shares.
  package init(members: [[Int32]], count: Int) {
    self.init(
      rows: members.lazy.map { groups in
        Set(groups).filter { (0..<count).contains(Int($0)) }.sorted().map { (Int($0), 1) }
      }, count: count)
  }

  /// - Parameter shares: one row an item. A row is scaled to add up to 1; what is no number above 0
  ///   counts as 0, and a missing entry too.
  package init(shares rows: [[Double]], count: Int) {
    self.init(
      rows: rows.lazy.map { row in
        row.prefix(count).enumerated().filter { $1 > 0 && $1.isFinite }.map { ($0, $1) }
      }, count: count)
  }

  /// - Parameter rows: of each item the groups, ascending, with weights above 0.
  private init(rows: some Sequence<[(group: Int, weight: Double)]>, count: Int) {
    var several = Several()
    for row in rows {
      // In units of the largest, so that nothing overflows.
      let largest = row.reduce(0) { max($0, $1.weight) }
      let total = row.reduce(0) { $0 + $1.weight / largest }
      for (group, weight) in row {
        several.groups.append(Int32(truncatingIfNeeded: group))
        several.shares.append(weight / largest / total)
      }
      several.starts.append(several.groups.count)
    }
    self.count = count
    let items = several.starts.indices.dropLast()
    let isOfOne = items.allSatisfy { several.starts[$0 + 1] - several.starts[$0] <= 1 }
    codes =
      isOfOne
      ? items.map { item in
        several.starts[item] < several.starts[item + 1] ? several.groups[several.starts[item]] : -1
      } : []
    self.several = isOfOne ? nil : several
  }

  /// The group of an item: −1 where it is of none, nil where it is of several.
  func code(of item: Int) -> Int? {
    guard let several else { return Int(codes[item]) }
    let groups = several.groups[several.starts[item]..<several.starts[item + 1]]
    return groups.count > 1 ? nil : groups.first.map(Int.init) ?? -1
  }

  /// Calls `body` with each group of an item and its share in it.
  @inline(__always)
  func forEachGroup(of item: Int, _ body: (_ group: Int, _ share: Double) -> Void) {
    guard let several else {
      if codes[item] >= 0 { body(Int(codes[item]), 1) }
      return
    }
    for place in several.starts[item]..<several.starts[item + 1] {
      body(Int(several.groups[place]), several.shares[place])
    }
  }
}
