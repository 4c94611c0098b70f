/// Where the fields of a line of a run stand in a block.
struct RunFields {
  /// Where the line begins, and where the next one does.
  var lineStart: Int
  var next: Int
  var topicStart = 0
  var topicEnd = 0
  var itemStart = 0
  var itemEnd = 0
  var scoreStart = 0
  var scoreEnd = 0
  /// How many fields there are.
  var count = 0
  var isComplete = false

  var isEmpty: Bool { count == 0 }

  @inline(never)
  func reportScore(
    _ code: DiagnosticCode, in bytes: Span<UInt8>, line: Int, _ problems: inout LineProblems
  ) {
    let text = Diagnostic.quoted(textIn(bytes, scoreStart, scoreEnd))
    problems.report(
      code, line: line, column: column(of: scoreStart, in: bytes),
      code == .notFinite
        ? "the score \(text) is not finite" : "the score \(text) is not a number",
      hint: code == .notFinite
        ? "every item needs a finite score; leave out what was not ranked"
        : "write a decimal number, as in 12.5 or 3e-4")
  }

  @inline(never)
  func reportItem(
    _ code: DiagnosticCode, in bytes: Span<UInt8>, line: Int, _ problems: inout LineProblems
  ) {
    let item = Diagnostic.quoted(textIn(bytes, itemStart, itemEnd))
    let topic = Diagnostic.quoted(textIn(bytes, topicStart, topicEnd))
    problems.report(
      code, line: line, column: column(of: itemStart, in: bytes),
      code == .duplicateItem
        ? "item \(item) stands twice in topic \(topic)"
        : "item \(item) is not among the items of topic \(topic)",
      hint: code == .duplicateItem ? "keep one line an item" : "the items are those of items.tsv")
  }

  /// The column of a byte, counted from 1 in characters.
  func column(of offset: Int, in bytes: Span<UInt8>) -> Int {
    var column = 1
    for index in lineStart..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return column
  }
}

/// How the fields of a run are laid out in a line.
package enum RunFormat: Sendable, Equatable {
  /// `topic Q0 item rank score tag`, apart by white space.
  case trec
  /// Tab-separated, with the columns of topic, item and score among `columns`.
  case table(topic: Int, item: Int, score: Int, columns: Int)

  /// Finds the fields of the line that begins at `start`, with the separators of all `bytes`.
  @inline(__always)
  func scan(_ bytes: Span<UInt8>, _ separators: SeparatorMasks, from start: Int) -> RunFields {
    if self == .trec, let fields = Self.scanPlainTREC(bytes, separators, from: start) {
      return fields
    }
    return scan(bytes, from: start)
  }

  /// Finds the fields of any one line.
  @inline(never)
  func scan(_ bytes: Span<UInt8>, from start: Int) -> RunFields {
    switch self {
    case .trec: scanTREC(bytes, from: start)
    case .table(let topic, let item, let score, let columns):
      scanTable(bytes, from: start, topic, item, score, columns)
    }
  }

  /// A line as nearly all are: at most 64 bytes, six fields, one separator after each, the last a
  /// line feed. Nil for any other.
  ///
  /// No branch depends on how long a field is.
  @inline(__always)
  private static func scanPlainTREC(
    _ bytes: Span<UInt8>, _ separators: SeparatorMasks, from start: Int
  ) -> RunFields? {
    let first = separators.bits(from: start)
    let second = first & (first &- 1)
    let third = second & (second &- 1)
    let fourth = third & (third &- 1)
    let fifth = fourth & (fourth &- 1)
    let last = fifth & (fifth &- 1)
    let empty = first & (first << 1 | 1)
    guard last != 0, empty & (last ^ (last &- 1)) == 0 else { return nil }
    var fields = RunFields(lineStart: start, next: start &+ last.trailingZeroBitCount &+ 1)
    fields.topicStart = start
    fields.topicEnd = start &+ first.trailingZeroBitCount
    fields.itemStart = start &+ second.trailingZeroBitCount &+ 1
    fields.itemEnd = start &+ third.trailingZeroBitCount
    fields.scoreStart = start &+ fourth.trailingZeroBitCount &+ 1
    fields.scoreEnd = start &+ fifth.trailingZeroBitCount
    fields.count = 6
    fields.isComplete = true
    let feed = UInt8(ascii: "\n")
    guard bytes[fields.next &- 1] == feed, bytes[fields.topicEnd] != feed,
      bytes[fields.itemStart &- 1] != feed, bytes[fields.itemEnd] != feed,
      bytes[fields.scoreStart &- 1] != feed, bytes[fields.scoreEnd] != feed
    else { return nil }
    return fields
  }

  /// A line field by field.
  private func scanTREC(_ bytes: Span<UInt8>, from start: Int) -> RunFields {
    var separators = SeparatorScanner(from: start)
    var fields = RunFields(lineStart: start, next: bytes.count)
    var fieldStart = start
    while true {
      let end = separators.next(bytes)
      if end > fieldStart {
        switch fields.count {
        case 0: (fields.topicStart, fields.topicEnd) = (fieldStart, end)
        case 2: (fields.itemStart, fields.itemEnd) = (fieldStart, end)
        case 4: (fields.scoreStart, fields.scoreEnd) = (fieldStart, end)
        default: break
        }
        fields.count += 1
      }
      guard end < bytes.count else { break }
      fieldStart = end + 1
      if bytes[end] == 10 {
        fields.next = fieldStart
        break
      }
    }
    fields.isComplete = fields.count == 6
    return fields
  }

  private func scanTable(
    _ bytes: Span<UInt8>, from start: Int, _ topic: Int, _ item: Int, _ score: Int, _ columns: Int
  ) -> RunFields {
    var fields = RunFields(lineStart: start, next: bytes.count)
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != 10 { lineEnd += 1 }
    if lineEnd < bytes.count { fields.next = lineEnd + 1 }
    if lineEnd > start, bytes[lineEnd - 1] == 13 { lineEnd -= 1 }
    guard lineEnd > start else { return fields }
    var fieldStart = start
    var complete = true
    for position in start...lineEnd where position == lineEnd || bytes[position] == 9 {
      switch fields.count {
      case topic: (fields.topicStart, fields.topicEnd) = (fieldStart, position)
      case item: (fields.itemStart, fields.itemEnd) = (fieldStart, position)
      case score: (fields.scoreStart, fields.scoreEnd) = (fieldStart, position)
      default: break
      }
      if [topic, item, score].contains(fields.count), position == fieldStart { complete = false }
      fields.count += 1
      fieldStart = position + 1
    }
    fields.isComplete = complete && fields.count == columns
    return fields
  }

  /// Says why a line does not have the fields of the format.
  @inline(never)
  func report(
    _ fields: RunFields, in bytes: Span<UInt8>, line: Int, _ problems: inout LineProblems
  ) {
    switch self {
    case .trec:
      problems.report(
        .wrongFieldCount, line: line,
        "a line of a TREC run has 6 fields, this one has \(fields.count)",
        hint: "topic Q0 item rank score tag, with no space inside a field")
    case .table(_, _, _, let columns):
      if fields.count == columns {
        problems.report(
          .emptyValue, line: line, "topic, item or score is empty", hint: "fill it in")
      } else {
        problems.report(
          .wrongFieldCount, line: line,
          "the header has \(columns) columns, this line \(fields.count)",
          hint: "fields are apart by one tab each")
      }
    }
  }
}
