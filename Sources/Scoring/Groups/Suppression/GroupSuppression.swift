internal import Measures

/// Which cells of the tables of groups are not told.
///
/// A rate is withheld where its denominator is below the threshold, a base rate where as few units have a
/// positive label or another one, any other measure where its group has fewer units, or where a rate or
/// the base rate of the group is withheld: what is computed of all labels together may give it away. All
/// tables are looked at together, with the totals of the scorecard and with the
/// numbers of units, which anyone can count in groups.tsv: the counts behind the rates are sums over
/// units of the same outcome, and any other measure is taken for a sum over units, which is the most
/// that it can tell of a part when the whole is known. So few units that groups tell apart, without a
/// cell of their own, are kept as well: no two numbers may differ by them.
struct GroupSuppression: Sendable {
  /// The columns of a table before those of the measures.
  enum Column { static let baseRate = 0, measures = 1 }

  /// By table, group and column.
  let standings: [[[GroupCell.Standing]]]

  /// The most groups of all tables, and the most profiles of units that they tell apart, of which can be
  /// found out in seconds what follows from what.
  private static let mostGroups = 256
  private static let mostProfiles = 2_048

  /// Throws ``GroupError`` where small groups are to be withheld among so many that it would take too
  /// long to find out what else has to be.
  static func check(_ slices: [GroupSlices], suppressBelow: Int) throws(GroupError) {
    guard suppressBelow > 0 else { return }
    let groups = slices.reduce(0) { $0 + $1.members.count }
    guard groups <= mostGroups, UnitClasses(slices, .none, nil).profiles <= mostProfiles else {
      throw .tooManyToWithhold(groups, most: mostGroups, profiles: mostProfiles)
    }
  }

  /// - Parameters:
  ///   - denominators: by table, group and column how many units are behind a cell.
  ///   - positives: which units have a positive label.
  init(
    _ slices: [GroupSlices], _ counts: RateCounts, measures: Int, positives: [Bool]?,
    denominators: [[[Int]]], minimumSize: Int, suppressBelow: Int
  ) {
    var standings = zip(slices, denominators).map { slices, table in
      zip(slices.members, table).map { members, group in
        group.enumerated().map { column, denominator -> GroupCell.Standing in
          guard group[Column.baseRate] > 0 else { return .counted }
          var fewest = denominator
          if column == Column.baseRate, let positives {
            let count = members.count { positives[Int($0)] }
            fewest = min(count, members.count - count)
          }
          if fewest < suppressBelow { return .withheld }
          return denominator < minimumSize ? .small : .counted
        }
      }
    }
    if suppressBelow > 0 {
      let classes = UnitClasses(slices, counts, positives)
      let parts = classes.parts(below: suppressBelow)
      Self.withholdRates(&standings, classes, counts, parts, measures: measures)
      for table in standings.indices {
        for group in standings[table].indices
        where
          standings[table][group].contains(where: { !$0.isTold })
        {
          for measure in 0..<measures where counts.column(of: measure) == nil {
            standings[table][group][Column.measures + measure] = .withheld
          }
        }
      }
      for measure in 0..<measures where counts.column(of: measure) == nil {
        Self.withhold(measure, &standings, classes, parts)
      }
    }
    self.standings = standings
  }

  /// Withholds what would give away a rate or a base rate.
  private static func withholdRates(
    _ standings: inout [[[GroupCell.Standing]]], _ classes: UnitClasses, _ counts: RateCounts,
    _ parts: [[Int]], measures: Int
  ) {
    var places: [(table: Int, group: Int, column: Int)] = []
    var cells: [LinkedTables.Cell] = []
    for (table, groups) in standings.enumerated() {
      for (group, columns) in groups.enumerated() {
        for (column, standing) in columns.enumerated() {
          var kinds = [classes.positive, classes.one]
          if column >= Column.measures {
            guard let rate = counts.column(of: column - Column.measures) else { continue }
            kinds = [classes.numerators[rate], classes.denominators[rate]]
          }
          places.append((table, group, column))
          cells.append(
            LinkedTables.Cell(
              sums: kinds.map { classes.sum($0, table: table, group: group) },
              weight: classes.size(table: table, group: group),
              isWithheld: standing == .withheld))
        }
      }
    }
    let linked = LinkedTables(
      empty: classes.empty, totals: classes.totals + classes.units,
      cells: cells + parts.map { .secret(classes.secrets(of: $0)) })
    for cell in linked.complement() {
      let place = places[cell]
      standings[place.table][place.group][place.column] = .withheldForOthers
    }
  }

  /// Withholds what would give away a measure that is no rate.
  private static func withhold(
    _ measure: Int, _ standings: inout [[[GroupCell.Standing]]], _ classes: UnitClasses,
    _ parts: [[Int]]
  ) {
    let column = Column.measures + measure
    var places: [(table: Int, group: Int)] = []
    var cells: [LinkedTables.Cell] = []
    for (table, groups) in standings.enumerated() {
      for (group, columns) in groups.enumerated() {
        places.append((table, group))
        cells.append(
          LinkedTables.Cell(
            sums: [classes.members(table: table, group: group)],
            weight: classes.size(table: table, group: group),
            isWithheld: columns[column] == .withheld))
      }
    }
    let linked = LinkedTables(
      empty: classes.profiles,
      totals: [(0..<classes.profiles).map { ($0, 1) }],
      cells: cells + parts.map { part in .secret([part.map { ($0, 1) }]) })
    for cell in linked.complement() {
      standings[places[cell].table][places[cell].group][column] = .withheldForOthers
    }
  }
}
