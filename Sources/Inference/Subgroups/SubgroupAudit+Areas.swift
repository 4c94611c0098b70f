import ExactMath

extension SubgroupAudit {
  /// What the area under the ROC curve is in all subgroups, each by the units of its own: how well
  /// scores tell the classes apart there.
  ///
  /// The gap is to the area of all units, and γ is the share of units times the gap, by analogy: an
  /// area is no sum over units, so γ has no bound. P-values are of the subgroup against the rest, two
  /// separate samples with variances by DeLong's method (DeLong, DeLong & Clarke-Pearson, Biometrics
  /// 44, 1988). What is counted are the units of the smaller class, on which an area depends. Each
  /// subgroup takes time in the number of all units.
  package func findings(
    of ranking: SubgroupRanking, _ attributes: [SubgroupAttribute]
  ) async throws(SubgroupProblem) -> SubgroupFindings {
    let positives = ranking.isPositive.map { Int64($0 ? 1 : 0) }
    let negatives = ranking.isPositive.map { Int64($0 ? 0 : 1) }
    var family = try await SubgroupFamily(
      attributes, units: ranking.units, columns: (positives, negatives), depth: depth,
      minimum: max(1, minimum), threads: threads, keepsEntries: true
    ) { Int(min($0.first, $0.second)) }
    family.keep(withholding)
    let overall = ranking.area
    let areas = SubgroupAreas(family, ranking, overall: overall ?? 0)
    let found = await inRanges(of: family.members.count, threads: threads) { areas.subgroups($0) }
    let largest = await areas.largestViolations(
      replicates: replicates, seed: seed, threads: threads)
    let counts = [positives, negatives].map { $0.reduce(0, +) }
    return SubgroupFindings(
      family, counted: Int(min(counts[0], counts[1])), overall: overall, hits: nil, bound: nil,
      values: Array(found.joined()), largest: largest, slack: 1e-12)
  }
}

extension SubgroupRanking {
  /// The area of all units; nil where there is one class.
  fileprivate var area: Double? {
    let all = placements(isMember: Array(repeating: true, count: units)).members
    return all.positives.isEmpty || all.negatives.isEmpty ? nil : all.area
  }
}

/// The areas of the members of a family.
private struct SubgroupAreas: Sendable {
  let family: SubgroupFamily
  let ranking: SubgroupRanking
  let overall: Double
  private let representatives: [Int]
  /// The members of each table that stand for their units, and which cells each pattern is in.
  private let tables: [(members: [SubgroupFamily.Member], entries: EntriesByPattern)]

  init(_ family: SubgroupFamily, _ ranking: SubgroupRanking, overall: Double) {
    self.family = family
    self.ranking = ranking
    self.overall = overall
    representatives = family.representatives
    tables = zip(family.byTable(representatives), family.tables).map { members, table in
      (members, EntriesByPattern(table))
    }
  }

  func subgroups(_ range: Range<Int>) -> [Subgroup?] {
    range.map { representatives[$0] == $0 ? subgroup(family.members[$0]) : nil }
  }

  private func subgroup(_ member: SubgroupFamily.Member) -> Subgroup {
    let table = family.tables[member.table]
    var isOfPattern = Array(repeating: false, count: family.patterns.count)
    for (entry, cell) in table.cells.enumerated() where Int(cell) == member.cell {
      isOfPattern[table.patterns.map { Int($0[entry]) } ?? entry] = true
    }
    let (own, rest) = ranking.placements(
      isMember: family.patterns.ofUnit.map { isOfPattern[Int($0)] })
    let value = own.area
    let mass = Double(member.units) / Double(ranking.units)
    return Subgroup(
      conjunction: member.conjunction, units: member.units,
      counted: Int(min(member.sums.first, member.sums.second)), value: value,
      gap: value - overall, mass: mass, violation: mass * (value - overall).magnitude,
      p: p(own, rest))
  }

  /// Of two areas on separate units; nil where one has no variance or both have none.
  private func p(_ own: Placements, _ rest: Placements) -> Double? {
    guard let one = AreaUnderCurve(own), let other = AreaUnderCurve(rest) else { return nil }
    let variance = one.variance + other.variance
    guard variance > AreaUnderCurve.leastVariance else { return nil }
    let z = (one.value - other.value).magnitude / variance.squareRoot()
    return min(1, 2 * NormalDistribution.probability(below: -z))
  }

  /// The largest γ of each permutation, in which scores and classes are dealt out anew among units,
  /// each score with its class. A subgroup that then has one class has no area.
  func largestViolations(replicates: Int, seed: UInt64, threads: Int) async -> [Double] {
    guard replicates > 0, tables.contains(where: { !$0.members.isEmpty }) else { return [] }
    let wanted = min(replicates, Int(Int32.max))
    let patterns = family.patterns.ofUnit.map { Int64($0) }
    let parts = await inRanges(of: wanted, threads: threads) { range in
      var dealing = Dealing(count: patterns.count)
      var counts = PairsOfCells()
      return range.map { replicate -> Double in
        dealing.deal(patterns, replicate: replicate, seed: seed)
        return largestViolation(dealing.dealt, &counts)
      }
    }
    return Array(parts.joined())
  }

  /// The largest γ where units have these patterns.
  private func largestViolation(_ patterns: [Int64], _ counts: inout PairsOfCells) -> Double {
    var largest = 0.0
    for (table, (members, entries)) in zip(family.tables, tables) where !members.isEmpty {
      counts.count(ranking, patterns, entries, cells: table.conjunctions.count)
      for member in members {
        guard let area = counts.area(member.cell) else { continue }
        let mass = Double(member.units) / Double(ranking.units)
        largest = max(largest, mass * (area - overall).magnitude)
      }
    }
    return largest
  }
}
