package import Measures

extension RankingGold {
  /// What reading a gold came to: the gold, unless a diagnostic is an error.
  package struct Reading: Sendable {
    package let gold: RankingGold
    package let diagnostics: DiagnosticList
  }

  /// Reads qrels (`topic iter item grade`) or a table (`topic item grade`).
  ///
  /// - Parameters:
  ///   - items: the universe (`topic item`), if there is one.
  ///   - scale: the labels of the task; nil where grades are numbers.
  package static func read(
    _ path: String, items: String? = nil, scale: GradeScale? = nil,
    maximumBytes: Int = BlockReader.defaultMaximumBytes
  ) throws -> Reading {
    var judgements = Judgements(scale: scale)
    var diagnostics = DiagnosticList()
    var itemsDigest: String?
    if let items {
      judgements.isReadingUniverse = true
      let table = try TableReader(InputFile(items), into: &judgements, maximumBytes: maximumBytes)
      diagnostics.append(contentsOf: table.diagnostics)
      itemsDigest = table.digest
      judgements.isReadingUniverse = false
    }
    let table = try TableReader(InputFile(path), into: &judgements, maximumBytes: maximumBytes)
    diagnostics.append(contentsOf: table.diagnostics)
    let gold = judgements.grouped(
      digest: table.digest, itemsDigest: itemsDigest, file: path, universe: items, &diagnostics)
    return Reading(gold: gold, diagnostics: diagnostics)
  }

  /// Reads the universe alone (`topic item`), for who has no gold: nothing in it is judged.
  package static func readItems(_ path: String) throws -> Reading {
    var judgements = Judgements(scale: nil)
    judgements.isReadingUniverse = true
    let table = try TableReader(InputFile(path), into: &judgements)
    var diagnostics = table.diagnostics
    let gold = judgements.grouped(
      digest: table.digest, itemsDigest: table.digest, file: path, universe: path, &diagnostics)
    return Reading(gold: gold, diagnostics: diagnostics)
  }
}

/// The lines of a gold as they come.
private struct Judgements: TableConsumer {
  private let scale: GradeScale?
  /// Set before a table is read; columns are then those of qrels until a header says otherwise.
  var isReadingUniverse = false {
    didSet { (topicColumn, itemColumn, gradeColumn, wordsColumn) = (0, 2, 3, nil) }
  }
  private var topicColumn = 0
  private var itemColumn = 2
  private var gradeColumn = 3
  private var wordsColumn: Int?

  private var topics = IdentifierTable()
  private var bytes: [UInt8] = []
  private var items: [RankingGold.Item] = []
  /// Words of each item, −1 where there is no count; nil where no table has them.
  private var words: [Double]?
  /// A position in `grades` for each item, or −1 where it comes from the universe.
  private var levels: [Int32] = []
  /// The line of the file in which each item stands, counted from 1.
  private var lines: [Int32] = []
  private var grades: [Double] = []
  /// The topic of the line before: its position, its first eight bytes and its length.
  private var lastTopic: (position: Int, word: UInt64, length: Int) = (0, 0, -1)
  /// The grade of the line before, as it is written and as a position in `grades`.
  private var lastGrade: (word: UInt64, length: Int, level: Int32) = (0, -1, 0)
  /// Whether no topic has come back after another.
  private var isGrouped = true

  init(scale: GradeScale?) { self.scale = scale }

  var fieldsWithoutHeader: Int? { isReadingUniverse ? nil : 4 }
  var headerNames: Set<String> { ["topic", "item", "grade"] }
  var isSecret: Bool { !isReadingUniverse }

  mutating func begin(_ header: inout TableHeader) {
    topicColumn = header.required("topic") ?? 0
    itemColumn = header.required("item") ?? 0
    if !isReadingUniverse { gradeColumn = header.required("grade") ?? 0 }
    wordsColumn = header.optional("words")
    if wordsColumn != nil, words == nil { words = Array(repeating: -1, count: items.count) }
  }

