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
    if answered != nil {
      for item in gold.indices where !isAnswered(item) {
        list.pool[Int(gold[item])] += count(item)
        list.leaveOut(level: Int(gold[item]), copies: count(item))
      }
    }
    let order = orders?.ranking ?? ScoreOrder.descending(scores, ties: tieOrder)
    if tieOrder != nil {
      for position in order {
        let item = Int(position)
        let copies = count(item)
        // Of a group most items have no copy.
        guard copies > 0, isAnswered(item) else { continue }
        let level = Int(gold[item])
        list.pool[level] += copies
        list.append(level: level, copies: copies)
      }
    } else {
      var group = ItemsOfOneScore(levels: scale.count)
      for position in order {
        let item = Int(position)
        let copies = count(item)
        guard copies > 0, isAnswered(item) else { continue }
        let level = Int(gold[item])
        list.pool[level] += copies
        if group.score != scores[item] { list.append(&group) }
        group.add(scores[item], level: level, copies: copies)
      }
      list.append(&group)
    }
    if fill(&timeline, in: order, scores: scores) { list.timeline = timeline }
    return true
  }
}

/// Items of one score while they are gathered. Nearly all groups are a single item, which is not
/// gathered by level.
private struct ItemsOfOneScore {
  private(set) var score: Double?
  /// The first item's.
  private(set) var level = 0
  private(set) var copies = 0
  /// All items by level, once there are two.
  private(set) var levels: [Int]
  private(set) var hasSeveral = false

  init(levels: Int) { self.levels = Array(repeating: 0, count: levels) }

  mutating func add(_ score: Double, level: Int, copies: Int) {
    guard self.score != nil else {
      (self.score, self.level, self.copies) = (score, level, copies)
      return
    }
    if !hasSeveral { levels[self.level] = self.copies }
    hasSeveral = true
    levels[level] += copies
  }

  mutating func removeAll() {
    score = nil
    guard hasSeveral else { return }
    for level in levels.indices { levels[level] = 0 }
    hasSeveral = false
  }
}

extension RankedList {
  /// Appends the items of a group, if it has any, and empties it.
  fileprivate mutating func append(_ group: inout ItemsOfOneScore) {
    guard group.score != nil else { return }
    if group.hasSeveral {
      appendTied(levels: group.levels)
    } else {
      append(level: group.level, copies: group.copies)
    }
    group.removeAll()
  }
}
