/// Which groups the units of a split belong to: a column of codes for each attribute.
///
/// Units are items or people in the order of the universe of the split, so that a code stands at the
/// same position as the label and the score of its unit.
package struct Groups: Sendable {
  package let attributes: [Attribute]
  /// Units of the split.
  package let units: Int
  /// Units of the split that the table has no row for: all their values are missing.
  package let unitsWithoutRow: Int
  /// The digest of the table.
  package let digest: String

  package init(attributes: [Attribute], units: Int, unitsWithoutRow: Int = 0, digest: String) {
    precondition(attributes.allSatisfy { $0.codes.count == units })
    self.attributes = attributes
    self.units = units
    self.unitsWithoutRow = unitsWithoutRow
    self.digest = digest
  }

  /// The attribute of that name; nil where the table has none.
  package subscript(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// How the value of units without one is shown.
  package static let missing = "(missing)"

  /// One column: what the value of each unit is.
  package struct Attribute: Sendable, Hashable {
    package let name: String
    /// The names of the values by ascending bytes, and after them ``Groups/missing`` where units have
    /// no value. A value may be of units of other splits only.
    package let values: [String]
    /// The position of the missing value in `values`; nil where all units have one.
    package let missing: Int?
    /// The value of each unit: a position in `values`, or `values.count` and a position in `several`.
    package let codes: [Int32]
    /// The values of units that have more than one (`a|b`), each ascending: such a unit is a member of
    /// both groups.
    package let several: [[Int32]]

    package init(
      name: String, values: [String], missing: Int? = nil, codes: [Int32], several: [[Int32]] = []
    ) {
      self.name = name
      self.values = values
      self.missing = missing
      self.codes = codes
      self.several = several
    }

    /// Whether a unit is a member of the group of a value.
    package func isMember(_ unit: Int, of value: Int) -> Bool {
      let code = Int(codes[unit])
      return code < values.count
        ? code == value : several[code - values.count].contains(Int32(truncatingIfNeeded: value))
    }

    /// The group of a value: 1 for each of its units and 0 for all others.
    package func copies(of value: Int) -> [Int32] {
      let severalAreMembers = several.map { $0.contains(Int32(truncatingIfNeeded: value)) }
      return codes.map { code in
        let code = Int(code)
        return code < values.count
          ? (code == value ? 1 : 0) : (severalAreMembers[code - values.count] ? 1 : 0)
      }
    }
  }
}
