internal import ExactMath

/// When a reviewer comes to each item, for reports on who is reached late.
///
/// Equal scores are read in random order, unless the task breaks ties: then values are expected ones.
/// Items without an answer are read after all others, as if all had the lowest score.
extension Assessment {
  /// The rank of each item in the whole list, 1 for the first; nil without scores.
  package var ranksReached: [Double]? {
    var ranks = Array(repeating: 0.0, count: gold.count)
    let isThere = forEachTie { items, before in
      let middle = Double(2 * before + items.count + 1) / 2
      for item in items { ranks[Int(item)] = middle }
    }
    return isThere ? ranks : nil
  }

  /// The seconds until the reviewer is done with each item; nil without scores or clock.
  ///
  /// In a random order each other item of a tie stands before an item in half of all orders.
  package var secondsReached: [Double]? {
    guard let clock else { return nil }
    let costs = clock.costs(gold, scale)
    var seconds = Array(repeating: 0.0, count: gold.count)
    var passed = CompensatedSum()
    let isThere = forEachTie { items, _ in
      let start = passed.value
      var together = CompensatedSum()
      for item in items {
        together.add(costs[Int(item)])
        passed.add(costs[Int(item)])
      }
      for item in items {
        seconds[Int(item)] = start + (together.value + costs[Int(item)]) / 2
      }
    }
    return isThere ? seconds : nil
  }

  /// Calls `body` for each run of items whose order is random, and how many stand before them; false
  /// without scores.
  private func forEachTie(_ body: (ArraySlice<Int32>, _ before: Int) -> Void) -> Bool {
    guard let scores = rankingScores else { return false }
    let order = ScoreOrder.descending(scores, ties: tieOrder)
    let answeredFirst = order.filter { isAnswered(Int($0)) } + order.filter { !isAnswered(Int($0)) }
    let answered = gold.count - gold.indices.count { !isAnswered($0) }
    var first = 0
    while first < answeredFirst.count {
      var end = first + 1
      if first >= answered {
        end = answeredFirst.count
      } else if tieOrder == nil {
        let score = scores[Int(answeredFirst[first])]
        while end < answered, scores[Int(answeredFirst[end])] == score { end += 1 }
      }
      body(answeredFirst[first..<end], first)
      first = end
    }
    return true
  }
}
