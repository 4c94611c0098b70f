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
    let units = table.sums(of: totals.units)
    let first = table.sums(of: totals.first)
    let second = table.sums(of: totals.second)
    let fingerprints = table.sums(of: totals.fingerprints)
    var found = Found(table: table)
    for (cell, conjunction) in table.conjunctions.enumerated()
    where isFirst || conjunction.parents.allSatisfy({ known[$0] != nil }) {
      let sums = SubgroupSums(first: first[cell], second: second[cell])
      let count = Int(units[cell])
      let size = size(sums)
      guard size >= minimum else {
        found.tooSmall.append(
          SmallSubgroup(conjunction: conjunction, units: count, size: size, sum: sums.second))
        continue
      }
      found.members.append(
        SubgroupFamily.Member(
          conjunction: conjunction, units: count, sums: sums, fingerprint: fingerprints[cell],
          cell: cell))
    }
    return found
  }
}
