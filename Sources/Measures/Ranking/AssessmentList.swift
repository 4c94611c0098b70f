extension Assessment {
  /// The items as one list by descending score; nil where the submission has no scores.
  ///
  /// Ties are broken by `tieOrder`; without one the list keeps them. Items without an answer go to
  /// the top, where they take up ranks and are never found.
  package func rankedList() -> RankedList? {
    var list = RankedList(levels: scale.count, hasTies: tieOrder == nil)
    return fill(&list) ? list : nil
  }

  /// Makes a list of the same scale and ties that of this assessment, in the memory that it has;
  /// false where the submission has no scores.
  func fill(_ list: inout RankedList) -> Bool {
    guard let scores = rankingScores else { return false }
    var timeline = list.timeline
    list.removeAll()
    for item in gold.indices {
      let level = Int(gold[item])
      list.pool[level] += count(item)
      if !isAnswered(item) { list.leaveOut(level: level, copies: count(item)) }
    }
    let order = orders?.ranking ?? ScoreOrder.descending(scores, ties: tieOrder)
    if tieOrder != nil {
      for position in order {
        let item = Int(position)
        let copies = count(item)
        // Of a group most items have no copy.
        guard copies > 0, isAnswered(item) else { continue }
        list.append(level: Int(gold[item]), copies: copies)
      }
    } else {
      var levels = Array(repeating: 0, count: scale.count)
      var last: Double?
      for position in order {
        let item = Int(position)
        let copies = count(item)
        guard copies > 0, isAnswered(item) else { continue }
        if let last, last != scores[item] { list.appendTied(clearing: &levels) }
        levels[Int(gold[item])] += copies
        last = scores[item]
      }
      list.appendTied(clearing: &levels)
    }
    if fill(&timeline, in: order, scores: scores) { list.timeline = timeline }
    return true
  }
}

extension RankedList {
  fileprivate mutating func appendTied(clearing levels: inout [Int]) {
    appendTied(levels: levels)
    for level in levels.indices { levels[level] = 0 }
  }
}
