/// A ranked list: tie groups from the top, and the pooled items that it leaves out.
struct NaiveList: Sendable {
  var groups: [[NaiveItem]]
  var notRetrieved: [NaiveItem] = []
  /// Seconds for an item of which nothing is known.
  var unknownCost = 4.4 + 0.39 * (0.018 * 100 + 7.8)
  /// The highest grade that the task declares.
  var declaredMaximum: Double?

  /// The items from rank 1 on.
  var ranked: [NaiveItem] { groups.flatMap { $0 } }

  /// What the gold knows of: in the list or not.
  var pool: [NaiveItem] { (ranked + notRetrieved).filter { $0.grade != nil } }

  func top(_ cutoff: Int?) -> [NaiveItem] {
    cutoff.map { Array(ranked.prefix($0)) } ?? ranked
  }

  /// R, the number of relevant items that there are to find.
  func relevantCount(_ rel: Double?) -> Int { pool.filter { $0.isGoldRelevant(rel) }.count }
}

extension NaiveList {
  /// Every strict order that the ties allow, each permutation of equal items counted.
  var arrangements: [NaiveList] {
    var orders: [[NaiveItem]] = [[]]
    for group in groups {
      let inside = permutations(of: group)
      orders = orders.flatMap { order in inside.map { order + $0 } }
    }
    return orders.map { order in
      var list = self
      list.groups = order.map { [$0] }
      return list
    }
  }
}

private func permutations(of items: [NaiveItem]) -> [[NaiveItem]] {
  guard items.count > 1 else { return [items] }
  return items.indices.flatMap { first in
    var rest = items
    let item = rest.remove(at: first)
    return permutations(of: rest).map { [item] + $0 }
  }
}

extension Array<Double> {
  var total: Double { reduce(0, +) }
  var average: Double { total / Double(count) }
}
