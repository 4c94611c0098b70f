extension Assessment {
  /// The items as one list by descending score; nil where the submission has no scores.
  ///
  /// Ties are broken by `tieOrder`; without one the list keeps them. Items without an answer go to
  /// the top, where they take up ranks and are never found.
  package func rankedList() -> RankedList? {
    guard let scores = rankingScores else { return nil }
    var list = RankedList(levels: scale.count, hasTies: tieOrder == nil)
    for item in gold.indices {
      let level = Int(gold[item])
      list.pool[level] += count(item)
      if !isAnswered(item) { list.leaveOut(level: level, copies: count(item)) }
    }
    let order = ScoreOrder.descending(scores, ties: tieOrder).lazy.map { Int($0) }
      .filter { isAnswered($0) }
    if tieOrder != nil {
      for item in order { list.append(level: Int(gold[item]), copies: count(item)) }
    } else {
      var levels = Array(repeating: 0, count: scale.count)
      var last: Double?
      for item in order {
        if let last, last != scores[item] { list.appendTied(clearing: &levels) }
        levels[Int(gold[item])] += count(item)
        last = scores[item]
      }
      list.appendTied(clearing: &levels)
    }
    list.timeline = timeline(in: order, scores: scores)
    return list
  }
}

extension RankedList {
  fileprivate mutating func appendTied(clearing levels: inout [Int]) {
    appendTied(levels: levels)
    for level in levels.indices { levels[level] = 0 }
  }
}
