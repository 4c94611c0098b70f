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
  /// Those that are crossed; the one that is held fixed is the last.
  package let attributes: [String]
  /// Whether the last attribute is held fixed: gaps are then between groups with the same value of it.
  package let isConditional: Bool
  package internal(set) var groups: [Group]
  /// By measure: one, or where an attribute is held fixed one for each value of it.
  package internal(set) var gaps: [[Gap]]
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

  init(_ slices: GroupSlices, _ groups: [Group], _ measures: [BoundMeasure]) {
    self.init(
      attributes: slices.attributes, levels: slices.given?.levels, groups: groups,
      measures: measures.map(\.measure),
      isDisjoint: slices.members.reduce(0) { $0 + $1.count } <= slices.units)
  }

  /// - Parameter levels: the values of the attribute that is held fixed; nil where none is.
  init(
    attributes: [String], levels: [String]? = nil, groups: [Group], measures: [Measure],
    isDisjoint: Bool
  ) {
    self.attributes = attributes
    isConditional = levels != nil
    self.groups = groups
    self.isDisjoint = isDisjoint
    let levels: [String?] =
      levels?.filter { level in groups.contains { $0.values.last == level } } ?? [nil]
    gaps = measures.indices.map { measure in
      levels.map { level in
        Gap(
          measures[measure], level: level,
          among: groups.indices.filter { level == nil || groups[$0].values.last == level },
          values: groups.map { $0.cells[measure].compared },
          againstRest: groups.map { $0.cells[measure].againstRest })
      }
    }
  }

  /// The attributes that groups differ in.
  package var comparedAttributes: [String] { isConditional ? attributes.dropLast() : attributes }

  /// The mean of the gaps within the values of the attribute that is held fixed, weighted by the units
  /// that have each; nil where none is held fixed, or where no value has a gap.
  ///
  /// Kamiran, Žliobaitė and Calders, "Quantifying explainable discrimination and removing illegal
  /// discrimination in automated decision making", Knowledge and Information Systems 35, 2013: what
  /// the fixed attribute explains is no unfairness.
  package func meanGap(of measure: Int) -> Double? {
    guard isConditional else { return nil }
    var sum = 0.0
    var units = 0
    for gap in gaps[measure] {
      guard let finding = gap.finding else { continue }
      let own = gap.groups.reduce(0) { $0 + groups[$1].units }
      sum += finding.difference * Double(own)
      units += own
    }
    return units > 0 ? sum / Double(units) : nil
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

  package init(
    value: MeasureValue?, interval: MeasureInterval?, rest: MeasureValue?, standing: Standing
  ) {
    self.value = value
    self.interval = interval
    self.rest = rest
    self.standing = standing
  }

  /// The number, if it may be compared with that of other groups.
  package var compared: Double? { standing == .counted ? value?.number : nil }

  /// The value minus that of all other units.
  package var againstRest: Double? {
    guard let own = compared, let rest = rest?.number else { return nil }
    return own - rest
  }
}
