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
  private let sizesOfProfiles: [Int]

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
    sizesOfProfiles = profileOf.reduce(into: Array(repeating: 0, count: examples.count)) {
      $0[$1] += 1
    }
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

  /// What groups tell apart of fewer than so many units, as sets of profiles: units of one profile, what
  /// two groups have in common, and what one has that another has not.
  ///
  /// Nobody publishes a number of them, but two that are published may differ by one: a ward, and the
  /// same ward but for one person.
  func parts(below threshold: Int) -> [[Int]] {
    var parts = Set((0..<profiles).map { [$0] })
    let groups = Set(profilesOfGroups.joined()).map(Set.init)
    if groups.count <= Self.mostPaired {
      for first in groups {
        for second in groups where first != second {
          parts.insert(first.subtracting(second).sorted())
          parts.insert(first.intersection(second).sorted())
        }
      }
    }
    return parts.filter { part in
      !part.isEmpty && part.reduce(0) { $0 + sizesOfProfiles[$1] } < threshold
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Of more groups the pairs are too many to look at; their profiles are small then.
  private static let mostPaired = 128

  /// The sums over a part of the units of everything that is secret: how many are positive, and what
  /// they add to rates.
  func secrets(of part: [Int]) -> [LinkedTables.Vector] {
    ([positive] + numerators + denominators).map { sum($0, over: part) }.filter { !$0.isEmpty }
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
