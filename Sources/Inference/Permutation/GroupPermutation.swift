import ExactMath

/// The permutation test of the difference between the means of two separate groups of units.
///
/// If the groups do not differ, which units are in which is chance. Fisher, The Design of
/// Experiments, 1935; Pitman, "Significance tests which may be applied to samples from any
/// populations", Supplement to the Journal of the Royal Statistical Society 4(1), 1937. For two
/// systems on the same units use ``PairedPermutation``, which needs far fewer of them.
package enum GroupPermutation {
  /// Tests the mean of the first group minus that of the second.
  ///
  /// Nil where a group is empty or a value is not finite. A statistic counts as reached as in
  /// ``PairedPermutation``.
  ///
  /// - Parameters:
  ///   - replicates: how many divisions into groups are sampled; where there are no more than that,
  ///     all are looked at instead.
  ///   - threads: how many ranges of divisions are worked on at once; results do not depend on it.
  package static func test(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided, seed: UInt64,
    replicates: Int, threads: Int
  ) async -> TestResult? {
    let table = WholeNumberTable([first + second])
    guard !first.isEmpty, !second.isEmpty, table.isFinite == [true] else { return nil }
    let numbers = (0..<table.units).map { table.rows[$0 * table.stride] }
    let limits = Limits(numbers, first: first.count, alternative, rounding: table.rounding)
    let wanted = min(max(replicates, 0), Arrangements.largestCount)
    let statistic =
      Exact.sum(first) / Double(first.count) - Exact.sum(second) / Double(second.count)

    if let divisions = divisions(of: numbers.count, into: first.count, atMost: wanted) {
      return TestResult(
        statistic: statistic, reached: enumerated(numbers, first.count, limits), of: divisions,
        isExact: true)
    }
    let size = first.count
    let counts = await inRanges(of: wanted, threads: threads) {
      sampled(numbers, size, limits, $0, seed: seed)
    }
    return TestResult(
      statistic: statistic, reached: counts.reduce(0, +), of: wanted, isExact: false)
  }

  /// How many ways there are to choose `size` of `count` units; nil above a limit.
  private static func divisions(of count: Int, into size: Int, atMost limit: Int) -> Int? {
    var ways = 1
    for step in 1...max(1, min(size, count - size)) {
      // Each partial product is a binomial coefficient, and they grow up to the last.
      let product = ways.multipliedReportingOverflow(by: count - step + 1)
      guard !product.overflow, product.partialValue / step <= limit else { return nil }
      ways = product.partialValue / step
    }
    return ways <= limit ? ways : nil
  }

  /// How many of all divisions reach the observed difference: every choice of units in
  /// lexicographic order.
  private static func enumerated(_ numbers: [Int64], _ size: Int, _ limits: Limits) -> Int {
    var chosen = Array(0..<size)
    var reached = 0
    while true {
      reached += limits.isReached(chosen.reduce(0) { $0 + numbers[$1] }) ? 1 : 0
      let last = numbers.count - size
      guard let place = chosen.indices.last(where: { chosen[$0] < last + $0 }) else {
        return reached
      }
      let start = chosen[place] + 1
      for index in place..<size { chosen[index] = start + index - place }
    }
  }

  /// How many of a range of random divisions reach the observed difference: the first places of a
  /// shuffle (Durstenfeld 1964) are the first group.
  private static func sampled(
    _ numbers: [Int64], _ size: Int, _ limits: Limits, _ range: Range<Int>, seed: UInt64
  ) -> Int {
    var shuffled = numbers
    var reached = 0
    for replicate in range {
      for place in shuffled.indices { shuffled[place] = numbers[place] }
      var stream = RandomStream(
        seed: seed, purpose: .divisionIntoGroups, replicate: UInt32(truncatingIfNeeded: replicate))
      var sum: Int64 = 0
      for place in 0..<size {
        shuffled.swapAt(place, place + stream.integer(below: shuffled.count - place))
        sum &+= shuffled[place]
      }
      reached += limits.isReached(sum) ? 1 : 0
    }
    return reached
  }

  /// The sums of the first group that reach the observed difference. With the sum of all units fixed,
  /// the difference of means grows with it, and the sum as far on the other side of its mean has the
  /// opposite difference.
  private struct Limits: Sendable {
    let low: Int64
    let high: Int64

    init(_ numbers: [Int64], first: Int, _ alternative: Alternative, rounding: Int64) {
      let observed = numbers[..<first].reduce(0, +)
      let total = Double(numbers.reduce(0, +))
      let expected = total * (Double(first) / Double(numbers.count))
      let opposite = Int64((2 * expected - Double(observed)).rounded())
      let distance = (Double(observed) - expected).magnitude
      let slack = max(rounding, Int64(1e-12 * distance))
      let never: Int64 = 1 << 62
      switch alternative {
      case .twoSided:
        low = min(observed, opposite) + slack
        high = max(observed, opposite) - slack
      case .greater:
        low = -never
        high = observed - slack
      case .less:
        low = observed + slack
        high = never
      }
    }

    func isReached(_ sum: Int64) -> Bool { sum <= low || sum >= high }
  }
}

extension RandomStream.Purpose {
  /// Which units are in which group.
  static let divisionIntoGroups = RandomStream.Purpose(rawValue: 5)
}
