import Foundation

extension NaiveGroups {
  private func shares(_ order: [NaiveMember], first rank: Int) -> [Double] {
    groups.map { group in
      order.prefix(rank).map { $0.shares[group] }.total / Double(rank)
    }
  }

  /// Geyik et al., 2019.
  func ndkl(
    cutoff: Int? = nil, target: String = "task", rel: Double? = nil, base: Double? = nil
  ) -> Double? {
    guard isDisjoint, let due = due(target, rel: rel) else { return nil }
    return meanOverOrders { order in
      guard order.allSatisfy({ $0.shares.total > 0 }) else { return nil }
      let listed = groups.filter { group in order.contains { $0.isIn(group) } || due[group] > 0 }
      guard !order.isEmpty, listed.count > 1 else { return nil }
      let ranks = min(order.count, cutoff ?? .max)
      let weights = (1...ranks).map { 1 / log2(Double($0) + 1) }
      let distances = (1...ranks).map { rank in
        zip(shares(order, first: rank), due).map { $0 > 0 ? $0 * log($0 / $1) : 0 }.total
          / log(base ?? M_E)
      }
      let value = zip(weights, distances).map { $0 * $1 }.total / weights.total
      return value.isFinite ? value : nil
    }
  }

  /// Geyik et al., 2019: beginnings in which a group has fewer than it is due, rounded down.
  func infeasibleIndex(
    cutoff: Int? = nil, target: String = "task", rel: Double? = nil
  ) -> Double? {
    guard isDisjoint, let due = due(target, rel: rel) else { return nil }
    return meanOverOrders { order in
      let listed = groups.filter { group in order.contains { $0.isIn(group) } || due[group] > 0 }
      guard !order.isEmpty, listed.count > 1 else { return nil }
      var found = 0.0
      for rank in 1...min(order.count, cutoff ?? .max) {
        for (share, due) in zip(shares(order, first: rank), due) {
          let count = (share * Double(rank)).rounded()
          if count < floor(due * Double(rank) + 1e-9) { found += 1 }
        }
      }
      return found
    }
  }

  /// Geyik et al., 2019: of each group; nil where in some order none of it is among the first.
  func skews(_ k: Int, target: String = "task", rel: Double? = nil) -> [Double?] {
    guard isDisjoint, let due = due(target, rel: rel) else { return groups.map { _ in nil } }
    return groups.map { group in
      meanOverOrders { order in
        let rank = min(k, order.count)
        guard rank > 0 else { return nil }
        let value = log(shares(order, first: rank)[group] / due[group])
        return value.isFinite ? value : nil
      }
    }
  }

  /// Yang and Stoyanovich, 2017, over the greatest sum of all choices of the group's ranks.
  func ranked(_ step: Int, _ divergence: (Double, Double) -> Double) -> [Double?] {
    guard isDisjoint else { return groups.map { _ in nil } }
    let count = orders[0].count
    func sum(_ isIn: [Bool]) -> Double {
      let share = Double(isIn.filter { $0 }.count) / Double(count)
      var sum = 0.0
      for rank in stride(from: step, through: count, by: step) {
        let among = Double(isIn.prefix(rank).filter { $0 }.count) / Double(rank)
        sum += divergence(among, share) / log2(Double(rank) + 1)
      }
      return sum
    }
    return groups.map { group in
      let size = orders[0].filter { $0.isIn(group) }.count
      guard size > 0, size < count else { return nil }
      let choices = naiveDraws(count).filter { draw in draw.filter { $0 }.count == size }
      let worst = choices.map(sum).max() ?? 0
      guard worst > 1e-12 else { return nil }
      return meanOverOrders { order in sum(order.map { $0.isIn(group) }) / worst }
    }
  }

