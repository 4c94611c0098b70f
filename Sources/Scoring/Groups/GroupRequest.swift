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
  }
}

extension GroupRequest {
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
    let named = request.tables.joined() + [request.given].compactMap(\.self)
    for name in named where groups[name] == nil {
      throw GroupError.unknownAttribute(name, known: groups.attributes.map(\.name))
    }
    self.table = table
    self.groups = groups
    self.request = request
  }
}
