internal import Measures

/// Looks up the items of one topic at a time: the judged ones of the gold, and those that a run has
/// named already.
///
/// One table does both: an item found among the judged ones has its level, an item found a second
/// time is a duplicate. It is emptied, not rebuilt, from topic to topic.
struct TopicTable {
  enum Finding {
    /// Judged (the position in the gold) and not met before.
    case judged(Int)
    case unjudged
    case duplicate
  }

  private var slots = HashSlots(minimumCapacity: 2048)
  private var judged = 0..<0
  /// Positions in the gold that the run has named, relative to `judged`.
  private var met: [Bool] = []
  /// Where the ids of the run's unjudged items stand in the block.
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  mutating func begin(_ items: Range<Int>, of gold: RankingGold) {
    slots.removeAll()
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
    judged = items
    for item in items {
      slots.insert(gold.hashes[item], position: item - items.lowerBound)
      met.append(false)
    }
  }

  @inline(__always)
  mutating func find(
    _ hash: UInt64, _ bytes: Span<UInt8>, _ start: Int, _ end: Int, in gold: RankingGold
  ) -> Finding {
    let judgedCount = met.count
    let position = slots.find(hash) { position in
      if position < judgedCount {
        let item = judged.lowerBound + position
        let from = gold.idStarts[item]
        guard gold.idEnds[item] - from == end - start else { return false }
        for offset in 0..<(end - start) where gold.bytes[from + offset] != bytes[start + offset] {
          return false
        }
        return true
      }
      let from = Int(starts[position - judgedCount])
      guard Int(ends[position - judgedCount]) - from == end - start else { return false }
      for offset in 0..<(end - start) where bytes[from + offset] != bytes[start + offset] {
        return false
      }
      return true
    }
    guard let position else {
      starts.append(Int32(truncatingIfNeeded: start))
      ends.append(Int32(truncatingIfNeeded: end))
      slots.insert(hash, position: judgedCount + starts.count - 1)
      return .unjudged
    }
    guard position < judgedCount, !met[position] else { return .duplicate }
    met[position] = true
    return .judged(judged.lowerBound + position)
  }
}
