/// Which groups of people each item is of.
///
/// Most items are of one group. An item with several values (`a|b`) is of each in equal shares, and
/// shares may be given outright where the group of somebody is only a guess. Measures that count
/// items count one in every group that it has a share of; measures of exposure give each group its
/// share.
package struct GroupMembership: Sendable {
  /// How many groups there are, with items or without.
  package let count: Int
  /// The group of each item; −1 where it is of none. Not read where there are shares.
  private let codes: [Int32]
  /// One row of `count` shares an item, each row adding up to 1 or 0; nil where every item is of one
  /// group at most.
  private let shares: [Double]?

  /// - Parameter codes: the group of each item. What is no group below `count` stands for none: such
  ///   an item takes up ranks and nothing else.
  package init(codes: [Int32], count: Int) {
    self.count = count
    self.codes = codes.map { (0..<Int32(clamping: count)).contains($0) ? $0 : -1 }
    shares = nil
  }

  /// - Parameter members: the groups of each item, which it is of in equal shares.
  package init(members: [[Int32]], count: Int) {
    guard members.contains(where: { $0.count > 1 }) else {
      self.init(codes: members.map { $0.first ?? -1 }, count: count)
      return
    }
    self.init(
      shares: members.map { groups in
        var row = Array(repeating: 0.0, count: count)
        for group in groups where (0..<count).contains(Int(group)) { row[Int(group)] = 1 }
        return row
      }, count: count)
  }

  /// - Parameter shares: one row an item. A row is scaled to add up to 1; what is no number above 0
  ///   counts as 0, and a missing entry too.
  package init(shares rows: [[Double]], count: Int) {
    let rows = rows.map { row in
      let shares = (0..<count).map { group in
        group < row.count && row[group] > 0 && row[group].isFinite ? row[group] : 0
      }
      // In units of the largest, so that nothing overflows.
      guard let largest = shares.max(), largest > 0 else { return shares }
      let total = shares.reduce(0) { $0 + $1 / largest }
      return shares.map { $0 / largest / total }
    }
    self.count = count
    if rows.allSatisfy({ row in row.count { $0 > 0 } <= 1 }) {
      codes = rows.map { Int32(clamping: $0.firstIndex { $0 > 0 } ?? -1) }
      shares = nil
    } else {
      codes = []
      shares = rows.flatMap { $0 }
    }
  }

  /// The group of an item: −1 where it is of none, nil where it is of several.
  func code(of item: Int) -> Int? {
    guard let shares else { return Int(codes[item]) }
    let row = shares[item * count..<(item + 1) * count]
    guard let first = row.firstIndex(where: { $0 > 0 }) else { return -1 }
    return row[(first + 1)...].contains { $0 > 0 } ? nil : first - item * count
  }

  /// Calls `body` with each group of an item and its share in it.
  @inline(__always)
  func forEachGroup(of item: Int, _ body: (_ group: Int, _ share: Double) -> Void) {
    guard let shares else {
      if codes[item] >= 0 { body(Int(codes[item]), 1) }
      return
    }
    for group in 0..<count where shares[item * count + group] > 0 {
      body(group, shares[item * count + group])
    }
  }
}
