internal import Measures
package import SharedTasks

/// What is asked of groups.
package struct GroupRequest: Sendable {
  /// The attributes of each table; several are crossed, so that a group has a value of each.
  package var tables: [[String]]
  /// The attribute that is held fixed: groups are compared with those that have the same value of it.
  package var given: String?
  /// Groups with fewer units (rates: with a smaller denominator) are shown with a mark and kept out
  /// of gaps.
  package var minimumSize: Int
  /// Groups with fewer are not told at all, nor what would give them away.
  package var suppressBelow: Int
  /// Attribute → value → the share of exposure that the group is due.
  package var targets: [String: [String: Double]]
  /// Bootstrap replicates and permutations; 0 for neither.
  package var replicates: Int
  package var confidence: Double
  package var seed: UInt64
  /// The rule that was asked for; of groups there are Newcombe's, Wilson's and percentiles alone.
  package var rule: IntervalOptions.Rule

  package init(
    tables: [[String]], given: String? = nil, fairness: TaskDefinition.Fairness,
    intervals: IntervalOptions?
  ) {
    self.tables = tables
    self.given = given
    minimumSize = fairness.minimumSize
    suppressBelow = fairness.suppressBelow
    targets = fairness.targets
    replicates = intervals?.replicates ?? 0
    confidence = intervals?.confidence ?? IntervalOptions().confidence
    seed = intervals?.seed ?? IntervalOptions.defaultSeed
    rule = intervals?.rule ?? .auto
  }
}

extension GroupRequest {
  /// What of the rule for intervals does not go for groups; nil where all does.
  var noteOnRule: String? {
    rule == .auto || replicates == 0
      ? nil
      : "--interval \(rule.rawValue) is of all units; groups have Wilson's and Newcombe's intervals of "
        + "rates and percentiles of the rest"
  }

  /// Which measures have no intervals of their groups, as resamples say nothing of them.
  func noteOnBiased(_ measures: [Measure]) -> String? {
    let biased = measures.filter(\.definition.isBiasedOnResamples)
    guard replicates > 0, !biased.isEmpty else { return nil }
    return "groups and gaps have no interval, as \(ScorecardIntervals.biased): "
      + biased.map(\.description).joined(separator: ", ")
  }

  /// That measures of all groups at once are left out where groups are compared within the values of
  /// an attribute; nil where nothing is left out.
  func noteOnFixed(_ between: [Measure]) -> String? {
    guard given != nil, !between.isEmpty else { return nil }
    return "measures between all groups hold no attribute fixed and are left out: "
      + between.map(\.description).joined(separator: ", ")
  }
}

/// What is asked of groups, and who belongs to them.
package struct GroupQuestion: Sendable {
  package let table: AttributeTable
  package let groups: Groups
  package let request: GroupRequest

  /// Throws ``GroupError`` for an attribute that the table of groups does not have.
  package init(_ table: AttributeTable, of gold: Gold, _ request: GroupRequest) throws {
    let groups = table.groups(of: gold)
    _ = try groups.attributes(named: request.tables.joined() + [request.given].compactMap(\.self))
    self.table = table
    self.groups = groups
    self.request = request
  }
}
