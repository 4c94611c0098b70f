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
  /// Of each table the cells of the members that stand for their units, and how many units they have.
  private let cells: [[(cell: Int, units: Int)]]

  init(_ family: SubgroupFamily, _ ranking: SubgroupRanking, overall: Double) {
    self.family = family
    self.ranking = ranking
    self.overall = overall
    representatives = family.representatives
    var cells = Array(repeating: [(cell: Int, units: Int)](), count: family.tables.count)
    for (place, member) in family.members.enumerated() where representatives[place] == place {
      cells[member.table].append((member.cell, member.units))
    }
    self.cells = cells
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
    guard replicates > 0, cells.contains(where: { !$0.isEmpty }) else { return [] }
    let wanted = min(replicates, Int(Int32.max))
    let positives = ranking.isPositive.map { Int64($0 ? 1 : 0) }
    let parts = await inRanges(of: wanted, threads: threads) { range in
      let observed = family.patterns.ofUnit.map { Int64($0) }
      var rest = observed
      var dealt = observed
      var shuffle = ShuffledRows(length: observed.count)
      return range.map { replicate -> Double in
        var stream = RandomStream(
          seed: seed, purpose: .subgroups, replicate: UInt32(truncatingIfNeeded: replicate))
        for unit in dealt.indices {
          rest[unit] = observed[unit]
          dealt[unit] = 0
        }
        rest.withUnsafeMutableBufferPointer { rest in
          dealt.withUnsafeMutableBufferPointer { shuffle.shuffle(rest, addingTo: $0, &stream) }
        }
        return largestViolation(dealt.map { Int32(truncatingIfNeeded: $0) }, positives)
      }
    }
    return Array(parts.joined())
  }

  /// The largest γ where units have these patterns.
  private func largestViolation(_ patterns: [Int32], _ positives: [Int64]) -> Double {
    var ofPattern = [Int64](repeating: 0, count: family.patterns.count)
    for (unit, pattern) in patterns.enumerated() { ofPattern[Int(pattern)] += positives[unit] }
    var largest = 0.0
    for (table, cells) in zip(family.tables, cells) where !cells.isEmpty {
      let pairs = ranking.orderedPairs(table, patterns)
      let counts = table.sums(of: ofPattern)
      for (cell, units) in cells {
        let positive = counts[cell]
        let negative = Int64(units) - positive
        guard positive > 0, negative > 0 else { continue }
        let area = Double(pairs[cell]) / (2 * Double(positive) * Double(negative))
        largest = max(
          largest, Double(units) / Double(ranking.units) * (area - overall).magnitude)
      }
    }
    return largest
  }
}
