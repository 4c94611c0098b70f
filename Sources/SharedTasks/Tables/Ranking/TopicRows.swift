internal import Measures

/// The lines of one topic of a run, and the ranked list that they make.
struct TopicRows {
  private let gold: RankingGold
  private let ties: TieRule
  private let isSinglePrecision: Bool
  private let seed = ByteHash.seed
  /// What a reviewer's time goes by; nil where no measure asks for it.
  private let clock: RankingClock?
  /// The topic in the gold; nil where the gold does not know it.
  private(set) var topic: Int?
  private(set) var list: RankedList
  private var lines: [Line] = []
  /// The lines whose items are judged.
  private var judgedLines: [Int32] = []
  /// Items by hash: positions below the number of judged items are those not met yet, in the order
  /// of the gold; the others are lines.
  private var slots = HashSlots(minimumCapacity: 4096)
  private var judged = 0..<0
  /// Whether scores never rise from line to line, and whether any two neighbours are equal.
  private var isDescending = true
  private var hasEqual = false
  /// The score of the line before.
  private var lastScore = ScoreText()

  /// What is kept of a line until the topic is complete.
  private struct Line {
    /// −1 where nobody judged the item.
    var level: Int32
    /// The item in the gold; −1 where the gold does not know it.
    var item: Int32
    /// Where the id and the score stand in the block.
    var idStart: Int32
    var idEnd: Int32
    var scoreStart: Int32
    var scoreEnd: Int32
  }

  init(gold: RankingGold, ties: TieRule, clock: RankingClock? = nil) {
    self.gold = gold
    self.ties = ties
    self.clock = clock
    isSinglePrecision = ties == .trec9
    list = RankedList(levels: gold.scale.count, hasTies: ties == .expected)
  }

  mutating func begin(_ topic: Int?) {
    self.topic = topic
    lines.removeAll(keepingCapacity: true)
    judgedLines.removeAll(keepingCapacity: true)
    isDescending = true
    hasEqual = false
    lastScore = ScoreText()
    slots.removeAll()
    judged = topic.map { gold.items(ofTopic: $0) } ?? 0..<0
    for item in judged {
      slots.insert(gold.items[item].hash, position: item - judged.lowerBound)
    }
  }

  mutating func add(
    _ fields: RunFields, line: Int, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    if let order = lastScore.advance(bytes, fields.scoreStart, fields.scoreEnd) {
      if order == .ascending { isDescending = false } else if order == .equal { hasEqual = true }
    } else {
      compareWithLast(fields, line: line, in: bytes, &problems)
    }
    let (start, end) = (fields.itemStart, fields.itemEnd)
    let number = lines.count
    // One table looks the item up among the judged ones and those met before, and notes that this
    // line has it. What it asks is copied one by one: a copy of the whole gold for each line took
    // 5 % of the time.
    let (judged, lines, items, ids) = (judged, lines, gold.items, gold.bytes)
    let hash = ByteHash.of(bytes, start, end, seed: seed)
    let met = slots.exchange(hash, for: judged.count + number) { position in
      if position < judged.count {
        let item = items[judged.lowerBound + position]
        return sameBytes(ids.span, item.start, item.end, bytes, start, end)
      }
      let line = lines[position - judged.count]
      return sameBytes(bytes, Int(line.idStart), Int(line.idEnd), bytes, start, end)
    }
    var level: Int32 = -1
    var item: Int32 = -1
    if let met {
      if met < judged.count {
        item = Int32(truncatingIfNeeded: judged.lowerBound &+ met)
        level = gold.levels[judged.lowerBound + met]
        if level >= 0 { judgedLines.append(Int32(truncatingIfNeeded: number)) }
      } else {
        fields.reportItem(.duplicateItem, in: bytes, line: line, &problems)
      }
    } else if gold.isClosed, topic != nil {
      fields.reportItem(.unknownItem, in: bytes, line: line, &problems)
    }
    self.lines.append(
      Line(
        level: level, item: item, idStart: Int32(truncatingIfNeeded: start),
        idEnd: Int32(truncatingIfNeeded: end),
        scoreStart: Int32(truncatingIfNeeded: fields.scoreStart),
        scoreEnd: Int32(truncatingIfNeeded: fields.scoreEnd)))
  }

  /// Compares a score with the one before as numbers, and reports one that is none.
  @inline(never)
  private mutating func compareWithLast(
    _ fields: RunFields, line: Int, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    var score = 0.0
    switch Decimal.parse(bytes, fields.scoreStart, fields.scoreEnd) {
    case .number(let value): score = rounded(value)
    case .malformed: fields.reportScore(.badNumber, in: bytes, line: line, &problems)
    case .notFinite: fields.reportScore(.notFinite, in: bytes, line: line, &problems)
    }
    if let last = lines.last {
      let before = self.score(of: last, bytes)
      if score > before { isDescending = false } else if score == before { hasEqual = true }
    }
    // Rounded to single precision, scores that differ may be equal.
    lastScore =
      isSinglePrecision ? ScoreText() : ScoreText(bytes, fields.scoreStart, fields.scoreEnd)
  }

  private func rounded(_ score: Double) -> Double {
    isSinglePrecision ? Double(Float(score)) : score
  }

