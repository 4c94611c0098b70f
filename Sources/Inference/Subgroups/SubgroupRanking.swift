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

  /// The placement values of the units that are in the subgroup and of the rest, each among their
  /// own.
  func placements(isMember: [Bool]) -> (members: Placements, rest: Placements) {
    (placements { isMember[$0] }, placements { !isMember[$0] })
  }

  /// The placement values of some units among each other: of a positive one the share of the negative
  /// ones below it, of a negative one that of the positive ones above it, equal ones counted half.
  private func placements(of isTaken: (Int) -> Bool) -> Placements {
    var totals = (positives: 0, negatives: 0)
    for unit in isPositive.indices where isTaken(unit) {
      if isPositive[unit] { totals.positives += 1 } else { totals.negatives += 1 }
    }
    var found = (positives: [Double](), negatives: [Double]())
    found.positives.reserveCapacity(totals.positives)
    found.negatives.reserveCapacity(totals.negatives)
    var below = (positives: 0, negatives: 0)
    var first = 0
    for end in ends {
      var here = (positives: 0, negatives: 0)
      for position in order[first..<end] where isTaken(Int(position)) {
        if isPositive[Int(position)] { here.positives += 1 } else { here.negatives += 1 }
      }
      // Twice the others below, equal ones counted half.
      let lower = 2 * below.negatives + here.negatives
      let upper = 2 * (totals.positives - below.positives) - here.positives
      for _ in 0..<here.positives {
        found.positives.append(Double(lower) / Double(2 * totals.negatives))
      }
      for _ in 0..<here.negatives {
        found.negatives.append(Double(upper) / Double(2 * totals.positives))
      }
      below.positives += here.positives
      below.negatives += here.negatives
      first = end
    }
    return Placements(positives: found.positives, negatives: found.negatives)
  }
}
