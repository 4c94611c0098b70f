/// All conjunctions of so many terms.
struct SubgroupLevel: Sendable {
  let sets: [[Int]]
  let attributes: [SubgroupAttribute]
  let patterns: AttributePatterns
  let totals: PatternTotals
  let values: CrossTable.Values
  /// The conjunctions with fewer terms that are large enough.
  let known: [Conjunction: Int]
  let isFirst: Bool
  let minimum: Int
  /// Whether somebody asks later which pattern is of which conjunction.
  let keepsEntries: Bool
  let size: @Sendable (SubgroupSums) -> Int

  struct Found: Sendable {
    let table: CrossTable
    var members: [SubgroupFamily.Member] = []
    var tooSmall: [SmallSubgroup] = []
  }

  /// What one choice of attributes has; nil where there are too many entries.
  func table(_ index: Int) -> Found? {
    guard let table = CrossTable(of: sets[index], attributes, patterns, values) else {
      return nil
    }
    let totals = table.totals(of: self.totals.ofPatterns)
    var found = Found(table: keepsEntries ? table : table.withoutEntries)
    for (cell, conjunction) in table.conjunctions.enumerated()
    where totals[cell].units > 0
      && (isFirst || conjunction.parents.allSatisfy { known[$0] != nil })
    {
      let sums = SubgroupSums(first: totals[cell].first, second: totals[cell].second)
      let count = Int(totals[cell].units)
      let size = size(sums)
      guard size >= minimum else {
        found.tooSmall.append(
          SmallSubgroup(conjunction: conjunction, units: count, size: size, sum: sums.second))
        continue
      }
      found.members.append(
        SubgroupFamily.Member(
          conjunction: conjunction, units: count, sums: sums,
          fingerprint: totals[cell].fingerprint, cell: cell))
    }
    return found
  }
}
