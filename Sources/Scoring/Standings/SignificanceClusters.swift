/// Submissions that share a rank because no test tells them from the best among them.
///
/// From the best value down, a cluster ends before the first value that is told apart from the best of
/// the cluster; that one is the best of the next. "Not told apart" is not transitive, so clusters
/// cannot be had of it alone: ranks that count how many are significantly better let a submission
/// with a worse value stand above one with a better, where the units of the worse one vary more. Here
/// a better value never ranks lower. A submission may have a lower rank than one that it is not told
/// apart from; letters (``LetterDisplay``) show such pairs.
enum SignificanceClusters {
  /// A submission's cluster.
  struct Membership: Equatable {
    /// From 0, the best first.
    let cluster: Int
    /// Against the best of its cluster; nil for those, and without a test.
    let againstBest: StandingsEvidence.Test?
    /// Against the best of the cluster above; nil where there is none, and without a test.
    let againstAbove: StandingsEvidence.Test?
  }

  /// The membership of each of `tiers`: positions of submissions, equal values together, the best
  /// first.
  ///
  /// Equal values share a cluster, whatever tests say of the decimals that are not published: two
  /// tiers are told apart only if every pair of them is.
  static func memberships(
    of tiers: [[Int]], _ evidence: StandingsEvidence
  ) -> [Int: Membership] {
    var memberships: [Int: Membership] = [:]
    var cluster = 0
    var best: [Int] = tiers.first ?? []
    var above: [Int] = []
    for (place, tier) in tiers.enumerated() {
      let isToldApart = tier.allSatisfy { own in
        best.allSatisfy { evidence[own, $0]?.isToldApart ?? false }
      }
      if place > 0, isToldApart {
        cluster += 1
        (above, best) = (best, tier)
      }
      for own in tier {
        memberships[own] = Membership(
          cluster: cluster, againstBest: tier == best ? nil : weakest(own, best, evidence),
          againstAbove: weakest(own, above, evidence))
      }
    }
    return memberships
  }

  /// The test that says the least for a difference of one submission from several.
  private static func weakest(
    _ own: Int, _ others: [Int], _ evidence: StandingsEvidence
  ) -> StandingsEvidence.Test? {
    others.compactMap { evidence[own, $0] }.max { $0.adjusted < $1.adjusted }
  }
}
