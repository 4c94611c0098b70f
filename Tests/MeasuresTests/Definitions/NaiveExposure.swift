import Foundation

/// What a place in a list weighs.
enum NaiveAttention: Sendable {
  case log2
  /// No discount before rank 2 (TREC).
  case trec
  case geometric(Double)
  /// Half after so many seconds, counted when an item is opened.
  case time(Double)

  func weight(rank: Int, opened: Double) -> Double {
    switch self {
    case .log2: 1 / Foundation.log2(Double(rank) + 1)
    case .trec: 1 / Foundation.log2(Double(max(rank, 2)))
    case .geometric(let patience): pow(patience, Double(rank - 1))
    case .time(let half): pow(2, -opened / half)
    }
  }
}

extension NaiveGroups {
  /// What each item gets on average over the orders of ties, by its id.
  func exposure(_ attention: NaiveAttention, cutoff: Int? = nil) -> [Int: Double] {
    var sums: [Int: Double] = [:]
    for order in orders {
      var clock = 0.0
      for (index, member) in order.enumerated() where index < cutoff ?? .max {
        sums[member.id, default: 0] += attention.weight(rank: index + 1, opened: clock)
        clock += member.item.cost
      }
    }
    return sums.mapValues { $0 / Double(orders.count) }
  }

  private func exposureOfGroups(
    _ attention: NaiveAttention, cutoff: Int?,
    where isCounted: (NaiveMember) -> Bool = { _ in true }
  ) -> [Double] {
    let exposure = exposure(attention, cutoff: cutoff)
    return groups.map { group in
      members.filter(isCounted).map { $0.shares[group] * (exposure[$0.id] ?? 0) }.total
    }
  }

  /// Sapiezynski et al., 2019; Ekstrand et al., TREC 2022: 1 less the Jensen–Shannon divergence.
  func awrf(
    _ attention: NaiveAttention = .log2, natural: Bool = false, cutoff: Int? = nil,
    target: String = "task", rel: Double? = nil
  ) -> Double? {
    guard !hasLeftOut, let due = due(target, rel: rel) else { return nil }
    let exposure = exposureOfGroups(attention, cutoff: cutoff)
    guard exposure.total > 0 else { return nil }
    let shares = exposure.map { $0 / exposure.total }
    guard groups.filter({ shares[$0] > 0 || due[$0] > 0 }).count > 1 else { return nil }
    func divergence(_ a: [Double]) -> Double {
      groups.map { a[$0] > 0 ? a[$0] * log(2 * a[$0] / (shares[$0] + due[$0])) : 0 }.total
    }
    let distance = (divergence(shares) + divergence(due)) / 2
    return 1 - (natural ? distance : distance / log(2))
  }

  /// TREC 2021 and 2022.
  func gainAndAWRF(
    _ attention: NaiveAttention = .log2, natural: Bool = false, cutoff: Int? = nil,
    target: String = "task", rel: Double? = nil
  ) -> Double? {
    guard
      let fair = awrf(attention, natural: natural, cutoff: cutoff, target: target, rel: rel)
    else { return nil }
    var gain = NaiveNDCG(cutoff: cutoff)
    gain.discount = { attention.weight(rank: $0, opened: 0) }
    let listed = Set(orders[0].map(\.id))
    let rest = members.filter { !listed.contains($0.id) }.map(\.item)
    return orders.map { order in
      fair * gain.ndcg(NaiveList(groups: order.map { [$0.item] }, notRetrieved: rest))
    }.average
  }

  /// Singh and Joachims, 2018: the mean exposure of a group's items.
  func exposuresPerItem(_ attention: NaiveAttention, cutoff: Int? = nil) -> [Double?]? {
    guard !hasLeftOut, !orders[0].isEmpty else { return nil }
    let exposure = exposureOfGroups(attention, cutoff: cutoff)
    return groups.map { size($0) > 0 ? exposure[$0] / size($0) : nil }
  }

  /// Singh and Joachims, 2018: exposure, or that of relevant items, over relevance.
  func exposuresPerMerit(
    _ attention: NaiveAttention, cutoff: Int? = nil, rel: Double? = nil, ofRelevant: Bool = false
  ) -> [Double?]? {
    guard !hasLeftOut else { return nil }
    let exposure = exposureOfGroups(attention, cutoff: cutoff) {
      !ofRelevant || $0.item.isGoldRelevant(rel)
    }
    return groups.map { group in
      let merit = size(group) { $0.item.isGoldRelevant(rel) } / size(group)
      return merit > 0 ? exposure[group] / size(group) / merit : nil
    }
  }

  /// Diaz et al., 2020: disparity, relevance and loss. The target is the mean over all orders in
  /// which no item stands above one of a higher grade, of which each grade's ranks are the same.
  func expectedExposure(
    _ attention: NaiveAttention, cutoff: Int? = nil, overItems: Bool = false
  ) -> [Double]? {
    guard !hasLeftOut, !members.isEmpty else { return nil }
    func grade(_ member: NaiveMember) -> Double { max(member.item.grade ?? 0, 0) }
    let exposure = exposure(attention, cutoff: cutoff)
    let target = members.map { member in
      let above = members.filter { grade($0) > grade(member) }.count
      let level = members.filter { grade($0) == grade(member) }.count
      return (above + 1...above + level).map { rank in
        rank <= cutoff ?? .max ? attention.weight(rank: rank, opened: 0) : 0
      }.average
    }
    let given = members.map { exposure[$0.id] ?? 0 }
    let pairs: [(given: Double, due: Double)] =
      overItems
      ? zip(given, target).map { ($0, $1) }
      : groups.map { group in
        (
          zip(members, given).map { $0.shares[group] * $1 }.total,
          zip(members, target).map { $0.shares[group] * $1 }.total
        )
      }
    return [
      pairs.map { $0.given * $0.given }.total, pairs.map { $0.given * $0.due }.total,
      pairs.map { ($0.given - $0.due) * ($0.given - $0.due) }.total,
    ]
  }
}
