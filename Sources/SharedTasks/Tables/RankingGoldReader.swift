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
    if let items {
      judgements.isReadingUniverse = true
      let table = try TableReader(items, into: &judgements, maximumBytes: maximumBytes)
      diagnostics.append(contentsOf: table.diagnostics)
      judgements.isReadingUniverse = false
    }
    let table = try TableReader(path, into: &judgements, maximumBytes: maximumBytes)
    diagnostics.append(contentsOf: table.diagnostics)
    let gold = judgements.grouped(
      isClosed: items != nil, digest: table.digest, file: path, universe: items, &diagnostics)
    return Reading(gold: gold, diagnostics: diagnostics)
  }

  /// Reads the universe alone (`topic item`), for who has no gold: nothing in it is judged.
  package static func readItems(_ path: String) throws -> Reading {
    var judgements = Judgements(scale: nil)
    judgements.isReadingUniverse = true
    let table = try TableReader(path, into: &judgements)
    var diagnostics = table.diagnostics
    let gold = judgements.grouped(
      isClosed: true, digest: table.digest, file: path, universe: path, &diagnostics)
    return Reading(gold: gold, diagnostics: diagnostics)
  }
}

/// The lines of a gold as they come.
private struct Judgements: TableConsumer {
  private let scale: GradeScale?
  var isReadingUniverse = false
  private var topicColumn = 0
  private var itemColumn = 2
  private var gradeColumn = 3

  private var topics = IdentifierTable()
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var grades: [Double] = []
  private var levelOfGrade: [Double: Int32] = [:]
  private var universeCount = 0

  struct Entry {
    var topic: Int32
    /// A position in `grades`, or −1 in the universe.
    var level: Int32
    /// The line of the file, counted from 0 in the block that it came with.
    var start: Int
    var end: Int
    var hash: UInt64
  }

  init(scale: GradeScale?) { self.scale = scale }

  var fieldsWithoutHeader: Int? { isReadingUniverse ? nil : 4 }
  var headerNames: Set<String> { ["topic", "item", "grade"] }

  mutating func begin(_ header: inout TableHeader) {
    topicColumn = header.required("topic") ?? 0
    itemColumn = header.required("item") ?? 0
    if isReadingUniverse {
      _ = header.optional("words")
    } else {
      gradeColumn = header.required("grade") ?? 0
      _ = header.optional("words")
    }
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    for column in [topicColumn, itemColumn] where row.fieldStarts[column] == row.fieldEnds[column] {
      problems.report(
        .emptyValue, line: row.line, column: row.column(column, in: bytes),
        column == topicColumn ? "the topic is empty" : "the item is empty")
      return
    }
    var level: Int32 = -1
    if !isReadingUniverse {
      guard let found = self.level(row, in: bytes, &problems) else { return }
      level = found
    } else {
      universeCount += 1
    }
    let (start, end) = (row.fieldStarts[itemColumn], row.fieldEnds[itemColumn])
    let topic = topics.insert(bytes, row.fieldStarts[topicColumn], row.fieldEnds[topicColumn])
    let idStart = self.bytes.count
    for index in start..<end { self.bytes.append(bytes[index]) }
    entries.append(
      Entry(
        topic: Int32(truncatingIfNeeded: topic.position), level: level, start: idStart,
        end: self.bytes.count, hash: ByteHash.of(bytes, start, end)))
  }

