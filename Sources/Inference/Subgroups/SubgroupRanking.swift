/// Units of two classes in the order of their scores, of which every subgroup has an area under the
/// curve of its own.
package struct SubgroupRanking: Sendable {
  let isPositive: [Bool]
  /// Units by ascending score.
  let order: [Int32]
  /// Where in `order` each run of equal scores ends.
  let ends: [Int]

  /// - Parameters:
  ///   - scores: one a unit; infinite ones stand below or above all others. NaN is a programmer's
  ///     mistake.
  ///   - isPositive: whether a unit is of the class that ought to have high scores.
  package init(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count && !scores.contains(where: \.isNaN))
    self.isPositive = isPositive
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    self.order = order.map { Int32(truncatingIfNeeded: $0) }
    ends = order.indices.filter { place in
      place + 1 == order.count || scores[order[place]] != scores[order[place + 1]]
    }.map { $0 + 1 }
  }

  var units: Int { isPositive.count }

  /// Of each conjunction of a table twice the number of pairs that are in order, equal ones counted
  /// half; one more for units of none. `patterns` has the pattern of each unit.
  func orderedPairs(_ table: CrossTable, _ patterns: [Int32]) -> [Int64] {
    var pairs = [Int64](repeating: 0, count: table.conjunctions.count + 1)
    var negatives = pairs
    var first = 0
    let entries = table.entriesByPattern
    for end in ends {
      // Before and after the others of this score are counted: half of them twice.
      for position in order[first..<end] where isPositive[Int(position)] {
        for cell in entries[Int(patterns[Int(position)])] {
          pairs[Int(cell)] &+= negatives[Int(cell)]
        }
      }
      for position in order[first..<end] where !isPositive[Int(position)] {
        for cell in entries[Int(patterns[Int(position)])] { negatives[Int(cell)] &+= 1 }
      }
      for position in order[first..<end] where isPositive[Int(position)] {
        for cell in entries[Int(patterns[Int(position)])] {
          pairs[Int(cell)] &+= negatives[Int(cell)]
        }
      }
      first = end
    }
    return pairs
  }

  /// The placement values of the units that are in the subgroup and of the rest, each among their
  /// own.
  func placements(isMember: [Bool]) -> (members: Placements, rest: Placements) {
    var totals = Classes()
    for unit in isPositive.indices { totals.add(isPositive[unit], isMember[unit]) }
    var found = (members: ([Double](), [Double]()), rest: ([Double](), [Double]()))
    var below = Classes()
    var first = 0
    for end in ends {
      var here = Classes()
      for position in order[first..<end] {
        here.add(isPositive[Int(position)], isMember[Int(position)])
      }
      for position in order[first..<end] {
        let unit = Int(position)
        let isMember = isMember[unit]
        let tied = here[!isPositive[unit], isMember]
        let all = totals[!isPositive[unit], isMember]
        let lower = 2 * below[!isPositive[unit], isMember] + tied
        let share = Double(isPositive[unit] ? lower : 2 * all - lower) / Double(2 * all)
        switch (isMember, isPositive[unit]) {
        case (true, true): found.members.0.append(share)
        case (true, false): found.members.1.append(share)
        case (false, true): found.rest.0.append(share)
        case (false, false): found.rest.1.append(share)
        }
      }
      for position in order[first..<end] {
        below.add(isPositive[Int(position)], isMember[Int(position)])
      }
      first = end
    }
    return (
      Placements(positives: found.members.0, negatives: found.members.1),
      Placements(positives: found.rest.0, negatives: found.rest.1)
    )
  }

  /// Units of both classes within and without a subgroup.
  private struct Classes {
    private var counts = (0, 0, 0, 0)

    mutating func add(_ isPositive: Bool, _ isMember: Bool) {
      switch (isPositive, isMember) {
      case (true, true): counts.0 += 1
      case (true, false): counts.1 += 1
      case (false, true): counts.2 += 1
      case (false, false): counts.3 += 1
      }
    }

    subscript(_ isPositive: Bool, _ isMember: Bool) -> Int {
      switch (isPositive, isMember) {
      case (true, true): counts.0
      case (true, false): counts.1
      case (false, true): counts.2
      case (false, false): counts.3
      }
    }
  }
}

extension CrossTable {
  /// The conjunctions that each pattern is a member of, `conjunctions.count` for none.
  fileprivate var entriesByPattern: EntriesByPattern { EntriesByPattern(self) }
}

/// The cells of a table, pattern after pattern.
private struct EntriesByPattern {
  private let cells: [Int32]
  /// Where the entries of each pattern begin; nil where each has one.
  private let starts: [Int]?

  init(_ table: CrossTable) {
    cells = table.cells
    guard let patterns = table.patterns else {
      starts = nil
      return
    }
    // Entries stand in the order of their patterns; one may have none.
    var starts = [Int](repeating: 0, count: Int(patterns.last ?? -1) + 2)
    for pattern in patterns { starts[Int(pattern) + 1] += 1 }
    for pattern in 1..<max(1, starts.count) { starts[pattern] += starts[pattern - 1] }
    self.starts = starts
  }

  subscript(_ pattern: Int) -> ArraySlice<Int32> {
    guard let starts else { return cells[pattern..<(pattern + 1)] }
    guard pattern + 1 < starts.count else { return [] }
    return cells[starts[pattern]..<starts[pattern + 1]]
  }
}
