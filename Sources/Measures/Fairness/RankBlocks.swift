/// A list as blocks of items whose order is random: tied ones, or the copies of one.
struct RankBlocks: Sendable {
  struct Block: Sendable {
    /// Where its items stand in `items`.
    var range: Range<Int>
    /// Ranks above the block, and those that it takes up.
    var above: Int
    var length: Int
  }

  /// Items in rank order; those that count 0 times take up no rank.
  let items: [Int32]
  let blocks: [Block]
  /// Ranks in all.
  let count: Int

  /// Items without an answer are at no rank. Throws where there are no scores.
  init(_ grouped: GroupedItems) throws(Undefined) {
    let assessment = grouped.assessment
    guard let scores = assessment.rankingScores else { throw Undefined(.needs(.scores)) }
    var items =
      assessment.orders?.ranking ?? ScoreOrder.descending(scores, ties: assessment.tieOrder)
    if assessment.answered != nil { items.removeAll { !assessment.isAnswered(Int($0)) } }
    let isTied = assessment.tieOrder == nil
    var blocks: [Block] = []
    blocks.reserveCapacity(items.count)
    var above = 0
    var first = 0
    while first < items.count {
      var end = first
      var length = 0
      let score = scores[Int(items[first])]
      repeat {
        length += assessment.count(Int(items[end]))
        end += 1
      } while isTied && end < items.count && scores[Int(items[end])] == score
      if length > 0 { blocks.append(Block(range: first..<end, above: above, length: length)) }
      above += length
      first = end
    }
    self.items = items
    self.blocks = blocks
    count = above
  }
}
