/// How often each system is on the Pareto front when the units are drawn again.
///
/// All systems and both respects have the same resamples, so that what they have in common does not
/// count: a front is taken on each, as ranks are by Wiesenfarth et al. ("Methods and open-source
/// toolkit for analyzing and visualizing challenge results", Scientific Reports 11, 2021).
package struct FrontProbability: Sendable {
  /// The share of the resamples that count on which each system is on the front; nil for a system
  /// without values, and where no resample counts.
  package let shares: [Double?]
  /// Resamples on which every system that takes part has both values.
  package let counted: Int
  package let resamples: Int

  /// - Parameters:
  ///   - utility: of each system its values on the resamples; nil for one that takes no part.
  ///   - unfairness: the same, of the same systems; less is better.
  ///   - better: which way utility is better.
  package init(
    utility: [ReplicateColumn?], unfairness: [ReplicateColumn?],
    better: ParetoFront.Better = .higher
  ) {
    precondition(utility.count == unfairness.count)
    let systems = utility.indices.filter { utility[$0] != nil && unfairness[$0] != nil }
    let columns = systems.map { (utility[$0]?.all ?? [], unfairness[$0]?.all ?? []) }
    let resamples = columns.map { min($0.0.count, $0.1.count) }.min() ?? 0
    var counts = Array(repeating: 0, count: systems.count)
    var counted = 0
    var row: [ParetoFront.Point] = []
    row.reserveCapacity(systems.count)
    for resample in 0..<resamples {
      row.removeAll(keepingCapacity: true)
      for (utilities, unfairnesses) in columns {
        guard let point = ParetoFront.Point(utilities[resample], unfairnesses[resample]) else {
          break
        }
        row.append(point.oriented(better))
      }
      guard row.count == systems.count else { continue }
      ParetoFront.count(row, into: &counts)
      counted += 1
    }
    var shares = Array<Double?>(repeating: nil, count: utility.count)
    if counted > 0 {
      for (place, system) in systems.enumerated() {
        shares[system] = Double(counts[place]) / Double(counted)
      }
    }
    self.shares = shares
    self.counted = counted
    self.resamples = resamples
  }
}
