/// The order of a list in which one group's shares of its beginnings are furthest from its share of
/// the whole: what rND and rKL are divided by.
///
/// The measure's own code draws orders at random and takes the largest value it meets, which is too
/// small, and another one in each run. It can be had exactly. With c_j items of the group among the
/// first j·s, the sum of weight·divergence(c_j/(j·s)) is a sum of convex functions of the numbers of
/// the group's items between the ranks that are compared, each between 0 and s, with a given sum. A
/// convex function is greatest at a corner, and in a corner all of these numbers but one are 0 or s.
/// So a dynamic programme over how many of them are s, and whether the odd one is behind, finds it in
/// time (items/s)·(items of the group/s).
struct WorstGroupOrder {
  /// Items of the list, and of the group.
  let items: Int
  let members: Int
  /// Every how many ranks shares are compared.
  let step: Int

  /// The most ranks at which shares are compared: the time grows with their square.
  static let mostRanks = 10_000

  /// The greatest sum over the ranks that are compared of `divergence(rank, members above)`, which
  /// has to be convex in the second.
  func maximum(_ divergence: (_ rank: Int, _ members: Int) -> Double) -> Double {
    let ranks = items / step
    guard ranks > 0 else { return 0 }
    let rest = items - ranks * step
    let odd = members % step
    // The items behind the last rank that is compared take none of the group, all that they can, or
    // the odd ones.
    var best = -Double.infinity
    for behind in Set([0, rest, odd <= rest ? odd : 0]) where members >= behind {
      let full = (members - behind) / step
      let odd = (members - behind) % step
      guard full + (odd > 0 ? 1 : 0) <= ranks else { continue }
      best = max(best, maximum(full: full, odd: odd, ranks: ranks, divergence))
    }
    return best
  }

  private func maximum(
    full: Int, odd: Int, ranks: Int, _ divergence: (Int, Int) -> Double
  ) -> Double {
    // By full parts so far: without the odd one, and with it.
    var before = Array(repeating: -Double.infinity, count: full + 1)
    var after = before
    before[0] = 0
    for rank in 1...ranks {
      for parts in stride(from: min(rank, full), through: 0, by: -1) {
        let fewer = parts > 0 ? parts - 1 : 0
        let stays = max(after[parts], parts > 0 ? after[fewer] : -.infinity)
        let turns = odd > 0 ? before[parts] : -.infinity
        let none = max(before[parts], parts > 0 ? before[fewer] : -.infinity)
        let withOdd = max(stays, turns)
        after[parts] =
          withOdd == -.infinity
          ? withOdd : withOdd + divergence(rank * step, parts * step + odd)
        before[parts] =
          none == -.infinity ? none : none + divergence(rank * step, parts * step)
      }
    }
    return odd > 0 ? after[full] : before[full]
  }
}
