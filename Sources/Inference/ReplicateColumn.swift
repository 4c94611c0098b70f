/// The values of one statistic on all replicates of a bootstrap, in the order of the replicates.
///
/// A replicate on which the statistic is undefined (one class only, nothing to find) has no value:
/// it is counted, and enters no quantile.
package struct ReplicateColumn: Sendable {
  /// 0 where there is no value.
  private var values: [Double] = []
  /// The replicates without a value, in ascending order.
  private var undefinedAt: [Int32] = []

  package init(_ values: some Sequence<Double?> = []) {
    for value in values { append(value) }
  }

  package mutating func append(_ value: Double?) {
    if value == nil { undefinedAt.append(Int32(truncatingIfNeeded: values.count)) }
    values.append(value ?? 0)
  }

  package mutating func append(contentsOf other: ReplicateColumn) {
    let first = Int32(truncatingIfNeeded: values.count)
    undefinedAt += other.undefinedAt.map { $0 + first }
    values += other.values
  }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  /// Replicates, with a value or without.
  package var count: Int { values.count }
  /// Replicates without a value.
  package var undefined: Int { undefinedAt.count }

  /// The value of each replicate; nil where there is none.
  package var all: [Double?] {
    var all = values.map(Optional.some)
    for replicate in undefinedAt { all[Int(replicate)] = nil }
    return all
  }

  /// The values that there are.
  package var defined: [Double] {
    guard !undefinedAt.isEmpty else { return values }
    var defined: [Double] = []
    defined.reserveCapacity(values.count - undefinedAt.count)
    var first = 0
    for replicate in undefinedAt {
      defined += values[first..<Int(replicate)]
      first = Int(replicate) + 1
    }
    return defined + values[first...]
  }

  /// What this statistic exceeds another one by, replicate by replicate, where both have a value.
  package func minus(_ other: ReplicateColumn) -> ReplicateColumn {
    var difference = ReplicateColumn()
    let count = min(values.count, other.values.count)
    difference.values.reserveCapacity(count)
    for replicate in 0..<count {
      difference.values.append(values[replicate] - other.values[replicate])
    }
    difference.undefinedAt = Set(undefinedAt).union(other.undefinedAt)
      .filter { Int($0) < count }.sorted()
    for replicate in difference.undefinedAt { difference.values[Int(replicate)] = 0 }
    return difference
  }
}
