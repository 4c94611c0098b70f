internal import Measures

/// The lines of one topic of a run, and the ranked list that they make.
struct TopicRows {
  private let gold: RankingGold
  private let ties: TieRule
  /// The topic in the gold; nil where the gold does not know it.
  private(set) var topic: Int?
  private(set) var list: RankedList
  private var table = TopicTable()
  private var scores: [Double] = []
  private var levels: [Int32] = []
  private var idStarts: [Int32] = []
  private var idEnds: [Int32] = []
  /// Whether scores never rise from line to line, and whether any two neighbours are equal.
  private var isDescending = true
  private var hasEqual = false

  init(gold: RankingGold, ties: TieRule) {
    self.gold = gold
    self.ties = ties
    list = RankedList(levels: gold.scale.count, hasTies: ties == .expected)
  }

  mutating func begin(_ topic: Int?) {
    self.topic = topic
    scores.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    idStarts.removeAll(keepingCapacity: true)
    idEnds.removeAll(keepingCapacity: true)
    isDescending = true
    hasEqual = false
    table.begin(topic.map { gold.items(ofTopic: $0) } ?? 0..<0, of: gold)
  }

  @inline(__always)
  mutating func add(
    _ fields: RunFields, line: Int, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    var score = 0.0
    switch Decimal.parse(bytes, fields.scoreStart, fields.scoreEnd) {
    case .number(let value): score = ties == .trec9 ? Double(Float(value)) : value
    case .malformed:
      fields.reportScore(.badNumber, in: bytes, line: line, &problems)
    case .notFinite:
      fields.reportScore(.notFinite, in: bytes, line: line, &problems)
    }
    var level: Int32 = -1
    switch table.find(fields.itemHash, bytes, fields.itemStart, fields.itemEnd, in: gold) {
    case .judged(let item): level = gold.levels[item]
    case .unjudged:
      if gold.isClosed, topic != nil {
        fields.reportItem(.unknownItem, in: bytes, line: line, &problems)
      }
    case .duplicate: fields.reportItem(.duplicateItem, in: bytes, line: line, &problems)
    }
    if let last = scores.last {
      if score > last { isDescending = false }
      if score == last { hasEqual = true }
    }
    scores.append(score)
    levels.append(level)
    idStarts.append(Int32(truncatingIfNeeded: fields.itemStart))
    idEnds.append(Int32(truncatingIfNeeded: fields.itemEnd))
  }

  /// Makes the list of the lines so far.
  mutating func rank(_ bytes: Span<UInt8>) {
    list.removeAll()
    if let topic {
      for item in gold.items(ofTopic: topic) where gold.levels[item] >= 0 {
        list.pool[Int(gold.levels[item])] += 1
      }
    }
    switch ties {
    case .file: appendInFileOrder()
    case .trec, .trec9:
      if isDescending, !hasEqual { return appendInFileOrder() }
      for position in orderedByScoreAndID(bytes) { append(levels[Int(position)]) }
    case .expected: appendTied()
    }
  }

  private mutating func appendInFileOrder() {
    for level in levels { append(level) }
  }

  @inline(__always)
  private mutating func append(_ level: Int32) {
    list.append(level: level < 0 ? nil : Int(level))
  }

  /// Positions by descending score, and descending bytes of the id within a score.
  private func orderedByScoreAndID(_ bytes: Span<UInt8>) -> [Int32] {
    var order =
      isDescending ? Array(0..<Int32(scores.count)) : ScoreOrder.descending(scores)
    var start = 0
    while start < order.count {
      let score = scores[Int(order[start])]
      var end = start + 1
      while end < order.count, scores[Int(order[end])] == score { end += 1 }
      if end - start > 1 {
        let ids = order[start..<end].map { position in
          (start: Int(idStarts[Int(position)]), end: Int(idEnds[Int(position)]), position: position)
        }
        // Spans cannot be captured: compare through positions found in one sort of plain keys.
        order.replaceSubrange(start..<end, with: sortedDescending(ids, bytes))
      }
      start = end
    }
    return order
  }

  private func sortedDescending(
    _ ids: [(start: Int, end: Int, position: Int32)], _ bytes: Span<UInt8>
  ) -> [Int32] {
    let keyed = ids.map { id in ((id.start..<id.end).map { bytes[$0] }, id.position) }
    return keyed.sorted { $1.0.lexicographicallyPrecedes($0.0) }.map(\.1)
  }

  private mutating func appendTied() {
    let order = isDescending ? Array(0..<Int32(scores.count)) : ScoreOrder.descending(scores)
    var counts = Array(repeating: 0, count: gold.scale.count)
    var start = 0
    while start < order.count {
      let score = scores[Int(order[start])]
      var unjudged = 0
      var end = start
      while end < order.count, scores[Int(order[end])] == score {
        let level = levels[Int(order[end])]
        if level < 0 { unjudged += 1 } else { counts[Int(level)] += 1 }
        end += 1
      }
      list.appendTied(levels: counts, unjudged: unjudged)
      for level in counts.indices { counts[level] = 0 }
      start = end
    }
  }
}
