internal import SharedTasks

/// The groups of one table: which units are members of each.
struct GroupSlices: Sendable {
  let attributes: [String]
  /// What is held fixed by the last attribute; nil where nothing is.
  let given: FixedAttribute?
  /// One value of each attribute, group by group, in the order of the values.
  let names: [[String]]
  /// The members of each group, ascending.
  let members: [[Int32]]
  let units: Int

  /// Every group is evaluated by itself: more of them would take hours, and nobody could read them.
  private static let mostGroups = 4_096
  /// Units that are in several groups are members of each.
  private static let mostMemberships = 1 << 26

  /// Throws ``GroupError`` for an attribute that the table of groups does not have.
  ///
  /// One attribute has a group for each of its values, whether a unit of the split has it or not.
  /// Of crossed attributes only the combinations that occur have one: with a dozen values each, most
  /// do not.
  ///
  /// - Parameter given: the attribute that is held fixed, which the others are crossed with.
  init(_ attributes: [String], given: String? = nil, of groups: Groups) throws {
    let attributes = attributes + [given].compactMap(\.self)
    let columns = try groups.attributes(named: attributes)
    self.attributes = attributes
    units = groups.units
    var names: [[String]] = [[]]
    var members: [[Int32]] = [(0..<Int32(truncatingIfNeeded: groups.units)).map { $0 }]
    for column in columns {
      var nextNames: [[String]] = []
      var nextMembers: [[Int32]] = []
      var memberships = 0
      for (name, own) in zip(names, members) {
        for (value, found) in column.divided(own).enumerated()
        where columns.count == 1 || !found.isEmpty {
          memberships += found.count
          guard nextNames.count < Self.mostGroups, memberships <= Self.mostMemberships else {
            throw GroupError.tooManyGroups(attributes, most: Self.mostGroups)
          }
          nextNames.append(name + [column.values[value]])
          nextMembers.append(found)
        }
      }
      (names, members) = (nextNames, nextMembers)
    }
    self.names = names
    self.members = members
    self.given = given.flatMap { _ in columns.last.map(FixedAttribute.init) }
  }

  /// The group as copies of units.
  func copies(_ group: Int) -> [Int32] {
    var copies = Array<Int32>(repeating: 0, count: units)
    for unit in members[group] { copies[Int(unit)] = 1 }
    return copies
  }

  /// All units that are not in the group, as copies.
  func rest(_ group: Int) -> [Int32] {
    var copies = Array<Int32>(repeating: 1, count: units)
    for unit in members[group] { copies[Int(unit)] = 0 }
    return copies
  }

  /// Whether two groups have no unit in common.
  func areSeparate(_ first: Int, _ second: Int) -> Bool {
    Set(members[first]).isDisjoint(with: members[second])
  }
}

/// An attribute that is held fixed: units are compared with those that have the same value of it.
struct FixedAttribute: Sendable {
  /// The values, in the order of the groups.
  let levels: [String]
  /// What each unit has: equal numbers for equal values.
  let codes: [Int32]

  init(_ attribute: Groups.Attribute) {
    levels = attribute.values
    codes = attribute.codes
  }
}

extension Groups.Attribute {
  /// Some units by the values that they have; one with several is in several.
  fileprivate func divided(_ units: [Int32]) -> [[Int32]] {
    var found = Array<[Int32]>(repeating: [], count: values.count)
    for unit in units {
      let code = Int(codes[Int(unit)])
      if code < values.count {
        found[code].append(unit)
      } else {
        for value in several[code - values.count] { found[Int(value)].append(unit) }
      }
    }
    return found
  }
}
