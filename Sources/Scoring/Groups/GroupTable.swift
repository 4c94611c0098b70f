package import Measures

/// The measures of a scorecard, group by group.
package struct GroupReport: Sendable {
  package let measures: [Measure]
  package let tables: [GroupTable]
  /// The same of all units, to stand beside the groups.
  package let overall: [MeasureValue]
  package let units: Int
  /// How many of all units have a positive label; nil where units have none.
  package let baseRate: MeasureValue?
  package let minimumSize: Int
  package let suppressBelow: Int
  package let confidence: Double
  /// Bootstrap replicates and permutations that were taken; 0 where none were.
  package let replicates: Int
  package let seed: UInt64
  /// The digest of groups.tsv.
  package let digest: String
  /// Things that are not wrong but that a reader should know.
  package let notes: [String]
}

/// The groups of one attribute, or of several that are crossed.
package struct GroupTable: Sendable {
  package let attributes: [String]
  package internal(set) var groups: [Group]
  /// One a measure.
  package internal(set) var gaps: [Gap]
  /// Whether no unit is in two groups.
  package let isDisjoint: Bool
  /// What measures between groups say of all of them at once.
  package internal(set) var between: [BetweenGroups] = []

  /// What is known of one group.
  package struct Group: Sendable {
    /// One value of each attribute.
    package let values: [String]
    /// How many units it has, as anyone can count in groups.tsv.
    package let units: Int
    /// Kind ranking: in how many topics it has a relevant item.
    package var topics: Int?
    /// The share of its units that have a positive label; nil where units have none.
    package var baseRate: GroupCell?
    /// One a measure.
    package var cells: [GroupCell]

    /// `F, 18-29`.
    package var name: String { values.joined(separator: ", ") }
  }
}

/// A measure of one group.
package struct GroupCell: Sendable {
  package enum Standing: Sendable, Hashable {
    /// Shown, and part of gaps.
    case counted
    /// Shown with a mark and kept out of gaps: fewer than the minimum are behind it.
    case small
    /// Not told: fewer are behind it than may be told.
    case withheld
    /// Not told, as one that is withheld could be computed from it.
    case withheldForOthers
  }

  /// What is not told has no value.
  package let value: MeasureValue?
  /// Nil where there is none.
  package let interval: MeasureInterval?
  /// The same of all units that are not in the group; nil where either is not told.
  package let rest: MeasureValue?
  package let standing: Standing

  /// The number, if it may be compared with that of other groups.
  package var compared: Double? { standing == .counted ? value?.number : nil }

  /// The value minus that of all other units.
  package var againstRest: Double? {
    guard let own = compared, let rest = rest?.number else { return nil }
    return own - rest
  }
}
