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
    let fingerprint: Int64
    /// The table that it is in, and where.
    var table = 0
    let cell: Int
  }

  let patterns: AttributePatterns
  let tables: [CrossTable]
  /// Shorter ones first, then by attribute and value.
  private(set) var members: [Member]
  /// Where each of them stands in `members`.
  private(set) var places: [Conjunction: Int]
  /// Too small themselves, but parts of them are not: shorter ones first.
  private(set) var tooSmall: [SmallSubgroup]
  /// Those of both that are not told of, in their order.
  private(set) var withheld: [WithheldSubgroup] = []
  /// All conjunctions there are of the values of attributes that units have, large or not.
  let conjunctions: Int

  /// - Parameters:
  ///   - columns: two numbers of each unit, which are added up for each subgroup.
  ///   - keepsEntries: whether ``tables`` tell which pattern is of which conjunction.
  ///   - size: of a subgroup, from the sums of the columns; that of a part is never larger.
  ///   - minimum: of the size; smaller ones are left out.
  init(
    _ attributes: [SubgroupAttribute], units: Int, columns: (first: [Int64], second: [Int64]),
    depth: Int, minimum: Int, threads: Int, keepsEntries: Bool,
    size: @escaping @Sendable (SubgroupSums) -> Int
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
    var values = CrossTable.Values(
      attributes.map { Array(repeating: true, count: $0.values) }, attributes, patterns)
    var entries = 0
    for level in stride(from: 1, through: depth, by: 1) {
      let level = SubgroupLevel(
        sets: Self.sets(of: level, from: attributes.indices.filter { !values.chosen[$0].isEmpty }),
        attributes: attributes, patterns: patterns, totals: totals, values: values,
        known: places, isFirst: level == 1, minimum: minimum, keepsEntries: keepsEntries, size: size
      )
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
      if before == 0 { values = Self.values(of: members, attributes, patterns) }
    }
    self.tables = tables
    self.members = members
    self.places = places
    self.tooSmall = tooSmall.sorted { $0.conjunction < $1.conjunction }
  }

  private static let tablesAtOnce = 64

  /// The values that are large enough alone.
  private static func values(
    of members: [Member], _ attributes: [SubgroupAttribute], _ patterns: AttributePatterns
  ) -> CrossTable.Values {
    var isChosen = attributes.map { Array(repeating: false, count: $0.values) }
    for member in members {
      for term in member.conjunction.terms { isChosen[term.attribute][term.value] = true }
    }
    return CrossTable.Values(isChosen, attributes, patterns)
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

/// A subgroup too small to say anything about.
package struct SmallSubgroup: Sendable, Hashable {
  package let conjunction: Conjunction
  package let units: Int
  /// What has to reach the minimum: how many of them the outcome is of.
  package let size: Int
  /// The rate or the mean, and the numerator of a rate; nil where there is none, and of areas.
  package internal(set) var value: Double?
  package internal(set) var hits: Int?
  /// The sum of the deviations of its units, of which the value is made.
  var sum: Int64 = 0
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

  /// The members that stand for their units, by table.
  func byTable(_ representatives: [Int]) -> [[Member]] {
    var tables = Array(repeating: [Member](), count: tables.count)
    for (place, member) in members.enumerated() where representatives[place] == place {
      tables[member.table].append(member)
    }
    return tables
  }
}

extension SubgroupFamily {
  /// Forgets what may not be told before anything is made of it: corrections and permutations are of
  /// the others alone, so that no p-value tells of it either.
  mutating func keep(_ rule: SubgroupAudit.WithholdingRule?) {
    guard let rule else { return }
    let found = rule(members.map(\.conjunction), tooSmall)
    guard !found.isEmpty else { return }
    withheld = found.map { WithheldSubgroup(conjunction: $0, reason: $1) }
      .sorted { $0.conjunction < $1.conjunction }
    members.removeAll { found[$0.conjunction] != nil }
    tooSmall.removeAll { found[$0.conjunction] != nil }
    places = Dictionary(
      members.enumerated().map { ($1.conjunction, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A subgroup of which nothing is told but its name.
package struct WithheldSubgroup: Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable {
    /// Too few are behind it.
    case small
    /// Another that is withheld could be computed from it.
    case complementary
    /// There are too many to find out whether another could be.
    case unchecked
  }

  package let conjunction: Conjunction
  package let reason: Reason
}