  mutating func reserve(factor: Double) {
    bytes.reserve(factor: factor)
    items.reserve(factor: factor)
    levels.reserve(factor: factor)
    lines.reserve(factor: factor)
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    let (topicStart, topicEnd) = row.fields[topicColumn]
    let (start, end) = row.fields[itemColumn]
    guard topicStart < topicEnd, start < end else {
      let isTopic = topicStart == topicEnd
      problems.report(
        .emptyValue, line: row.line,
        column: row.column(isTopic ? topicColumn : itemColumn, in: bytes),
        isTopic ? "the topic is empty" : "the item is empty")
      return
    }
    guard let level = isReadingUniverse ? -1 : self.level(row, in: bytes, &problems) else { return }
    let count = wordCount(row, in: bytes, &problems)
    words?.append(count)
    levels.append(level)
    lines.append(Int32(clamping: row.lineOfFile))
    items.append(
      RankingGold.Item(
        hash: ByteHash.of(bytes, start, end), start: self.bytes.count,
        length: Int32(truncatingIfNeeded: end - start),
        topic: topic(bytes, topicStart, topicEnd)))
    self.bytes.append(bytes, start, end)
  }

  /// The number of words of the row's item; −1 where there is none.
  private func wordCount(
    _ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Double {
    guard let column = wordsColumn, !row.isEmpty(column) else { return -1 }
    let (start, end) = row.fields[column]
    guard case .number(let count) = Decimal.parse(bytes, start, end),
      WordCounts.range.contains(count)
    else {
      problems.report(
        .badNumber, line: row.line, column: row.column(column, in: bytes),
        "the number of words \(row.quoted(column, in: bytes)) is not a count",
        hint: "it is a number from 0 to 1e9")
      return -1
    }
    return count
  }

  /// The position of a topic, which most often is that of the line before.
  private mutating func topic(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let word = Words.load(bytes, start, end)
    if word == lastTopic.word, end - start == lastTopic.length,
      end - start <= 8 || topics.isIdentifier(lastTopic.position, bytes, start, end)
    {
      return Int32(truncatingIfNeeded: lastTopic.position)
    }
    let (position, isNew) = topics.insert(bytes, start, end)
    isGrouped = isGrouped && isNew
    lastTopic = (position, word, end - start)
    return Int32(truncatingIfNeeded: position)
  }

  /// The level of the row's grade; a position in `grades` where grades are free.
  private mutating func level(
    _ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int32? {
    let (start, end) = row.fields[gradeColumn]
    if let scale {
      let name = textIn(bytes, start, end)
      if let level = scale.names.firstIndex(of: name) { return Int32(level) }
      problems.report(
        .unknownLabel, line: row.line, column: row.column(gradeColumn, in: bytes),
        "a grade is not among the labels of the task", hint: "the labels are in task.yaml")
      return nil
    }
    let word = Words.load(bytes, start, end)
    if end - start <= 8, word == lastGrade.word, end - start == lastGrade.length {
      return lastGrade.level
    }
    guard let level = level(ofNumber: row, in: bytes, &problems) else { return nil }
    lastGrade = (word, end - start, level)
    return level
  }

  private mutating func level(
    ofNumber row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int32? {
    let (start, end) = row.fields[gradeColumn]
    guard case .number(let grade) = Decimal.parse(bytes, start, end) else {
      problems.report(
        .badGrade, line: row.line, column: row.column(gradeColumn, in: bytes),
        "a grade is not a number", hint: "grades are numbers, as in 0, 1, 2; -1 for not judged")
      return nil
    }
    if let level = grades.firstIndex(of: grade) { return Int32(level) }
    guard grades.count < Self.mostGrades else {
      problems.report(
        .badGrade, line: row.line, column: row.column(gradeColumn, in: bytes),
        "there are more than \(Self.mostGrades) different grades",
        hint: "grades are a few steps of relevance; round them")
      return nil
    }
    grades.append(grade)
    return Int32(grades.count - 1)
  }

  private static let mostGrades = 1000

  /// Puts the items of each topic together and levels in ascending order.
  mutating func grouped(
    digest: String, itemsDigest: String?, file: String, universe: String?,
    _ diagnostics: inout DiagnosticList
  ) -> RankingGold {
    let isClosed = itemsDigest != nil
    if !isGrouped { group() }
    let ascending = grades.sorted()
    let rank = Dictionary(uniqueKeysWithValues: ascending.enumerated().map { ($1, Int32($0)) })
    let newLevel =
      scale == nil ? grades.map { rank[$0] ?? 0 } : (0..<Int32(scale?.count ?? 0)).map { $0 }

    var starts = [0]
    starts.reserveCapacity(topics.count + 1)
    var slots = HashSlots()
    // Items that stay move up to where others were left out.
    var kept = 0
    var next = 0
    for topic in 0..<topics.count {
      slots.removeAll()
      let first = kept
      while next < items.count, Int(items[next].topic) == topic {
        let item = items[next]
        let line = Int(lines[next])
        let level = levels[next] < 0 ? -1 : newLevel[Int(levels[next])]
        next += 1
        let known = slots.find(item.hash) { isSameID(items[first + $0], item) }
        if let known, let count = words?[next - 1], count >= 0 { words?[first + known] = count }
        if let known {
          if level >= 0, levels[first + known] < 0 {
            levels[first + known] = level
          } else {
            report(
              .duplicateItem, item, level < 0 ? universe ?? file : file, line, "stands twice",
              &diagnostics)
          }
        } else if isClosed, level >= 0 {
          report(.unknownItem, item, file, line, "is not in items.tsv", &diagnostics)
        } else {
          slots.insert(item.hash, position: kept - first)
          items[kept] = item
          levels[kept] = level
          if let count = words?[next - 1] { words?[kept] = count }
          kept += 1
        }
      }
      starts.append(kept)
    }
    if items.isEmpty, !diagnostics.hasErrors {
      diagnostics.report(.emptyFile, file: file, "there is no judgement in the file")
    }
    items.removeSubrange(kept...)
    levels.removeSubrange(kept...)
    words?.removeSubrange(kept...)
    return RankingGold(
      topics: topics, scale: scale ?? GradeScale(grades: ascending), starts: starts,
      levels: levels, words: words, isClosed: isClosed, digest: digest,
      itemsDigest: itemsDigest, bytes: bytes, items: items)
  }

  /// Sorts the items by topic and keeps their order within one.
  private mutating func group() {
    var next = Array(repeating: 0, count: topics.count + 1)
    for item in items { next[Int(item.topic) + 1] += 1 }
    for topic in 0..<topics.count { next[topic + 1] += next[topic] }
    var order = Array(repeating: 0, count: items.count)
    for (index, item) in items.enumerated() {
      order[next[Int(item.topic)]] = index
      next[Int(item.topic)] += 1
    }
    items = order.map { items[$0] }
    levels = order.map { levels[$0] }
    lines = order.map { lines[$0] }
    if let counts = words { words = order.map { counts[$0] } }
  }

  private func isSameID(_ a: RankingGold.Item, _ b: RankingGold.Item) -> Bool {
    sameBytes(bytes.span, a.start, a.end, bytes.span, b.start, b.end)
  }

  private func report(
    _ code: DiagnosticCode, _ item: RankingGold.Item, _ file: String, _ line: Int, _ what: String,
    _ diagnostics: inout DiagnosticList
  ) {
    diagnostics.report(
      code, file: file, line: line,
      "item \(Diagnostic.quoted(bytes[item.start..<item.end])) of topic "
        + "\(Diagnostic.quoted(topics.text(Int(item.topic)))) \(what)")
  }
}
