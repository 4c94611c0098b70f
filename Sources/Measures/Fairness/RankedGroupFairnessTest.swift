/// The ranked group fairness test: at every rank k of the first n at least so many items of a group
/// as a fair draw has with probability 1 − α.
///
/// Zehlike, Bonchi, Castillo, Hajian, Megahed and Baeza-Yates, "FA*IR: A Fair Top-k Ranking
/// Algorithm", CIKM 2017. Testing at every rank makes a fair ranking fail more often than α; the
/// level of the single tests is then lowered. How often one fails is computed exactly here, the last
/// rank included, by following the distribution of the number of items that have not failed so far.
package struct RankedGroupFairnessTest: Sendable, Hashable {
  /// The least number of the group's items among the first 1, 2, … n.
  package let minima: [Int]
  /// The level of the test at each rank.
  package let level: Double
  private let proportion: Double

  /// The most ranks that are tested: each of the 40 levels that are tried takes time n·√n.
  static let mostRanks = 10_000

  /// - Parameters:
  ///   - proportion: of the group in a fair ranking, between 0 and 1.
  ///   - level: of the test at each rank: the probability that a fair draw has fewer is below it.
  ///   - ranks: how many are tested.
  package init(proportion: Double, level: Double, ranks: Int) {
    self.proportion = proportion
    self.level = level
    var walk = BinomialWalk(success: proportion)
    minima = (0..<max(ranks, 0)).map { _ in
      walk.advance()
      return walk.quantile(level)
    }
  }

  /// The probability that a ranking in which each item is of the group independently with the
  /// proportion fails. Takes time n·√n.
  package var failureProbability: Double {
    Self.failureProbability(proportion: proportion, minima: minima)
  }

  fileprivate static func failureProbability(proportion: Double, minima: [Int]) -> Double {
    var walk = BinomialWalk(success: proportion)
    var failed = 0.0
    for least in minima {
      walk.advance()
      failed += walk.remove(fewerThan: least)
    }
    return min(failed, 1)
  }

  /// The test whose level at each rank is as high as it can be so that a fair ranking fails with a
  /// probability of at most `level`, found by halving.
  package static func adjusted(
    proportion: Double, level: Double, ranks: Int
  ) -> RankedGroupFairnessTest {
    let whole = RankedGroupFairnessTest(proportion: proportion, level: level, ranks: ranks)
    guard whole.failureProbability > level else { return whole }
    var low = RankedGroupFairnessTest(proportion: proportion, level: 0, ranks: ranks)
    var high = level
    for _ in 0..<40 where low.level < high {
      let middle = (low.level + high) / 2
      let test = RankedGroupFairnessTest(proportion: proportion, level: middle, ranks: ranks)
      if test.failureProbability > level { high = middle } else { low = test }
    }
    return low
  }
}

extension RankedGroupFairnessTest {
  /// The probability that a list passes, over all orders of ties: 0 or 1 where there are none.
  func passing(_ prefixes: GroupPrefixes, group: Int) -> Double {
    var passing = 1.0
    prefixes.forEachBlock(of: group) { above, length, before, marked in
      // By items of the group among those of the block so far: the probability not to have failed.
      var states = [1.0]
      var drawn = 0
      while drawn < length, above + drawn < minima.count {
        if marked == 0 || marked == length {
          let count = before + (marked == 0 ? 0 : drawn + 1)
          if count < minima[above + drawn] { states = [0] }
          drawn += 1
          continue
        }
        var next = Array(repeating: 0.0, count: min(states.count + 1, marked + 1))
        for (count, probability) in states.enumerated() where probability > 0 {
          let chance = Double(marked - count) / Double(length - drawn)
          if count < marked { next[count + 1] += probability * chance }
          if chance < 1 { next[count] += probability * (1 - chance) }
        }
        for count in next.indices where before + count < minima[above + drawn] { next[count] = 0 }
        states = next
        drawn += 1
      }
      passing *= min(states.reduce(0, +), 1)
      return passing > 0 && above + length < minima.count
    }
    return passing
  }

  /// How probable it is that the smallest of the probabilities of having so few at a rank is as small
  /// as in a list, in a ranking in which each item is of the group independently with the proportion.
  ///
  /// - Parameter counts: the group's items among the first 1, 2, … n.
  static func significance(proportion: Double, counts: [Int]) -> Double {
    var walk = BinomialWalk(success: proportion)
    var smallest = 1.0
    for count in counts {
      walk.advance()
      smallest = min(smallest, walk.distribution(count))
    }
    walk = BinomialWalk(success: proportion)
    let bound = smallest * (1 + 1e-12)
    let minima = counts.map { _ in
      walk.advance()
      // The fewest that are more probable than that.
      let least = walk.quantile(bound)
      return walk.distribution(least) <= bound ? least + 1 : least
    }
    return failureProbability(proportion: proportion, minima: minima)
  }
}
