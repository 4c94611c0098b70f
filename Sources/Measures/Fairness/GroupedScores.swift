extension GroupedItems {
  /// Calls `add` for each item that counts, by descending score, and `endBlock` after those of one
  /// score. Items without an answer stand where they hurt: negative ones above all, positive ones
  /// below all, as in ``ScoreGroups``.
  func forEachScore(
    add: (_ item: Int, _ isPositive: Bool, _ copies: Int) -> Void, endBlock: () -> Void
  ) {
    guard let scores = assessment.rankingScores else { return }
    let positive = assessment.scale.positive
    func addLeftOut(positive wanted: Bool) {
      guard assessment.answered != nil else { return }
      for item in assessment.gold.indices where !assessment.isAnswered(item) {
        let copies = assessment.count(item)
        if positive[Int(assessment.gold[item])] == wanted, copies > 0 { add(item, wanted, copies) }
      }
      endBlock()
    }
    addLeftOut(positive: false)
    var last: Double?
    for position in assessment.orders?.ranking ?? ScoreOrder.descending(scores) {
      let item = Int(position)
      let copies = assessment.count(item)
      guard copies > 0, assessment.isAnswered(item) else { continue }
      if let last, last != scores[item] { endBlock() }
      last = scores[item]
      add(item, positive[Int(assessment.gold[item])], copies)
    }
    endBlock()
    addLeftOut(positive: true)
  }

  /// Positive items of each group against negative ones of each group.
  var positivesAboveNegatives: PairCounts {
    count { counts, item, isPositive, copies in
      if isPositive {
        counts.addUpper(item, of: groups, copies: copies)
      } else {
        counts.addLower(item, of: groups, copies: copies)
      }
    }
  }

  /// Items of one class of each group against those of the same class of each group.
  func pairs(positive wanted: Bool) -> PairCounts {
    count { counts, item, isPositive, copies in
      guard isPositive == wanted else { return }
      counts.addUpper(item, of: groups, copies: copies)
      counts.addLower(item, of: groups, copies: copies)
    }
  }

  private func count(
    _ add: (_ counts: inout PairCounts, _ item: Int, _ isPositive: Bool, _ copies: Int) -> Void
  ) -> PairCounts {
    var counts = PairCounts(groups: groups.count)
    forEachScore { item, isPositive, copies in
      add(&counts, item, isPositive, copies)
    } endBlock: {
      counts.endBlock()
    }
    return counts
  }

  /// Items of each group against items of each group, whatever their labels, by rank.
  func pairsOfRanks() throws(Undefined) -> PairCounts {
    let ranks = try RankBlocks(self)
    var counts = PairCounts(groups: groups.count)
    for block in ranks.blocks {
      for position in ranks.items[block.range] {
        let copies = assessment.count(Int(position))
        counts.addUpper(Int(position), of: groups, copies: copies)
        counts.addLower(Int(position), of: groups, copies: copies)
      }
      counts.endBlock()
    }
    return counts
  }
}
