import ExactMath

/// The randomised test of honestly significant differences: all pairs of many systems under one null
/// hypothesis.
///
/// If no two systems differ, each unit's values could belong to the systems in any order. The
/// difference of a pair is held against the largest difference between any two systems under such
/// orders, so that the probability of even one false claim over all pairs is kept, and no further
/// correction is needed. Carterette, "Multiple testing in statistical analysis of systems-based
/// information retrieval experiments", ACM Transactions on Information Systems 30(1), 2012,
/// algorithm 1.
package enum RandomizedTukey {
  /// Tests pairs of systems; a result's statistic is the mean of the first minus that of the second,
  /// and its p-value is two-sided.
  ///
  /// All systems with a finite value on every unit make up the null distribution, whichever pairs are
  /// asked for. A result is nil, and a statistic counts as reached, as in ``PairedPermutation``.
  ///
  /// - Parameters:
  ///   - values: of each system a column with the value on every unit.
  ///   - replicates: how many arrangements are sampled; where all (systems!)^units are no more than
  ///     that, all are looked at instead.
  ///   - threads: how many ranges of arrangements are worked on at once; results do not depend on it.
  package static func test(
    _ values: [[Double]], pairs: [(Int, Int)], seed: UInt64, replicates: Int, threads: Int
  ) async -> [TestResult?] {
    let all = WholeNumberTable(values)
    // In an order that is theirs: the same systems see the same arrangements wherever they stand.
    let finite = zip(values, all.isFinite).compactMap { $1 ? $0 : nil }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let table = WholeNumberTable(finite)
    let limits = pairs.map { Self.limit($0, all) }
    guard limits.contains(where: { $0 != nil }) else { return pairs.map { _ in nil } }
    let orders = Orders(systems: table.systems, units: table.units, replicates: replicates)
    let parts = await inRanges(of: orders.count, threads: threads) {
      orders.ranges(of: table, in: $0, seed: seed)
    }
    // Ascending, so that how many reach a limit is a search.
    let ranges = parts.joined().sorted()
    let means = values.map { Exact.sum($0) / Double(all.units) }
    return zip(pairs, limits).map { pair, limit in
      limit.map { limit in
        TestResult(
          statistic: means[pair.0] - means[pair.1],
          reached: ranges.count - Self.position(of: limit, in: ranges), of: orders.count,
          isExact: orders.isExact)
      }
    }
  }

  /// The least p-value that a test of so many systems and units can have, however far apart two of
  /// them are: one order of the systems on all units gives the same range as another.
  package static func leastP(systems: Int, units: Int, replicates: Int) -> Double {
    let orders = Orders(systems: systems, units: units, replicates: replicates)
    guard orders.isExact else { return 1 / (Double(orders.count) + 1) }
    return min(1, (0..<max(0, systems)).reduce(1) { $0 * Double($1 + 1) } / Double(orders.count))
  }

  /// The smallest range that reaches the observed difference of a pair; nil where it is not tested.
  private static func limit(_ pair: (Int, Int), _ table: WholeNumberTable) -> Int64? {
    let systems = 0..<table.systems
    guard table.units > 0, systems.contains(pair.0), systems.contains(pair.1),
      table.isFinite[pair.0], table.isFinite[pair.1]
    else { return nil }
    let observed = Int64((table.sums[pair.0] - table.sums[pair.1]).magnitude)
    return observed - max(table.rounding, Int64(1e-12 * Double(observed)))
  }

  /// How many of the ascending numbers are below the limit.
  private static func position(of limit: Int64, in ascending: [Int64]) -> Int {
    var range = 0..<ascending.count
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      range =
        ascending[middle] < limit ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
