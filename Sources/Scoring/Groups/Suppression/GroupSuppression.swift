internal import Measures

/// Which cells of the tables of groups are not told.
///
/// A rate is withheld where its denominator is below the threshold, any other measure where its group
/// has fewer units, or where a rate of the group is withheld: what is computed of all labels together
/// may give it away. All tables are looked at together, with the totals of the scorecard and with the
/// numbers of units, which anyone can count in groups.tsv: the counts behind the rates are sums over
/// units of the same outcome, and any other measure is taken for a sum over units, which is the most
/// that it can tell of a part when the whole is known.
struct GroupSuppression: Sendable {
  /// The columns of a table before those of the measures.
  enum Column { static let baseRate = 0, measures = 1 }

  /// By table, group and column.
  let standings: [[[GroupCell.Standing]]]

  /// - Parameters:
  ///   - denominators: by table, group and column how many units are behind a cell.
  ///   - positives: which units have a positive label.
  init(
    _ slices: [GroupSlices], _ counts: RateCounts, measures: Int, positives: [Bool]?,
    denominators: [[[Int]]], minimumSize: Int, suppressBelow: Int
  ) {
    var standings = denominators.map { table in
      table.map { group in
        group.map { denominator -> GroupCell.Standing in
          guard group[Column.baseRate] > 0 else { return .counted }
          if denominator < suppressBelow { return .withheld }
          return denominator < minimumSize ? .small : .counted
        }
      }
    }
    if suppressBelow > 0 {
      for table in standings.indices {
        for group in standings[table].indices where standings[table][group].contains(.withheld) {
          for measure in 0..<measures where counts.column(of: measure) == nil {
            standings[table][group][Column.measures + measure] = .withheld
          }
        }
      }
      let classes = UnitClasses(slices, counts, positives)
      Self.withholdRates(&standings, classes, counts, measures: measures)
      for measure in 0..<measures where counts.column(of: measure) == nil {
        Self.withhold(measure, &standings, classes)
      }
    }
    self.standings = standings
  }

  /// Withholds what would give away a rate or a base rate.
  private static func withholdRates(
    _ standings: inout [[[GroupCell.Standing]]], _ classes: UnitClasses, _ counts: RateCounts,
    measures: Int
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
      cells: cells)
    for cell in linked.complement() {
      let place = places[cell]
      standings[place.table][place.group][place.column] = .withheldForOthers
    }
  }

  /// Withholds what would give away a measure that is no rate.
  private static func withhold(
    _ measure: Int, _ standings: inout [[[GroupCell.Standing]]], _ classes: UnitClasses
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
      totals: [(0..<classes.profiles).map { ($0, 1) }], cells: cells)
    for cell in linked.complement() {
      standings[places[cell].table][places[cell].group][column] = .withheldForOthers
    }
  }
}

/// Units that no table and no rate tells apart, as classes.
///
/// The class of a unit is its profile (of which groups it is a member, over all tables) and its kind
/// (what it adds to the rates, and whether its label is positive).
struct UnitClasses: Sendable {
  let profiles: Int
  /// The place of the first class that no unit is of: they stand last.
  let empty: Int
  /// The place of each class: profile by profile, kind by kind.
  private let places: [Int]
  /// What a unit of each kind adds.
  let one: [Int]
  let positive: [Int]
  let numerators: [[Int]]
  let denominators: [[Int]]
  /// By table and group the profiles of the members.
  private let profilesOfGroups: [[[Int]]]
  private let sizes: [[Int]]

  init(_ slices: [GroupSlices], _ counts: RateCounts, _ positives: [Bool]?) {
    let units = slices.first?.units ?? 0
    var memberships = Array<[Int32]>(repeating: [], count: units)
    var number: Int32 = 0
    for table in slices {
      for group in table.members {
        for unit in group { memberships[Int(unit)].append(number) }
        number += 1
      }
    }
    let (profileOf, examples) = Self.numbered(memberships)
    let kinds = (0..<units).map { unit in
      [positives?[unit] == true ? 1 : 0] + counts.numerators.map { $0[unit] }
        + counts.denominators.map { $0[unit] }
    }
    let (kindOf, kindExamples) = Self.numbered(kinds)
    profiles = examples.count
    one = kindExamples.map { _ in 1 }
    positive = kindExamples.map { Int(kinds[$0][0]) }
    numerators = counts.numerators.map { column in kindExamples.map { Int(column[$0]) } }
    denominators = counts.denominators.map { column in kindExamples.map { Int(column[$0]) } }
    var found = Array(repeating: 0, count: examples.count * kindExamples.count)
    for unit in 0..<units { found[profileOf[unit] * kindExamples.count + kindOf[unit]] += 1 }
    let order = found.indices.filter { found[$0] > 0 } + found.indices.filter { found[$0] == 0 }
    var places = Array(repeating: 0, count: found.count)
    for (place, number) in order.enumerated() { places[number] = place }
    self.places = places
    empty = found.count { $0 > 0 }
    profilesOfGroups = slices.map { table in
      table.members.map { group in Set(group.map { profileOf[Int($0)] }).sorted() }
    }
    sizes = slices.map { $0.members.map(\.count) }
  }

  func size(table: Int, group: Int) -> Int { sizes[table][group] }

  /// The numbers of units of all groups.
  var units: [LinkedTables.Vector] {
    profilesOfGroups.joined().map { sum(one, over: $0) }
  }

  /// The sum over a group's units of what a unit of each kind adds.
  func sum(_ added: [Int], table: Int, group: Int) -> LinkedTables.Vector {
    sum(added, over: profilesOfGroups[table][group])
  }

  /// A group as a set of profiles.
  func members(table: Int, group: Int) -> LinkedTables.Vector {
    profilesOfGroups[table][group].map { ($0, 1) }
  }

  /// Units of each kind: the scorecard of all units tells them.
  var totals: [LinkedTables.Vector] {
    one.indices.map { kind in
      sum(one.indices.map { $0 == kind ? 1 : 0 }, over: Array(0..<profiles))
    }
  }

  private func sum(_ added: [Int], over profiles: [Int]) -> LinkedTables.Vector {
    profiles.flatMap { profile in
      added.indices.compactMap { kind in
        added[kind] == 0 ? nil : (places[profile * added.count + kind], added[kind])
      }
    }.sorted { $0.column < $1.column }
  }

  /// Equal keys have equal numbers, in the order of their first places; and where those are.
  private static func numbered(_ keys: [[Int32]]) -> (numbers: [Int], examples: [Int]) {
    var known: [[Int32]: Int] = [:]
    var examples: [Int] = []
    let numbers = keys.indices.map { unit -> Int in
      if let number = known[keys[unit]] { return number }
      known[keys[unit]] = examples.count
      examples.append(unit)
      return examples.count - 1
    }
    return (numbers, examples)
  }
}
