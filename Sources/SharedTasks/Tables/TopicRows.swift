internal import Measures

/// The lines of one topic of a run, and the ranked list that they make.
struct TopicRows {
  private let gold: RankingGold
  private let ties: TieRule
  /// The topic in the gold; nil where the gold does not know it.
  private(set) var topic: Int?
  private(set) var list: RankedList
  private var lines: [Line] = []
  /// Items met so far and judged items, by hash: positions below `judgedCount` are of the gold,
  /// the others of `lines`.
  private var slots = HashSlots(minimumCapacity: 2048)
  private var judged = 0..<0
  private var isMet: [Bool] = []
  /// Whether scores never rise from line to line, and whether any two neighbours are equal.
  private var isDescending = true
  private var hasEqual = false

  /// What is kept of a line until the topic is complete.
  private struct Line {
    var score: Double
    /// −1 where nobody judged the item.
    var level: Int32
    /// Where the id stands in the block.
    var idStart: Int32
    var idEnd: Int32
  }

  init(gold: RankingGold, ties: TieRule) {
    self.gold = gold
    self.ties = ties
    list = RankedList(levels: gold.scale.count, hasTies: ties == .expected)
  }

  mutating func begin(_ topic: Int?) {
    self.topic = topic
    lines.removeAll(keepingCapacity: true)
    isDescending = true
    hasEqual = false
    slots.removeAll()
    isMet.removeAll(keepingCapacity: true)
    judged = topic.map { gold.items(ofTopic: $0) } ?? 0..<0
    for item in judged {
      slots.insert(gold.hashes[item], position: item - judged.lowerBound)
      isMet.append(false)
    }
  }

  @inline(__always)
  mutating func add(
    _ fields: RunFields, line: Int, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    var score = 0.0
    switch Decimal.parse(bytes, fields.scoreStart, fields.scoreEnd) {
    case .number(let value): score = ties == .trec9 ? Double(Float(value)) : value
    case .malformed: fields.reportScore(.badNumber, in: bytes, line: line, &problems)
    case .notFinite: fields.reportScore(.notFinite, in: bytes, line: line, &problems)
    }
    var level: Int32 = -1
    switch find(bytes, fields.itemStart, fields.itemEnd) {
    case .judged(let item): level = gold.levels[item]
    case .unjudged:
      if gold.isClosed, topic != nil {
        fields.reportItem(.unknownItem, in: bytes, line: line, &problems)
      }
    case .duplicate: fields.reportItem(.duplicateItem, in: bytes, line: line, &problems)
    }
    if let last = lines.last?.score, score >= last {
      if score > last { isDescending = false } else { hasEqual = true }
    }
    lines.append(
      Line(
        score: score, level: level, idStart: Int32(truncatingIfNeeded: fields.itemStart),
        idEnd: Int32(truncatingIfNeeded: fields.itemEnd)))
  }

  private enum Finding {
    /// Judged (the position in the gold) and not met before.
    case judged(Int)
    case unjudged
    case duplicate
  }

  /// Looks an item up among the judged ones and those met before: one table does both.
  @inline(__always)
  private mutating func find(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Finding {
    let hash = ByteHash.of(bytes, start, end)
    let judgedCount = isMet.count
    let position = slots.find(hash) { position in
      if position >= judgedCount {
        let line = lines[position - judgedCount]
        return sameBytes(bytes, Int(line.idStart), Int(line.idEnd), start, end)
      }
      return gold.isItem(judged.lowerBound + position, bytes, start, end)
    }
    guard let position else {
      slots.insert(hash, position: judgedCount + lines.count)
      return .unjudged
    }
    guard position < judgedCount, !isMet[position] else { return .duplicate }
    isMet[position] = true
    return .judged(judged.lowerBound + position)
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
      for position in orderedByScoreAndID(bytes) { append(lines[Int(position)].level) }
    case .expected: appendTied()
    }
  }

  private mutating func appendInFileOrder() {
    for line in lines { append(line.level) }
  }

  @inline(__always)
  private mutating func append(_ level: Int32) {
    list.append(level: level < 0 ? nil : Int(level))
  }

  private var orderedByScore: [Int32] {
    isDescending
      ? Array(0..<Int32(lines.count)) : ScoreOrder.descending(lines.map(\.score))
  }

  /// Positions by descending score, and descending bytes of the id within a score.
  private func orderedByScoreAndID(_ bytes: Span<UInt8>) -> [Int32] {
    var order = orderedByScore
    var start = 0
    while start < order.count {
      let score = lines[Int(order[start])].score
      var end = start + 1
      while end < order.count, lines[Int(order[end])].score == score { end += 1 }
      if end - start > 1 {
        order.replaceSubrange(start..<end, with: byDescendingID(order[start..<end], bytes))
      }
      start = end
    }
    return order
  }

  private func byDescendingID(_ positions: ArraySlice<Int32>, _ bytes: Span<UInt8>) -> [Int32] {
    let ids = positions.map { position in
      let line = lines[Int(position)]
      return ((Int(line.idStart)..<Int(line.idEnd)).map { bytes[$0] }, position)
    }
    return ids.sorted { $1.0.lexicographicallyPrecedes($0.0) }.map(\.1)
  }

  private mutating func appendTied() {
    let order = orderedByScore
    var counts = Array(repeating: 0, count: gold.scale.count)
    var start = 0
    while start < order.count {
      let score = lines[Int(order[start])].score
      var unjudged = 0
      var end = start
      while end < order.count, lines[Int(order[end])].score == score {
        let level = lines[Int(order[end])].level
        if level < 0 { unjudged += 1 } else { counts[Int(level)] += 1 }
        end += 1
      }
      list.appendTied(levels: counts, unjudged: unjudged)
      for level in counts.indices { counts[level] = 0 }
      start = end
    }
  }
}
