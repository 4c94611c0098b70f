/// Where the fields of a line of a run stand in a block.
struct RunFields {
  /// Where the line begins, and where the next one does.
  var lineStart: Int
  var next: Int
  var topicStart = 0
  var topicEnd = 0
  var itemStart = 0
  var itemEnd = 0
  var itemHash: UInt64 = 0
  var scoreStart = 0
  var scoreEnd = 0
  /// How many fields there are.
  var count = 0
  var isComplete = false

  var isEmpty: Bool { count == 0 }

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

  @inline(__always)
  func scan(_ bytes: Span<UInt8>, from start: Int) -> RunFields {
    switch self {
    case .trec: scanTREC(bytes, from: start)
    case .table(let topic, let item, let score, let columns):
      scanTable(bytes, from: start, topic, item, score, columns)
    }
  }

  @inline(__always)
  private func scanTREC(_ bytes: Span<UInt8>, from start: Int) -> RunFields {
    var fields = RunFields(lineStart: start, next: bytes.count)
    let seed = ByteHash.start
    let end = bytes.count
    var position = start
    while position < end {
      var byte = bytes[position]
      while byte <= 32, byte != 10 {
        position &+= 1
        guard position < end else { break }
        byte = bytes[position]
      }
      guard position < end else { break }
      if byte == 10 {
        fields.next = position &+ 1
        break
      }
      let fieldStart = position
      if fields.count == 2 {
        var hash = seed
        var word: UInt64 = 0
        while byte > 32 {
          word = word << 8 | UInt64(byte)
          position &+= 1
          if (position &- fieldStart) & 7 == 0 {
            hash = ByteHash.mixed(hash, word)
            word = 0
          }
          guard position < end else { break }
          byte = bytes[position]
        }
        fields.itemHash = ByteHash.finished(hash, word, length: position &- fieldStart)
        fields.itemStart = fieldStart
        fields.itemEnd = position
      } else {
        while byte > 32 {
          position &+= 1
          guard position < end else { break }
          byte = bytes[position]
        }
        if fields.count == 0 {
          fields.topicStart = fieldStart
          fields.topicEnd = position
        } else if fields.count == 4 {
          fields.scoreStart = fieldStart
          fields.scoreEnd = position
        }
      }
      fields.count &+= 1
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
    if fields.isComplete { fields.itemHash = ByteHash.of(bytes, fields.itemStart, fields.itemEnd) }
    return fields
  }

  /// Says why a line does not have the fields of the format.
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
