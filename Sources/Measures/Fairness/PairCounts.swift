/// How often items of one group stand above items of another: A(S⁺, S⁻) for all pairs of groups at
/// once.
///
/// A list is passed over from the top, block by block of items that are tied. A pair in order counts
/// 2 and a tied one 1, so that all counts are whole numbers. Takes time linear in the items that can
/// stand below, times the groups.
struct PairCounts {
  let groups: Int
  /// Twice A(g, h), row by row; twice the pairs of any upper item with the lower ones of h; of the
  /// upper ones of g with any lower item; and of all.
  private var pairs: [Int]
  private var fromAll: [Int]
  private var toAll: [Int]
  private var all = 0
  /// Items that can stand above, by group and in all, and those that can stand below.
  private(set) var uppers: [Int]
  private(set) var lowers: [Int]
  private(set) var upperCount = 0
  private(set) var lowerCount = 0
  /// The same of the block that is open.
  private var openUppers: [Int]
  private var openLowers: [Int]
  private var openUpperCount = 0
  private var openLowerCount = 0

  init(groups: Int) {
    self.groups = groups
    let none = Array(repeating: 0, count: groups)
    pairs = Array(repeating: 0, count: groups * groups)
    (fromAll, toAll, uppers, lowers, openUppers, openLowers) = (none, none, none, none, none, none)
  }

  mutating func addUpper(_ item: Int, of membership: GroupMembership, copies: Int) {
    membership.forEachGroup(of: item) { group, _ in openUppers[group] += copies }
    openUpperCount += copies
  }

  mutating func addLower(_ item: Int, of membership: GroupMembership, copies: Int) {
    membership.forEachGroup(of: item) { group, _ in openLowers[group] += copies }
    openLowerCount += copies
  }

  /// Ends the block of the items since the last one; the next ones stand below it.
  mutating func endBlock() {
    if openLowerCount > 0 {
      all += openLowerCount * (2 * upperCount + openUpperCount)
      for group in 0..<groups {
        toAll[group] += openLowerCount * (2 * uppers[group] + openUppers[group])
      }
      for lower in 0..<groups where openLowers[lower] > 0 {
        fromAll[lower] += openLowers[lower] * (2 * upperCount + openUpperCount)
        for upper in 0..<groups {
          pairs[upper * groups + lower] +=
            openLowers[lower] * (2 * uppers[upper] + openUppers[upper])
        }
      }
    }
    for group in 0..<groups {
      uppers[group] += openUppers[group]
      lowers[group] += openLowers[group]
      openUppers[group] = 0
      openLowers[group] = 0
    }
    upperCount += openUpperCount
    lowerCount += openLowerCount
    openUpperCount = 0
    openLowerCount = 0
  }
}

extension PairCounts {
  /// Whose items are compared.
  enum Side: Hashable {
    case group(Int)
    /// All but those of a group.
    case background(of: Int)
    case all
  }

  /// The probability that an upper item of one side stands above a lower item of the other, ties one
  /// half. Backgrounds stand beside their own group only.
  func area(_ upper: Side, _ lower: Side) -> MeasureValue {
    let uppers = count(upper, self.uppers, upperCount)
    let lowers = count(lower, self.lowers, lowerCount)
    guard uppers > 0 else { return .undefined(.nothing(.positives)) }
    guard lowers > 0 else { return .undefined(.nothing(.negatives)) }
    return .number(Double(doubled(upper, lower)) / (2 * Double(uppers) * Double(lowers)))
  }

  private func count(_ side: Side, _ byGroup: [Int], _ total: Int) -> Int {
    switch side {
    case .group(let group): byGroup[group]
    case .background(let group): total - byGroup[group]
    case .all: total
    }
  }

  private func doubled(_ upper: Side, _ lower: Side) -> Int {
    switch (upper, lower) {
    case (.group(let upper), .group(let lower)): pairs[upper * groups + lower]
    case (.all, .group(let lower)): fromAll[lower]
    case (.group(let upper), .all): toAll[upper]
    case (.all, .all): all
    case (.background(let group), let lower):
      doubled(.all, lower) - doubled(.group(group), lower)
    case (let upper, .background(let group)):
      doubled(upper, .all) - doubled(upper, .group(group))
    }
  }
}