  /// The score of a line; 0 for one that is no number, which has been reported.
  private func score(of line: Line, _ bytes: Span<UInt8>) -> Double {
    let parsed = Decimal.parse(bytes, Int(line.scoreStart), Int(line.scoreEnd))
    guard case .number(let value) = parsed else { return 0 }
    return rounded(value)
  }

  /// Makes the list of the lines so far.
  mutating func rank(_ bytes: Span<UInt8>) {
    makeList(bytes)
    if let clock { list.timeline = timeline(clock, bytes) }
  }

  /// The lines on the reviewer's clock; after they were put in order of their scores.
  private func timeline(_ clock: RankingClock, _ bytes: Span<UInt8>) -> Timeline {
    var timeline = Timeline(clock.model, meanWords: clock.words.mean)
    var isRead = Array(repeating: false, count: judged.count)
    for line in lines where line.item >= 0 { isRead[Int(line.item) - judged.lowerBound] = true }
    forEachBlock(bytes) { block in
      timeline.append(block.lazy.map { [gold] in clock.item(Int($0.item), in: gold) })
    }
    for item in judged where !isRead[item - judged.lowerBound] {
      timeline.addUnread(clock.item(item, in: gold))
    }
    return timeline
  }

  /// The lines as items of their ranks; after they were put in order of their scores.
  func items(of topic: Int, _ rows: IdentifierTable, _ bytes: Span<UInt8>) -> RankedItems {
    var ranked = RankedItems(topic: topic)
    forEachBlock(bytes) { block in
      for line in block {
        let row = rows.position(of: bytes, Int(line.idStart), Int(line.idEnd))
        ranked.append(item: line.item, row: row)
      }
      ranked.endBlock()
    }
    return ranked
  }

  /// Calls `body` with the lines of each rank, several where they are tied.
  private func forEachBlock(_ bytes: Span<UInt8>, _ body: (ArraySlice<Line>) -> Void) {
    var first = 0
    while first < lines.count {
      let group = ties == .file ? first..<first + 1 : group(of: first, from: first, bytes)
      if ties == .expected || group.count == 1 {
        body(lines[group])
      } else {
        let ranked = byID(group, bytes)[...]
        for place in ranked.indices { body(ranked[place...place]) }
      }
      first = group.upperBound
    }
  }

  private mutating func makeList(_ bytes: Span<UInt8>) {
    list.removeAll()
    for item in judged where gold.levels[item] >= 0 { list.pool[Int(gold.levels[item])] += 1 }
    guard ties != .file else { return rankUntied() }
    if !isDescending { sortByScore(bytes) } else if !hasEqual { return rankUntied() }
    var ranked = 0
    for judgedLine in judgedLines where judgedLine >= ranked {
      let group = group(of: Int(judgedLine), from: ranked, bytes)
      list.append(level: nil, copies: group.lowerBound - ranked)
      if group.count == 1 {
        list.append(level: Int(lines[group.lowerBound].level))
      } else if ties == .expected {
        appendTied(group)
      } else {
        appendByID(group, bytes)
      }
      ranked = group.upperBound
    }
    list.append(level: nil, copies: lines.count - ranked)
  }

  /// Lines as they stand, no two of a score.
  private mutating func rankUntied() {
    var ranked = 0
    for judgedLine in judgedLines {
      list.append(level: nil, copies: Int(judgedLine) - ranked)
      list.append(level: Int(lines[Int(judgedLine)].level))
      ranked = Int(judgedLine) + 1
    }
    list.append(level: nil, copies: lines.count - ranked)
  }

  private mutating func sortByScore(_ bytes: Span<UInt8>) {
    var scores: [Double] = []
    scores.reserveCapacity(lines.count)
    for line in lines { scores.append(score(of: line, bytes)) }
    lines = ScoreOrder.descending(scores).map { lines[Int($0)] }
    judgedLines = (0..<Int32(lines.count)).filter { lines[Int($0)].level >= 0 }
  }

  /// The lines of one score around `line`; `first` and later.
  private func group(of line: Int, from first: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    let score = score(of: lines[line], bytes)
    var start = line
    while start > first, self.score(of: lines[start - 1], bytes) == score { start -= 1 }
    var end = line + 1
    while end < lines.count, self.score(of: lines[end], bytes) == score { end += 1 }
    return start..<end
  }

  private mutating func appendTied(_ group: Range<Int>) {
    var counts = Array(repeating: 0, count: gold.scale.count)
    for line in lines[group] where line.level >= 0 { counts[Int(line.level)] += 1 }
    list.appendTied(levels: counts, unjudged: group.count - counts.reduce(0, +))
  }

  private func byID(_ group: Range<Int>, _ bytes: Span<UInt8>) -> [Line] {
    lines[group].sorted { a, b in
      bytesPrecede(bytes, Int(b.idStart), Int(b.idEnd), Int(a.idStart), Int(a.idEnd))
    }
  }

  /// Appends lines of one score by descending bytes of their ids, as trec_eval does.
  private mutating func appendByID(_ group: Range<Int>, _ bytes: Span<UInt8>) {
    for line in byID(group, bytes) { list.append(level: line.level < 0 ? nil : Int(line.level)) }
  }
}
