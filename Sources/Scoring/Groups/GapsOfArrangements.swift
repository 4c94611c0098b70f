internal import Inference
internal import Measures

/// The gap of a rate: its denominators are fixed, so that only the numerators are added up again.
struct RateGap: Sendable {
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
struct OtherGaps: Sendable {
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
