/// Statistics that can be computed of units that count as often as they are copied.
///
/// Each thread has one of its own, with its own memory: `evaluate` is called thousands of times and
/// should not allocate.
package protocol StatisticOnCopies: Sendable {
  /// Sets one entry for each statistic, nil where it is undefined.
  mutating func evaluate(_ copies: [Int32], into values: inout [Double?])
}

/// Evaluates statistics on resamples.
package enum Bootstrap {
  /// The values of `columns` statistics on every replicate of `resampling`.
  ///
  /// Replicates are split into one range a thread, and the ranges are joined in order: the result
  /// does not depend on the number of threads.
  ///
  /// - Parameter statistic: makes a statistic for a thread.
  package static func replicates(
    _ resampling: Resampling, columns: Int, threads: Int,
    statistic: @escaping @Sendable () -> any StatisticOnCopies
  ) async -> [ReplicateColumn] {
    await joined(of: resampling.replicates, columns: columns, threads: threads) { range in
      var copies = Array<Int32>(repeating: 0, count: resampling.units)
      return run(range, columns, statistic()) { statistic, values, replicate in
        resampling.counts(replicate: replicate, into: &copies)
        statistic.evaluate(copies, into: &values)
      }
    }
  }

  /// The values without one unit after the other, or without one block of units after the other:
  /// the jackknife.
  ///
  /// Block j holds the units j, j + `blocks`, j + 2 · `blocks` …, so that what is left out is spread
  /// over the units however they are sorted.
  package static func leavingOut(
    units: Int, blocks: Int, columns: Int, threads: Int,
    statistic: @escaping @Sendable () -> any StatisticOnCopies
  ) async -> [ReplicateColumn] {
    await joined(of: blocks, columns: columns, threads: threads) { range in
      var copies = Array<Int32>(repeating: 1, count: units)
      return run(range, columns, statistic()) { statistic, values, block in
        for unit in stride(from: block, to: units, by: blocks) { copies[unit] = 0 }
        statistic.evaluate(copies, into: &values)
        for unit in stride(from: block, to: units, by: blocks) { copies[unit] = 1 }
      }
    }
  }

  /// Evaluates one range of replicates.
  private static func run(
    _ range: Range<Int>, _ columns: Int, _ statistic: any StatisticOnCopies,
    _ evaluate: (inout any StatisticOnCopies, inout [Double?], Int) -> Void
  ) -> [ReplicateColumn] {
    var statistic = statistic
    var values = Array<Double?>(repeating: nil, count: columns)
    var found = Array(repeating: ReplicateColumn(), count: columns)
    for column in found.indices { found[column].reserveCapacity(range.count) }
    for replicate in range {
      evaluate(&statistic, &values, replicate)
      for column in found.indices { found[column].append(values[column]) }
    }
    return found
  }

  private static func joined(
    of count: Int, columns: Int, threads: Int,
    _ work: @escaping @Sendable (Range<Int>) -> [ReplicateColumn]
  ) async -> [ReplicateColumn] {
    let found = await inRanges(of: count, threads: threads, work)
    return (0..<columns).map { column in
      found.reduce(into: ReplicateColumn()) { $0.append(contentsOf: $1[column]) }
    }
  }
}
