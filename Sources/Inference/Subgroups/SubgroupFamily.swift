/// All subgroups that attributes describe and that are large enough to say something about.
///
/// Conjunctions are made level by level: one can only be large enough if all that it is part of are,
/// so the others are never looked at, and the result is the same as if all were (Agrawal & Srikant,
/// "Fast algorithms for mining association rules", VLDB 1994).
struct SubgroupFamily: Sendable {
  /// A subgroup that is large enough.
  struct Member: Sendable {
    let conjunction: Conjunction
    let units: Int
    /// The sums of the two columns.
    let sums: SubgroupSums
    /// The same for the same units and, but for one pair in 10¹⁹, for no others.
    fileprivate let fingerprint: Int64
    /// The table that it is in, and where.
    fileprivate(set) var table = 0
    let cell: Int
  }

  let patterns: AttributePatterns
  let tables: [CrossTable]
  /// Shorter ones first, then by attribute and value.
  let members: [Member]
  /// Where each of them stands in `members`.
  let places: [Conjunction: Int]
  /// Too small themselves, but parts of them are not: shorter ones first.
  let tooSmall: [SmallSubgroup]
  /// All conjunctions there are of the values of attributes that units have, large or not.
  let conjunctions: Int

  /// - Parameters:
  ///   - columns: two numbers of each unit, which are added up for each subgroup.
  ///   - size: of a subgroup, from the sums of the columns; that of a part is never larger.
  ///   - minimum: of the size; smaller ones are left out.
  init(
    _ attributes: [SubgroupAttribute], units: Int, columns: (first: [Int64], second: [Int64]),
    depth: Int, minimum: Int, threads: Int, size: @escaping @Sendable (SubgroupSums) -> Int
  ) async throws(SubgroupProblem) {
    let patterns = AttributePatterns(attributes, units: units)
    self.patterns = patterns
    let totals = PatternTotals(patterns, columns)
    let depth = max(0, min(depth, attributes.count, Conjunction.mostTerms))
    conjunctions = try Self.countOfConjunctions(totals.values(of: attributes, patterns), depth)

    var tables: [CrossTable] = []
    var members: [Member] = []
    var places: [Conjunction: Int] = [:]
    var tooSmall: [SmallSubgroup] = []
    var values = CrossTable.Values(attributes.map { Array(repeating: true, count: $0.values) })
    var entries = 0
    for level in stride(from: 1, through: depth, by: 1) {
      let level = Level(
        sets: Self.sets(of: level, from: attributes.indices.filter { !values.chosen[$0].isEmpty }),
        attributes: attributes, patterns: patterns, totals: totals, values: values,
        known: places, isFirst: level == 1, minimum: minimum, size: size)
      let before = members.count
      // A few tables at a time, so that what there are too many of is noticed before it is made.
      for first in stride(from: 0, to: level.sets.count, by: Self.tablesAtOnce) {
        let count = min(Self.tablesAtOnce, level.sets.count - first)
        let parts = await inRanges(of: count, threads: threads) { range in
          range.map { level.table(first + $0) }
        }
        for found in parts.joined() {
          guard let found else { throw .tooManyMemberships }
          entries += found.table.entryCount
          guard entries <= SubgroupProblem.mostEntries else { throw .tooManyMemberships }
          tooSmall += found.tooSmall
          guard !found.members.isEmpty else { continue }
          for var member in found.members {
            member.table = tables.count
            members.append(member)
          }
          tables.append(found.table)
          guard members.count + tooSmall.count <= SubgroupProblem.mostSubgroups else {
            throw .tooManySubgroups
          }
        }
      }
      guard members.count > before else { break }
      members[before...].sort { $0.conjunction < $1.conjunction }
      for place in before..<members.count { places[members[place].conjunction] = place }
      if before == 0 { values = Self.values(of: members, attributes) }
    }
    self.tables = tables
    self.members = members
    self.places = places
    self.tooSmall = tooSmall.sorted { $0.conjunction < $1.conjunction }
  }

  private static let tablesAtOnce = 64

  /// The values that are large enough alone.
  private static func values(
    of members: [Member], _ attributes: [SubgroupAttribute]
  ) -> CrossTable.Values {
    var isChosen = attributes.map { Array(repeating: false, count: $0.values) }
    for member in members {
      for term in member.conjunction.terms { isChosen[term.attribute][term.value] = true }
    }
    return CrossTable.Values(isChosen)
  }

  /// All choices of so many attributes, in lexicographic order.
  private static func sets(of count: Int, from attributes: [Int]) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return attributes.indices.flatMap { first in
      sets(of: count - 1, from: Array(attributes[(first + 1)...])).map { [attributes[first]] + $0 }
    }
  }

  /// How many conjunctions of 1 to `depth` terms there are, one value of an attribute each; `Int.max`
  /// where they are more than that. Refuses more choices of attributes than can be gone through.
  private static func countOfConjunctions(
    _ values: [Int], _ depth: Int
  ) throws(SubgroupProblem) -> Int {
    // The elementary symmetric polynomials of the numbers of values, and of ones.
    func count(_ factors: [Int]) -> Int {
      var sums = [1] + Array(repeating: 0, count: depth)
      for factor in factors {
        for degree in stride(from: depth, to: 0, by: -1) {
          let product = sums[degree - 1].multipliedReportingOverflow(by: factor)
          let sum = sums[degree].addingReportingOverflow(product.partialValue)
          sums[degree] = product.overflow || sum.overflow ? .max : sum.partialValue
        }
      }
      return sums.dropFirst().reduce(0) {
        let sum = $0.addingReportingOverflow($1)
        return sum.overflow ? .max : sum.partialValue
      }
    }
    guard count(values.map { _ in 1 }) <= SubgroupProblem.mostTables else {
      throw .tooManyAttributes(values.count)
    }
    return count(values)
  }
}

