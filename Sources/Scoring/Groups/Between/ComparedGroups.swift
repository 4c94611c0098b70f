internal import Measures

/// The groups of a table as measures between groups take them.
///
/// Groups below the minimum size are left out, as they are of gaps: one person with one error would
/// else decide the value. Where that is of positive and of negative units each for themselves, as many
/// of either are asked for. So is what the task says of their targets left out; the others keep theirs
/// in proportion.
struct ComparedGroups: Sendable {
  let names: [String]
  let isCompared: [Bool]
  /// The share of exposure that each group is due; nil where the task sets none for the attribute, and
  /// where attributes are crossed.
  let targets: [Double]?

  /// - Parameter fewest: how many units of the smaller class each group has; nil where classes do not
  ///   matter.
  init(_ table: GroupTable, _ request: GroupRequest, fewest: [Int]? = nil) {
    let sizes = fewest ?? table.groups.map(\.units)
    let isCompared = zip(table.groups, sizes).map { $0.units > 0 && $1 >= request.minimumSize }
    names = table.groups.map(\.name)
    self.isCompared = isCompared
    let due = table.attributes.count == 1 ? request.targets[table.attributes[0]] : nil
    targets = due.map { due in
      zip(table.groups, isCompared).map { $1 ? due[$0.values[0]] ?? 0 : 0 }
    }
  }

  var used: Int { isCompared.count { $0 } }

  /// The groups of each unit that are compared.
  ///
  /// - Parameter members: the units of each group.
  func byUnit(_ members: [[Int32]], units: Int) -> [[Int32]] {
    var groups = Array<[Int32]>(repeating: [], count: units)
    for (group, own) in members.enumerated() where isCompared[group] {
      for unit in own { groups[Int(unit)].append(Int32(truncatingIfNeeded: group)) }
    }
    return groups
  }
}

extension GroupRequest {
  /// Which groups are due nothing, as the targets of the task do not name them.
  func notesOnTargets(_ tables: [GroupTable]) -> [String] {
    tables.flatMap { table -> [String] in
      guard table.attributes.count == 1, let due = targets[table.attributes[0]] else { return [] }
      let present = table.groups.filter { $0.units > 0 }.map(\.values[0])
      let leftOut = present.filter { due[$0] == nil }
      let unknown = due.keys.filter { !present.contains($0) }.sorted()
      let targets = "the task's targets of \(table.attributes[0])"
      return [
        leftOut.isEmpty
          ? nil
          : "\(targets) leave out \(Self.listed(leftOut)): what they leave out is due nothing",
        unknown.isEmpty
          ? nil
          : "\(targets) name \(Self.listed(unknown)), which no unit has: the others are due their "
            + "shares in proportion",
      ].compactMap(\.self)
    }
  }

  /// The first few names, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
}

extension GroupRequest {
  /// That there are few replicates for the bounds of as many intervals at once; none where there are
  /// enough.
  func notesOnReplicates(_ tables: [GroupTable], _ replicates: Int) -> [String] {
    let gaps = tables.flatMap(\.gaps).joined().compactMap { $0.finding?.interval }
      .filter { $0.method == .percentile }.map(\.comparisons)
    let between = tables.flatMap(\.between).compactMap(\.interval)
      .filter { $0.method.isBootstrap }.compactMap(\.comparisons)
    guard let most = (gaps + between).max(), most > 1,
      IntervalOptions.shortage(replicates, confidence: .ofEach(most, together: confidence)) != nil
    else { return [] }
    let needed = Int((10 * Double(most) / (1 - confidence)).rounded(.up))
    return [
      "\(replicates) replicates are few for the intervals of \(most) pairs or groups at once: their "
        + "bounds go by less than five of them; take \(needed) or more"
    ]
  }
}

extension GroupReport {
  /// Whether numbers about several groups at once may be told.
  ///
  /// Where something is withheld none is: a value between groups goes by rates that the tables need
  /// not have.
  static func mayCompare(_ tables: [GroupTable], suppressBelow: Int) -> Bool {
    guard suppressBelow > 0 else { return true }
    return tables.flatMap(\.groups).filter { $0.units > 0 }.allSatisfy { group in
      group.units >= suppressBelow
        && (group.cells + [group.baseRate].compactMap(\.self)).allSatisfy(\.standing.isTold)
    }
  }
}
