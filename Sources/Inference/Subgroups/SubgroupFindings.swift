/// What was found of all subgroups.
package struct SubgroupFindings: Sendable, Hashable {
  package let units: Int
  /// How many of them the outcome is of.
  package let counted: Int
  /// The rate, mean or area of all units; nil where there is none.
  package let overall: Double?
  /// The numerator of a rate.
  package let hits: Int?
  /// The largest γ of any set of units whatever; nil where there is no such bound.
  package let largestViolation: Double?
  /// By γ, the largest first, then the shorter ones, then by attribute and value.
  package let subgroups: [Subgroup]
  /// Too small, though all that they are part of is not.
  package internal(set) var tooSmall: [SmallSubgroup]
  /// Subgroups of any size of which nothing is told.
  package let withheld: [WithheldSubgroup]
  /// All conjunctions there are, large or not.
  package let conjunctions: Int
  /// Large enough, but the same units as a shorter one, or as everybody.
  package let collapsed: Int
  /// How likely the largest γ is by chance; nil where that was not asked for or there is none.
  package let search: Search?

  /// What permutations say of the largest γ: one test for the question whether any subgroup is
  /// treated differently.
  package struct Search: Sendable, Hashable {
    package let p: Double
    package let replicates: Int
    /// The mean and the 95th percentile of the largest γ where the outcome has nothing to do with
    /// attributes.
    package let expected: Double
    package let upper: Double
  }
}

/// One subgroup.
package struct Subgroup: Sendable, Hashable {
  package let conjunction: Conjunction
  /// Longer or later descriptions of the same units.
  package internal(set) var otherDescriptions: [Conjunction] = []
  package let units: Int
  /// How many of them the outcome is of.
  package let counted: Int
  /// The numerator of a rate.
  package var hits: Int?
  /// The rate, mean or area.
  package let value: Double
  /// The value less that of all units; its magnitude is β.
  package let gap: Double
  /// α: the share of units that are in the subgroup and that the outcome is of.
  package let mass: Double
  /// γ = α · β.
  package let violation: Double
  /// Of the subgroup against the rest; nil where nothing can be tested.
  package let p: Double?
  package internal(set) var adjusted = Adjusted()
  /// Whether γ is not above that of every conjunction with one term less, so that the subgroup shows
  /// no more than those.
  package internal(set) var isExplainedByParents = false

  /// P-values corrected for all subgroups that were tested.
  package struct Adjusted: Sendable, Hashable {
    package internal(set) var holm: Double?
    package internal(set) var benjaminiHochberg: Double?
    package internal(set) var benjaminiYekutieli: Double?
    /// The share of permutations in which the largest γ of all subgroups reaches that of this one.
    package internal(set) var largestViolation: Double?
  }
}

extension SubgroupFindings {
  /// Corrects, marks and sorts what was found of the members of a family.
  ///
  /// - Parameters:
  ///   - values: of each member that stands for its units, in the order of the family; nil where the
  ///     subgroup has no value.
  ///   - largest: the largest γ of each permutation.
  ///   - slack: by what rounding may make equal γ differ.
  init(
    _ family: SubgroupFamily, counted: Int, overall: Double?, hits: Int?, bound: Double?,
    values: [Subgroup?], largest: [Double], slack: Double
  ) {
    units = family.patterns.ofUnit.count
    self.counted = counted
    self.overall = overall
    self.hits = hits
    largestViolation = bound
    tooSmall = family.tooSmall
    withheld = family.withheld
    conjunctions = family.conjunctions

    let representatives = family.representatives
    var violations = values.map { $0?.violation ?? 0 }
    for (place, stands) in representatives.enumerated() {
      violations[place] = stands < 0 ? 0 : violations[stands]
    }
    var aliases: [Int: [Conjunction]] = [:]
    for (place, stands) in representatives.enumerated() where stands >= 0 && stands != place {
      aliases[stands, default: []].append(family.members[place].conjunction)
    }
    collapsed = representatives.enumerated().count { $0.element != $0.offset }

    var subgroups: [Subgroup] = []
    for (place, stands) in representatives.enumerated() where stands == place {
      guard var subgroup = values[place] else { continue }
      subgroup.otherDescriptions = aliases[place] ?? []
      subgroup.isExplainedByParents = subgroup.conjunction.parents.contains { parent in
        family.places[parent].map { violations[$0] + slack >= subgroup.violation } ?? false
      }
      subgroups.append(subgroup)
    }
    Self.correct(&subgroups)
    search = Self.search(largest, slack, &subgroups)
    self.subgroups = subgroups.sorted {
      $0.violation != $1.violation
        ? $0.violation > $1.violation : $0.conjunction < $1.conjunction
    }
  }

  private static func correct(_ subgroups: inout [Subgroup]) {
    let tested = subgroups.indices.filter { subgroups[$0].p != nil }
    let p = tested.compactMap { subgroups[$0].p }
    let holm = Correction.holm.adjusted(p)
    let hochberg = Correction.benjaminiHochberg.adjusted(p)
    let yekutieli = Correction.benjaminiYekutieli.adjusted(p)
    for (place, index) in tested.enumerated() {
      subgroups[index].adjusted.holm = holm[place]
      subgroups[index].adjusted.benjaminiHochberg = hochberg[place]
      subgroups[index].adjusted.benjaminiYekutieli = yekutieli[place]
    }
  }

  /// Westfall & Young, Resampling-Based Multiple Testing, 1993, 2.3: single-step adjusted p-values by
  /// the largest statistic. The observed outcome is one of the permutations.
  private static func search(
    _ largest: [Double], _ slack: Double, _ subgroups: inout [Subgroup]
  ) -> Search? {
    guard !largest.isEmpty, !subgroups.isEmpty else { return nil }
    let ascending = largest.sorted()
    func p(_ violation: Double) -> Double {
      // The first that reaches it.
      var (low, high) = (0, ascending.count)
      while low < high {
        let middle = (low + high) / 2
        if ascending[middle] >= violation - slack { high = middle } else { low = middle + 1 }
      }
      return Double(ascending.count - low + 1) / Double(ascending.count + 1)
    }
    for index in subgroups.indices {
      subgroups[index].adjusted.largestViolation = p(subgroups[index].violation)
    }
    let observed = subgroups.reduce(0) { max($0, $1.violation) }
    // The smallest that 95 % of them do not exceed.
    let upper = ascending[(ascending.count * 19 + 19) / 20 - 1]
    return Search(
      p: p(observed), replicates: ascending.count,
      expected: ascending.reduce(0, +) / Double(ascending.count), upper: upper)
  }
}
