/// Some items of a group of equal scores, drawn at random without return: those that a capacity has
/// room for.
///
/// How many cases are among them is hypergeometric (McSherry and Najork, ECIR 2008, for measures of
/// rankings); all that is linear in it needs only its mean.
struct TiedCut {
  private let group: TieGroup
  private let draws: Int

  /// - Parameter draws: less than the size of the group; 0 without one.
  init(_ group: TieGroup?, draws: Int) {
    self.group = group ?? TieGroup()
    self.draws = draws
  }

  private var share: Double { group.size == 0 ? 0 : Double(draws) / Double(group.size) }

  var expectedTruePositives: Double {
    group.size == 0 ? 0 : Double(draws * group.truePositives) / Double(group.size)
  }

  /// The fewest and the most that any order gives.
  var truePositives: (least: Int, most: Int) {
    (max(0, draws - (group.size - group.truePositives)), min(draws, group.truePositives))
  }

  var expectedCost: Double {
    share * group.laterCosts.reduce(0) { $0 + $1.cost * Double($1.count) }
  }

  /// The cheapest and the dearest draw.
  var costs: (lowest: Double, highest: Double) {
    (cost(of: group.laterCosts), cost(of: group.laterCosts.reversed()))
  }

  private func cost(of steps: [(cost: Double, count: Int)]) -> Double {
    var rest = draws
    return steps.reduce(0) { sum, step in
      let taken = min(rest, step.count)
      rest -= taken
      return sum + step.cost * Double(taken)
    }
  }

  /// The share of cases among those who pass everything, where so many do for certain: the mean
  /// over the orders in which anybody does.
  ///
  /// Given that n of the drawn pass everything, cases among them are n·a/(a + b) on average, a and b
  /// being the group's; what remains is the mean over n, which is hypergeometric.
  func predictiveValue(
    truePositives found: Int, falsePositives mistaken: Int
  ) -> CapacitySweep.Estimate {
    let passing = group.truePositives + group.falsePositives
    guard found + mistaken > 0 || (passing > 0 && draws > 0) else {
      return .undefined(.nothing(.passed))
    }
    var sum = 0.0
    var weights = 0.0
    Hypergeometric(population: group.size, marked: passing, draws: draws).forEach { count, weight in
      guard found + mistaken + count > 0 else { return }
      let cases =
        passing == 0 ? 0 : Double(count) * Double(group.truePositives) / Double(passing)
      sum += weight * (Double(found) + cases) / Double(found + mistaken + count)
      weights += weight
    }
    return CapacitySweep.Estimate(
      value: .number(sum / weights), low: extremeShare(found, mistaken, isHighest: false),
      high: extremeShare(found, mistaken, isHighest: true))
  }

  /// The share of cases where as many of one class as possible are drawn, and then as many as
  /// possible who pass no further.
  private func extremeShare(_ found: Int, _ mistaken: Int, isHighest: Bool) -> Double {
    let others = group.size - group.truePositives - group.falsePositives
    let first = min(isHighest ? group.truePositives : group.falsePositives, draws)
    let last = draws - first - min(others, draws - first)
    let cases = isHighest ? first : last
    let all = found + mistaken + first + last
    // Nobody of that class is in the group: whoever passes is of the other.
    guard all > 0 else { return isHighest ? 0 : 1 }
    return Double(found + cases) / Double(all)
  }
}