  /// The level of the row's grade; a position in `grades` where grades are free.
  private mutating func level(
    _ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int32? {
    let (start, end) = (row.fieldStarts[gradeColumn], row.fieldEnds[gradeColumn])
    if let scale {
      let name = textIn(bytes, start, end)
      if let level = scale.names.firstIndex(of: name) { return Int32(level) }
      problems.report(
        .unknownLabel, line: row.line, column: row.column(gradeColumn, in: bytes),
        "a grade is not among the labels of the task", hint: "the labels are in task.yaml")
      return nil
    }
    guard case .number(let grade) = Decimal.parse(bytes, start, end) else {
      problems.report(
        .badGrade, line: row.line, column: row.column(gradeColumn, in: bytes),
        "a grade is not a number", hint: "grades are numbers, as in 0, 1, 2; −1 for not judged")
      return nil
    }
    if let level = levelOfGrade[grade] { return level }
    guard grades.count < Self.mostGrades else {
      problems.report(
        .badGrade, line: row.line, column: row.column(gradeColumn, in: bytes),
        "there are more than \(Self.mostGrades) different grades",
        hint: "grades are a few steps of relevance; round them")
      return nil
    }
    grades.append(grade)
    levelOfGrade[grade] = Int32(grades.count - 1)
    return Int32(grades.count - 1)
  }

  private static let mostGrades = 1000

  /// Puts the items of each topic together and levels in ascending order.
  func grouped(
    isClosed: Bool, digest: String, file: String, universe: String?,
    _ diagnostics: inout DiagnosticList
  ) -> RankingGold {
    let ascending = grades.sorted()
    let rank = Dictionary(uniqueKeysWithValues: ascending.enumerated().map { ($1, Int32($0)) })
    let newLevel =
      scale == nil ? grades.map { rank[$0] ?? 0 } : (0..<Int32(scale?.count ?? 0)).map { $0 }

    var counts = Array(repeating: 0, count: topics.count + 1)
    for entry in entries { counts[Int(entry.topic) + 1] += 1 }
    for topic in 0..<topics.count { counts[topic + 1] += counts[topic] }
    var next = counts
    var order = Array(repeating: 0, count: entries.count)
    for (index, entry) in entries.enumerated() {
      order[next[Int(entry.topic)]] = index
      next[Int(entry.topic)] += 1
    }

    var columns = Columns()
    columns.reserve(entries.count)
    var slots = HashSlots()
    for topic in 0..<topics.count {
      slots.removeAll()
      let first = columns.levels.count
      for index in order[counts[topic]..<counts[topic + 1]] {
        let entry = entries[index]
        let known = slots.find(entry.hash) { position in
          let start = columns.starts[first + position]
          let end = columns.ends[first + position]
          return bytes[start..<end] == bytes[entry.start..<entry.end]
        }
        let level = entry.level < 0 ? -1 : newLevel[Int(entry.level)]
        if let known {
          let isFirstJudgement = index >= universeCount && columns.levels[first + known] < 0
          if isFirstJudgement, columns.isUniverse[first + known] {
            columns.levels[first + known] = level
            columns.isUniverse[first + known] = false
          } else {
            report(
              .duplicateItem, entry, topic, index < universeCount ? universe ?? file : file,
              "stands twice", &diagnostics)
          }
        } else if isClosed, index >= universeCount {
          report(.unknownItem, entry, topic, file, "is not in items.tsv", &diagnostics)
        } else {
          slots.insert(entry.hash, position: columns.levels.count - first)
          columns.append(entry, level: level, isUniverse: index < universeCount)
        }
      }
      columns.topicStarts.append(columns.levels.count)
    }
    if entries.isEmpty, !diagnostics.hasErrors {
      diagnostics.report(.emptyFile, file: file, "there is no judgement in the file")
    }
    return RankingGold(
      topics: topics, scale: scale ?? GradeScale(grades: ascending), starts: columns.topicStarts,
      levels: columns.levels, isClosed: isClosed, digest: digest, bytes: bytes,
      idStarts: columns.starts, idEnds: columns.ends, hashes: columns.hashes)
  }

  private func report(
    _ code: DiagnosticCode, _ entry: Entry, _ topic: Int, _ file: String, _ what: String,
    _ diagnostics: inout DiagnosticList
  ) {
    diagnostics.report(
      code, file: file,
      "item \(Diagnostic.quoted(bytes[entry.start..<entry.end])) of topic "
        + "\(Diagnostic.quoted(topics.text(topic))) \(what)")
  }

  private struct Columns {
    var topicStarts = [0]
    var levels: [Int32] = []
    var isUniverse: [Bool] = []
    var starts: [Int] = []
    var ends: [Int] = []
    var hashes: [UInt64] = []

    mutating func reserve(_ count: Int) {
      levels.reserveCapacity(count)
      starts.reserveCapacity(count)
      ends.reserveCapacity(count)
      hashes.reserveCapacity(count)
      isUniverse.reserveCapacity(count)
    }

    mutating func append(_ entry: Entry, level: Int32, isUniverse: Bool) {
      levels.append(level)
      self.isUniverse.append(isUniverse)
      starts.append(entry.start)
      ends.append(entry.end)
      hashes.append(entry.hash)
    }
  }
}
