import ExactMath

/// Looks through every conjunction of attribute values for the subgroup that is treated most
/// differently from all.
///
/// Kearns, Neel, Roth & Wu, "Preventing fairness gerrymandering: auditing and learning for subgroup
/// fairness", ICML 2018 (arXiv 1711.05144), definition 2.1: a subgroup of mass α whose rate is β from
/// that of all violates fairness by γ = α · β. Every attribute alone may be fair while conjunctions
/// are not. Conjunctions are gone through one and all, because an auditor that learns a linear
/// threshold over the attributes cannot see those either.
package struct SubgroupAudit: Sendable {
  /// How many attributes are combined.
  package var depth = 2
  /// Subgroups with fewer units that the outcome is of are left out.
  package var minimum = 10
  /// Permutations of the outcome; 0 for none.
  package var replicates = 10_000
  package var seed: UInt64 = 0
  package var threads = 1
  /// Which subgroups are not told of; nil where all are.
  package var withholding: WithholdingRule?

  /// Says of which subgroups, large enough to be tested or too small for it, nothing may be told.
  package typealias WithholdingRule =
    @Sendable (_ large: [Conjunction], _ small: [SmallSubgroup]) -> [Conjunction: WithheldSubgroup
    .Reason]

  package init() {}

  /// What a rate or a number is in all subgroups.
  ///
  /// P-values are of the subgroup against the rest: ``FisherExactTest`` for rates; for numbers the
  /// permutation test of the difference between means (Pitman, 1937) by its normal limit, which for
  /// ranks is the test of Wilcoxon, Mann and Whitney with its correction for ties.
  package func findings(
    of outcome: SubgroupOutcome, _ attributes: [SubgroupAttribute]
  ) async throws(SubgroupProblem) -> SubgroupFindings {
    let minimum = max(1, minimum)
    var whole = try await SubgroupFamily(
      attributes, units: outcome.deviations.count,
      columns: (outcome.isCounted, outcome.deviations), depth: depth, minimum: minimum,
      threads: threads, keepsEntries: replicates > 0
    ) { Int($0.first) }
    whole.keep(withholding)
    let family = whole
    let representatives = family.representatives
    let test = DeviationTest(outcome)
    let values = await inRanges(of: family.members.count, threads: threads) { range in
      range.map { place -> Subgroup? in
        representatives[place] == place ? test.subgroup(family.members[place]) : nil
      }
    }
    let largest =
      replicates > 0
      ? await DeviationPermutation(family, representatives, outcome)
        .largestViolations(replicates: replicates, seed: seed, threads: threads) : []
    var findings = SubgroupFindings(
      family, counted: outcome.counted, overall: outcome.overall, hits: outcome.hits,
      bound: outcome.largestViolation, values: Array(values.joined()),
      largest: largest.map(outcome.violation), slack: outcome.violation(outcome.rounding))
    findings.tooSmall = findings.tooSmall.map(outcome.withValue)
    return findings
  }
}

/// Holds the deviations of a subgroup against those of the rest.
private struct DeviationTest: Sendable {
  let outcome: SubgroupOutcome
  /// The variance of a deviation.
  let variance: Double

  init(_ outcome: SubgroupOutcome) {
    self.outcome = outcome
    let squares = Exact.sum(outcome.deviations.lazy.map { Double($0) * Double($0) })
    variance = squares / Double(max(1, outcome.counted))
  }

  /// Nil where the outcome is of none of its units.
  func subgroup(_ member: SubgroupFamily.Member) -> Subgroup? {
    let counted = Int(member.sums.first)
    guard counted > 0, let overall = outcome.overall else { return nil }
    let sum = member.sums.second
    let units = Double(outcome.deviations.count)
    let hits = outcome.hits(ofSum: sum, counted: counted)
    let gap = Double(sum) * outcome.step / Double(counted)
    return Subgroup(
      conjunction: member.conjunction, units: member.units, counted: counted, hits: hits,
      value: hits.map { Double($0) / Double(counted) } ?? overall + gap, gap: gap,
      mass: Double(counted) / units, violation: outcome.violation(sum),
      p: p(counted, sum, hits))
  }

  /// Nil where there is no rest, and where the outcome does not vary.
  private func p(_ counted: Int, _ sum: Int64, _ hits: Int?) -> Double? {
    let rest = outcome.counted - counted
    guard rest > 0, variance > 0 else { return nil }
    if let hits, let all = outcome.hits {
      return FisherExactTest.p(hits: hits, of: counted, allHits: all, of: outcome.counted)
    }
    // Of a sum of units drawn without replacement.
    let spread =
      (Double(counted) * Double(rest) / Double(outcome.counted - 1) * variance).squareRoot()
    let z = Double(sum.magnitude) / spread
    return min(1, 2 * NormalDistribution.probability(below: -z))
  }
}
