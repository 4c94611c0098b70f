import ExactMath

/// The paired permutation test of the mean difference between systems, for many pairs at once.
///
/// If two systems do not differ, either could have had either value on a unit: the differences keep
/// their sizes and take random signs. Fisher, The Design of Experiments, 1935, section 21; the
/// randomization test that Smucker, Allan & Carterette, "A comparison of statistical significance
/// tests for information retrieval evaluation" (CIKM 2007) recommend.
///
/// All pairs share the arrangements, so with s a vector of signs a system's sum Σ s x is computed once
/// and pairs are subtractions. Sums of eight units come from a table of all 256 arrangements of them
/// (the method of four Russians: Arlazarov, Dinic, Kronrod & Faradzhev, 1970), an eighth of the
/// additions.
package enum PairedPermutation {
  /// Tests pairs of systems; a result's statistic is the mean of the first minus that of the second.
  ///
  /// A result is nil where there are no units, a value of one of the two is not finite or missing,
  /// or there is no such system. A statistic within 10⁻¹² of the observed one, relative to it, or
  /// within what rounding may have made of equal ones, counts as reached.
  ///
  /// - Parameters:
  ///   - values: of each system a column with the value on every unit.
  ///   - replicates: how many arrangements are sampled; where all 2^units are no more than that, all
  ///     are looked at instead.
  ///   - threads: how many ranges of arrangements are worked on at once; results do not depend on it.
  package static func test(
    _ values: [[Double]], pairs: [(Int, Int)], alternative: Alternative = .twoSided, seed: UInt64,
    replicates: Int, threads: Int
  ) async -> [TestResult?] {
    let table = WholeNumberTable(values)
    let arrangements = Arrangements(units: table.units, seed: seed, replicates: replicates)
    var wanted: [Int: Int] = [:]
    var comparisons: [PairComparison] = []
    for (index, pair) in pairs.enumerated() {
      guard let comparison = PairComparison(pair, in: table, alternative) else { continue }
      wanted[index] = comparisons.count
      comparisons.append(comparison)
    }
    let counted = comparisons
    let counts = await inRanges(of: counted.isEmpty ? 0 : arrangements.count, threads: threads) {
      SignedSums.reached(table, arrangements, $0, counted)
    }
    let means = values.map { Exact.sum($0) / Double(table.units) }
    return pairs.indices.map { index in
      wanted[index].map { position in
        let comparison = counted[position]
        return TestResult(
          statistic: means[comparison.first] - means[comparison.second],
          reached: counts.reduce(0) { $0 + $1[position] }, of: arrangements.count,
          isExact: arrangements.isExact)
      }
    }
  }
}

extension PairedPermutation {
  /// The least p-value that a test of so many units can have, however far systems are apart.
  package static func leastP(
    units: Int, alternative: Alternative, replicates: Int
  ) -> Double {
    Arrangements(units: units, seed: 0, replicates: replicates).leastP(alternative)
  }

  /// The fewest units on which a test can have a p-value at `level`.
  package static func fewestUnits(level: Double, alternative: Alternative) -> Int {
    var units = 1
    while units < 62, leastP(units: units, alternative: alternative, replicates: .max) > level {
      units += 1
    }
    return units
  }
}

/// Two systems and the differences of their sums that do not reach the observed one: those from
/// `lowest` to `highest`, none where the observed difference is 0.
struct PairComparison: Sendable {
  let first: Int
  let second: Int
  private let lowest: Int64
  private let highest: Int64

  /// Nil where one of the two has no values, or there are no units.
  init?(_ pair: (Int, Int), in table: WholeNumberTable, _ alternative: Alternative) {
    let systems = 0..<table.systems
    guard table.units > 0, systems.contains(pair.0), systems.contains(pair.1),
      table.isFinite[pair.0], table.isFinite[pair.1]
    else { return nil }
    (first, second) = pair
    let observed = table.sums[pair.0] - table.sums[pair.1]
    let slack = max(table.rounding, Int64(1e-12 * Double(observed.magnitude)))
    // Beyond every difference of sums, and the distance to one still fits.
    let beyond: Int64 = 1 << 62
    switch alternative {
    case .twoSided:
      highest = Int64(observed.magnitude) - slack - 1
      lowest = -highest
    case .greater:
      highest = observed - slack - 1
      lowest = -beyond
    case .less:
      highest = beyond
      lowest = observed + slack + 1
    }
  }

  /// 1 where the difference of two sums reaches the observed one, else 0.
  ///
  /// A branch would be guessed wrong as often as not: three times slower. The sign of one of the two
  /// distances is that of a difference outside.
  @inline(__always)
  func isReached(_ first: Int64, _ second: Int64) -> UInt64 {
    let difference = first &- second
    return UInt64(bitPattern: (difference &- lowest) | (highest &- difference)) >> 63
  }
}
