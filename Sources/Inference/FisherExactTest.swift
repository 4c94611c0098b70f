/// Fisher's exact test of two rates.
///
/// Fisher, Statistical Methods for Research Workers, 5th edition, 1934, 21.02. Given how many hits
/// there are in all, the hits of a group follow the hypergeometric distribution if the group is like
/// the rest.
package enum FisherExactTest {
  /// The two-sided p-value: the probability of all tables that are no more likely than the observed
  /// one, as in R's `fisher.test` and scipy's `fisher_exact`. Likelihoods within one part in 10⁷
  /// count as equal, as in R.
  ///
  /// Likelihoods are taken relative to the likeliest table, by the ratios of neighbours: no large
  /// logarithms are subtracted. Takes time in the order of the standard deviation of the hits. 1
  /// where nothing can be tested: an empty group, no rest, or counts that are no table. A p-value
  /// below what a number holds is the least number above 0.
  ///
  /// - Parameters:
  ///   - hits: of the group.
  ///   - count: units of the group.
  ///   - allHits: of the group and the rest.
  ///   - total: units of the group and the rest.
  package static func p(hits: Int, of count: Int, allHits: Int, of total: Int) -> Double {
    guard let low = lowest(count, allHits, total), hits >= low, hits <= min(count, allHits),
      low < min(count, allHits)
    else { return 1 }
    let high = min(count, allHits)
    let group = Double(count)
    let successes = Double(allHits)
    // Misses of the rest, less the hits of the group.
    let rest = Double(total - allHits - count)
    /// What the likelihood of one hit more is, relative to that of `x`.
    func above(_ x: Int) -> Double {
      let x = Double(x)
      return (successes - x) * (group - x) / ((x + 1) * (rest + x + 1))
    }
    /// What the likelihood of one hit fewer is, relative to that of `x`.
    func below(_ x: Int) -> Double {
      let x = Double(x)
      return x * (rest + x) / ((successes - x + 1) * (group - x + 1))
    }
    let likeliest = min(
      max(Int((group + 1) * (successes + 1) / (Double(total) + 2)), low), high)

    var observed = 1.0
    var x = likeliest
    while x < hits, observed > 0 {
      observed *= above(x)
      x += 1
    }
    while x > hits, observed > 0 {
      observed *= below(x)
      x -= 1
    }
    guard observed > 0 else { return .leastNonzeroMagnitude }

    let limit = observed * (1 + 1e-7)
    // What is left beyond is lost in rounding: likelihoods fall ever faster.
    let negligible = observed * 0x1p-70
    var sum = 1.0
    var reached = limit >= 1 ? 1.0 : 0.0
    func add(_ likelihood: Double) -> Bool {
      sum += likelihood
      if likelihood <= limit { reached += likelihood }
      return likelihood > negligible
    }
    var likelihood = 1.0
    x = likeliest
    while x < high {
      likelihood *= above(x)
      x += 1
      guard add(likelihood) else { break }
    }
    likelihood = 1
    x = likeliest
    while x > low {
      likelihood *= below(x)
      x -= 1
      guard add(likelihood) else { break }
    }
    return min(1, max(reached / sum, .leastNonzeroMagnitude))
  }

  /// The fewest hits that the group can have; nil where the counts are no table.
  private static func lowest(_ count: Int, _ allHits: Int, _ total: Int) -> Int? {
    guard count >= 0, allHits >= 0, count <= total, allHits <= total else { return nil }
    return max(0, count - (total - allHits))
  }
}
