internal import Inference
internal import Measures
internal import SharedTasks

/// The gap between some groups on resamples.
///
/// It has a value only where each of them has one: a gap over fewer groups is a smaller one, and a
/// submission would look fairer on resamples that leave out a group.
struct GapOnCopies: StatisticOnCopies {
  private var groups: any StatisticOnCopies
  private var values: [Double?]

  /// - Parameter groups: the values of so many groups, a column each.
  init(_ groups: any StatisticOnCopies, groups count: Int) {
    self.groups = groups
    values = Array(repeating: nil, count: count)
  }

  /// How many groups there are.
  var count: Int { values.count }

  mutating func evaluate(_ copies: [Int32], into gaps: inout [Double?]) {
    gaps[0] = nil
    guard values.count > 1 else { return }
    groups.evaluate(copies, into: &values)
    if values.contains(where: { $0 == nil }) { return }
    gaps[0] = Gap.difference(values)
  }
}

/// Utility and gap of several submissions on the same resamples of the units: two columns each.
struct TradeOffOnCopies: StatisticOnCopies {
  private var systems: [System] = []
  private var buffer: [Double?] = [nil]

  private struct System: Sendable {
    var utility: any StatisticOnCopies
    var gap: GapOnCopies
  }

  init(_ entries: [TradeOffEntry]) {
    systems = entries.map {
      System(utility: $0.comparison.byUnits.statistic(of: [$0.utility]), gap: $0.gaps)
    }
  }

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    for system in systems.indices {
      systems[system].utility.evaluate(copies, into: &buffer)
      values[2 * system] = buffer[0]
      systems[system].gap.evaluate(copies, into: &buffer)
      values[2 * system + 1] = buffer[0]
    }
  }
}

extension RankingGroupScorer {
  /// The measures of some groups of a table on the same resamples of topics, group after group.
  func statistic(of table: GroupTable, groups: [Int]) async throws -> any StatisticOnCopies {
    var means: [MeansOnCopies] = []
    for group in groups {
      let own = try await slice(
        question.table.selection(Array(zip(table.attributes, table.groups[group].values))))
      means.append(MeansOnCopies(own.rows, units: own.topics, measures))
    }
    return TopicsOfGroups(
      groups: means, buffer: Array(repeating: nil, count: measures.count))
  }
}