/// The sums of two columns over the units of a subgroup.
struct SubgroupSums: Sendable, Hashable {
  var first: Int64
  var second: Int64
}

/// What is known of each pattern.
private struct PatternTotals: Sendable {
  let units: [Int64]
  let first: [Int64]
  let second: [Int64]
  let fingerprints: [Int64]

  init(_ patterns: AttributePatterns, _ columns: (first: [Int64], second: [Int64])) {
    units = patterns.sums(of: Array(repeating: 1, count: patterns.ofUnit.count))
    first = patterns.sums(of: columns.first)
    second = patterns.sums(of: columns.second)
    fingerprints = (0..<patterns.count).map { pattern in
      Int64(bitPattern: Self.mixed(UInt64(truncatingIfNeeded: pattern)))
    }
  }

  /// How many values of each attribute units have.
  func values(of attributes: [SubgroupAttribute], _ patterns: AttributePatterns) -> [Int] {
    zip(attributes, patterns.codes).map { attribute, codes in
      var isThere = Array(repeating: false, count: attribute.values)
      for code in codes {
        let code = Int(code)
        if code < attribute.values {
          isThere[code] = true
        } else {
          for value in attribute.several[code - attribute.values] { isThere[Int(value)] = true }
        }
      }
      return isThere.count { $0 }
    }
  }

  /// The number of this place of SplitMix64: Steele, Lea & Flood, "Fast splittable pseudorandom number
  /// generators", OOPSLA 2014.
  private static func mixed(_ place: UInt64) -> UInt64 {
    var word = (place &+ 1) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// All conjunctions of so many terms.
private struct Level: Sendable {
  let sets: [[Int]]
  let attributes: [SubgroupAttribute]
  let patterns: AttributePatterns
  let totals: PatternTotals
  let values: CrossTable.Values
  /// The conjunctions with fewer terms that are large enough.
  let known: [Conjunction: Int]
  let isFirst: Bool
  let minimum: Int
  let size: @Sendable (SubgroupSums) -> Int

  struct Found: Sendable {
    let table: CrossTable
    var members: [SubgroupFamily.Member] = []
    var tooSmall: [SmallSubgroup] = []
  }

  /// What one choice of attributes has; nil where there are too many entries.
  func table(_ index: Int) -> Found? {
    guard let table = CrossTable(of: sets[index], attributes, patterns, values) else {
      return nil
    }
    let units = table.sums(of: totals.units)
    let first = table.sums(of: totals.first)
    let second = table.sums(of: totals.second)
    let fingerprints = table.sums(of: totals.fingerprints)
    var found = Found(table: table)
    for (cell, conjunction) in table.conjunctions.enumerated()
    where isFirst || conjunction.parents.allSatisfy({ known[$0] != nil }) {
      let sums = SubgroupSums(first: first[cell], second: second[cell])
      let count = Int(units[cell])
      let size = size(sums)
      guard size >= minimum else {
        found.tooSmall.append(SmallSubgroup(conjunction: conjunction, units: count, size: size))
        continue
      }
      found.members.append(
        SubgroupFamily.Member(
          conjunction: conjunction, units: count, sums: sums, fingerprint: fingerprints[cell],
          cell: cell))
    }
    return found
  }
}

/// A subgroup too small to say anything about.
package struct SmallSubgroup: Sendable, Hashable {
  package let conjunction: Conjunction
  package let units: Int
  /// What has to reach the minimum: how many of them the outcome is of.
  package let size: Int
}

/// What keeps subgroups from being gone through.
package enum SubgroupProblem: Error, Sendable, Hashable {
  /// More choices of attributes than can be gone through.
  case tooManyAttributes(Int)
  /// Units with several values are members of too many conjunctions.
  case tooManyMemberships
  /// More subgroups than can be reported.
  case tooManySubgroups

  static let mostTables = 100_000
  /// Of all tables together: a gigabyte.
  static let mostEntries = 1 << 28
  static let mostSubgroups = 1_000_000
}

extension SubgroupFamily {
  /// The members with different units, the shortest description of each: of each member the position
  /// of the one that stands for it, −1 for everybody.
  var representatives: [Int] {
    struct Units: Hashable {
      let count: Int
      let sums: SubgroupSums
      let fingerprint: Int64
    }
    var first: [Units: Int] = [:]
    return members.enumerated().map { place, member in
      guard member.units < patterns.ofUnit.count else { return -1 }
      let units = Units(count: member.units, sums: member.sums, fingerprint: member.fingerprint)
      if let known = first[units] { return known }
      first[units] = place
      return place
    }
  }
}