  /// Zehlike et al., 2017: whether a group is above the quantile at every rank. The level is adjusted
  /// by trying all those at which some quantile changes.
  func fair(
    _ k: Int, proportion: Double? = nil, alpha: Double = 0.1, isAdjusted: Bool = true,
    target: String = "task"
  ) -> [Double?] {
    guard isDisjoint, let due = due(target) else { return groups.map { _ in nil } }
    return groups.map { group in
      let p = proportion ?? due[group]
      let ranks = min(k, orders[0].count)
      guard ranks > 0, p > 0, p < 1, size(group) > 0 else { return nil }
      var level = alpha
      if isAdjusted, naiveFailure(p, naiveMinima(p, alpha, ranks)) > alpha {
        // Between two neighbouring values of the distribution functions the quantiles stay.
        let levels = (1...ranks).flatMap { trials in
          (0...trials).map { naiveBinomial($0, trials, p) }
        }.filter { $0 < alpha }
        level =
          ([0] + levels).filter { naiveFailure(p, naiveMinima(p, $0, ranks)) <= alpha }.max() ?? 0
      }
      let minima = naiveMinima(p, level, ranks)
      return meanOverOrders { order in
        let counts = naiveCounts(order, group, ranks)
        return zip(counts, minima).allSatisfy { $0 >= $1 } ? 1 : 0
      }
    }
  }

  /// The probability, over all draws, that the least distribution function is as small; where items
  /// are tied so that the first k are not certain there is none.
  func fairProbability(
    _ k: Int, proportion: Double? = nil, target: String = "task", rel: Double? = nil
  ) -> [Double?] {
    guard isDisjoint, !hasLeftOut, let due = due(target, rel: rel) else {
      return groups.map { _ in nil }
    }
    return groups.map { group in
      let p = proportion ?? due[group]
      let ranks = min(k, orders[0].count)
      guard ranks > 0, p > 0, p < 1, size(group) > 0 else { return nil }
      var start = 0
      for block in blocks where !block.isEmpty {
        if start < ranks, Set(block.map { $0.isIn(group) }).count > 1 { return nil }
        start += block.count
      }
      func least(_ counts: [Int]) -> Double {
        zip(counts, 1...ranks).map { naiveBinomial($0, $1, p) }.min() ?? 1
      }
      let observed = least(naiveCounts(orders[0], group, ranks))
      let asSmall = naiveDraws(ranks).filter { draw in
        least(naiveCounts(draw)) <= observed * (1 + 1e-9)
      }
      return asSmall.map { naiveProbability($0, p) }.total
    }
  }
}

let naiveDifference: @Sendable (Double, Double) -> Double = { abs($0 - $1) }

/// KL₂ of two outcomes.
let naiveDivergence: @Sendable (Double, Double) -> Double = { p, q in
  (p > 0 ? p * log2(p / q) : 0) + (p < 1 ? (1 - p) * log2((1 - p) / (1 - q)) : 0)
}

private func naiveCounts(_ order: [NaiveMember], _ group: Int, _ ranks: Int) -> [Int] {
  naiveCounts(order.prefix(ranks).map { $0.isIn(group) })
}

/// How many of the first 1, 2, … are.
private func naiveCounts(_ draw: [Bool]) -> [Int] {
  draw.indices.map { rank in draw.prefix(rank + 1).filter { $0 }.count }
}

/// Everything that so many draws can come to.
private func naiveDraws(_ count: Int) -> [[Bool]] {
  (0..<count).reduce([[]]) { draws, _ in draws.flatMap { [$0 + [false], $0 + [true]] } }
}

/// The probability of a draw whose parts are independent.
private func naiveProbability(_ draw: [Bool], _ p: Double) -> Double {
  draw.reduce(1) { $1 ? $0 * p : $0 * (1 - p) }
}

/// The binomial distribution function, from coefficients.
func naiveBinomial(_ successes: Int, _ trials: Int, _ p: Double) -> Double {
  (0...successes).map { count in
    var coefficient = 1.0
    for step in 0..<count { coefficient *= Double(trials - step) / Double(step + 1) }
    return coefficient * pow(p, Double(count)) * pow(1 - p, Double(trials - count))
  }.total
}

/// The least number of successes whose distribution function reaches a level, for each rank.
func naiveMinima(_ p: Double, _ level: Double, _ ranks: Int) -> [Int] {
  (1...ranks).map { trials in
    // A level that is one of the values is reached whatever the last digit says.
    (0...trials).first { naiveBinomial($0, trials, p) >= level * (1 - 1e-12) } ?? trials
  }
}

/// The probability of a draw of all draws that misses a quantile at some rank.
func naiveFailure(_ p: Double, _ minima: [Int]) -> Double {
  let failing = naiveDraws(minima.count).filter { draw in
    zip(naiveCounts(draw), minima).contains { $0 < $1 }
  }
  return failing.map { naiveProbability($0, p) }.total
}
