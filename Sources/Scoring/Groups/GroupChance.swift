internal import Inference
internal import Measures

/// The gaps of tables when units are put into the groups by lot.
///
/// The null hypothesis holds fixed what a measure is conditional on (Hardt, Price and Srebro, "Equality
/// of opportunity in supervised learning", NeurIPS 2016, for rates of positive units): units change
/// places only with units that add the same to the denominator of a rate, for AUC with units of the
/// same class, for all other measures with any. So the denominators of all groups stay as they are, and
/// groups with different base rates are not taken for groups with different error rates.
struct GroupChance: Sendable {
  private let shuffles: [Shuffled]
  private let columns: Int

  /// The measures for which units change places in the same way.
  fileprivate struct Shuffled: Sendable {
    let shuffle: ShuffleWithinStrata
    let rates: [RateGap]
    var others: OtherGaps?
  }

  /// Which groups a gap is taken over, and where it stands among all gaps.
  struct Asked: Sendable {
    let place: Int
    let table: Int
    let measure: Int
    let groups: [Int]
  }

  init(
    _ asked: [Asked], _ slices: [GroupSlices], _ counts: RateCounts, _ answer: any AnswerByUnits,
    _ measures: [BoundMeasure], classes: [Int32]?, seed: UInt64
  ) {
    columns = asked.count
    var byStrata: [(strata: [Int32], asked: [Asked])] = []
    for one in asked {
      let strata =
        counts.column(of: one.measure).map { counts.denominators[$0].ranked }
        ?? (measures[one.measure].measure.isWholeAUC ? classes : nil)?.ranked
        ?? Array(repeating: 0, count: answer.units)
      if let known = byStrata.firstIndex(where: { $0.strata == strata }) {
        byStrata[known].asked.append(one)
      } else {
        byStrata.append((strata, [one]))
      }
    }
    shuffles = byStrata.map { strata, asked in
      let others = asked.filter { counts.column(of: $0.measure) == nil }
      return Shuffled(
        shuffle: ShuffleWithinStrata(strata: strata, seed: seed),
        rates: asked.compactMap { one in
          counts.column(of: one.measure).map { RateGap(one, slices[one.table], counts, $0) }
        },
        others: others.isEmpty ? nil : OtherGaps(others, slices, answer, measures))
    }
  }

  /// The gaps on each of `permutations` arrangements, one column for each that was asked for.
  func gaps(permutations: Int, threads: Int) async -> [ReplicateColumn] {
    let (shuffles, columns) = (shuffles, columns)
    let found = await inRanges(of: permutations, threads: threads) { range in
      var found = Array(repeating: ReplicateColumn(), count: columns)
      var gaps = Array<Double?>(repeating: nil, count: columns)
      var working = shuffles
      let units = shuffles.first?.shuffle.units ?? 0
      var order = Array<Int32>(repeating: 0, count: units)
      var buffer = order
      for number in range {
        for index in working.indices {
          working[index].shuffle.order(number, into: &order, buffer: &buffer)
          working[index].evaluate(order, into: &gaps)
        }
        for column in found.indices { found[column].append(gaps[column]) }
      }
      return found
    }
    return (0..<columns).map { column in
      found.reduce(into: ReplicateColumn()) { $0.append(contentsOf: $1[column]) }
    }
  }
}

extension GroupChance.Shuffled {
  fileprivate mutating func evaluate(_ order: [Int32], into gaps: inout [Double?]) {
    for rate in rates { gaps[rate.place] = rate.gap(order) }
    others?.evaluate(order, into: &gaps)
  }
}

/// The gap of a rate: its denominators are fixed, so that only the numerators are added up again.
private struct RateGap: Sendable {
  let place: Int
  /// The units of all groups that add to the denominator, group after group.
  private let members: [Int32]
  private let ends: [Int]
  private let denominators: [Double]
  private let numerators: [Int32]

  init(_ asked: GroupChance.Asked, _ slices: GroupSlices, _ counts: RateCounts, _ column: Int) {
    place = asked.place
    let units = counts.denominators[column]
    var members: [Int32] = []
    var ends: [Int] = []
    var denominators: [Double] = []
    for group in asked.groups {
      let own = slices.members[group].filter { units[Int($0)] > 0 }
      members += own
      ends.append(members.count)
      denominators.append(Double(own.reduce(0) { $0 + Int(units[Int($1)]) }))
    }
    self.members = members
    self.ends = ends
    self.denominators = denominators
    numerators = counts.numerators[column]
  }

  func gap(_ order: [Int32]) -> Double? {
    var least = Double.infinity
    var greatest = -Double.infinity
    var next = 0
    for (end, denominator) in zip(ends, denominators) {
      var sum = 0
      while next < end {
        sum &+= Int(numerators[Int(order[Int(members[next])])])
        next &+= 1
      }
      let rate = Double(sum) / denominator
      least = min(least, rate)
      greatest = max(greatest, rate)
    }
    return greatest - least
  }
}

/// The gaps of all other measures: each group is evaluated with the units that lot has put into it.
private struct OtherGaps: Sendable {
  private var tables: [Table] = []
  private var copies: [Int32]

  fileprivate struct Table: Sendable {
    let members: [[Int32]]
    /// The groups that each gap is taken over.
    let gaps: [(place: Int, isUsed: [Bool])]
    var statistic: any StatisticOnCopies
    /// One row a gap, one value a group.
    var values: [[Double?]]
    var buffer: [Double?]
  }

  init(
    _ asked: [GroupChance.Asked], _ slices: [GroupSlices], _ answer: any AnswerByUnits,
    _ measures: [BoundMeasure]
  ) {
    copies = Array(repeating: 0, count: answer.units)
    for table in slices.indices {
      let own = asked.filter { $0.table == table }
      guard !own.isEmpty else { continue }
      let groups = Set(own.flatMap(\.groups)).sorted()
      tables.append(
        Table(
          members: groups.map { slices[table].members[$0] },
          gaps: own.map { one in (one.place, groups.map(one.groups.contains)) },
          statistic: answer.statistic(of: own.map { measures[$0.measure] }),
          values: Array(
            repeating: Array(repeating: nil, count: groups.count), count: own.count),
          buffer: Array(repeating: nil, count: own.count)))
    }
  }

  mutating func evaluate(_ order: [Int32], into gaps: inout [Double?]) {
    for table in tables.indices { tables[table].evaluate(order, &copies, into: &gaps) }
  }
}

extension OtherGaps.Table {
  /// - Parameter copies: nothing but zeros, before and after.
  fileprivate mutating func evaluate(
    _ order: [Int32], _ copies: inout [Int32], into found: inout [Double?]
  ) {
    for (group, units) in members.enumerated() {
      for unit in units { copies[Int(order[Int(unit)])] = 1 }
      statistic.evaluate(copies, into: &buffer)
      for unit in units { copies[Int(order[Int(unit)])] = 0 }
      for gap in gaps.indices where gaps[gap].isUsed[group] { values[gap][group] = buffer[gap] }
    }
    for gap in gaps.indices { found[gaps[gap].place] = Gap.difference(values[gap]) }
  }
}

extension [Int32] {
  /// The numbers 0, 1, … in the place of the different elements, in the order of their first places:
  /// the same division into strata has the same numbers.
  fileprivate var ranked: [Int32] {
    var numbers: [Int32: Int32] = [:]
    return map { element in
      if let known = numbers[element] { return known }
      let number = Int32(truncatingIfNeeded: numbers.count)
      numbers[element] = number
      return number
    }
  }
}
