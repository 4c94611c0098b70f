/// The difference of the AUC of two systems whose middle ranks change places, item by item: two
/// passes over whole numbers, and nothing is sorted again.
///
/// With 125 items it takes a fiftieth of the time of mixing columns and computing AUC of them.
package struct AreaExchange: Sendable {
  /// Twice the middle rank of each item in each system: whole numbers up to twice the items.
  private let first: [Int32]
  private let second: [Int32]
  private let isPositive: [Bool]
  private let pairs: Int

  /// Nil where there are no scores, an answer is left out or all items are of one class.
  package init?(_ first: Assessment, _ second: Assessment) {
    guard let scores = first.rankingScores, let others = second.rankingScores,
      first.leftOut == 0, second.leftOut == 0
    else { return nil }
    isPositive = first.gold.map { first.scale.positive[Int($0)] }
    let positives = isPositive.count { $0 }
    pairs = positives * (isPositive.count - positives)
    guard pairs > 0 else { return nil }
    self.first = Self.doubledRanks(scores)
    self.second = Self.doubledRanks(others)
  }

  /// What the first AUC exceeds the second by once the ranks of `isSwapped` items have changed
  /// places.
  package func difference(_ isSwapped: [Bool]) -> Double {
    let size = 2 * first.count + 1
    var positives = Array<Int32>(repeating: 0, count: 2 * size)
    var negatives = positives
    for item in first.indices {
      let own = Int(isSwapped[item] ? second[item] : first[item])
      let other = size + Int(isSwapped[item] ? first[item] : second[item])
      if isPositive[item] {
        positives[own] += 1
        positives[other] += 1
      } else {
        negatives[own] += 1
        negatives[other] += 1
      }
    }
    // Twice the pairs in order, so that ties stay whole numbers.
    func doubledPairs(_ ranks: Range<Int>) -> Int {
      var doubled = 0
      var below = 0
      for rank in ranks {
        let tied = Int(negatives[rank])
        doubled += Int(positives[rank]) * (2 * below + tied)
        below += tied
      }
      return doubled
    }
    let difference = doubledPairs(0..<size) - doubledPairs(size..<2 * size)
    return Double(difference) / Double(2 * pairs)
  }

  private static func doubledRanks(_ scores: [Double]) -> [Int32] {
    let order = ScoreOrder.descending(scores)
    var ranks = Array<Int32>(repeating: 0, count: scores.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, scores[Int(order[end])] == scores[Int(order[first])] { end += 1 }
      // From below, the places first..<end have the ranks count − end + 1 to count − first.
      let doubled = Int32(truncatingIfNeeded: 2 * order.count - first - end + 1)
      for place in first..<end { ranks[Int(order[place])] = doubled }
      first = end
    }
    return ranks
  }
}
