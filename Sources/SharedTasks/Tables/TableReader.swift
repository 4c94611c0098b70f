/// Something that takes the rows of a table, one after the other.
package protocol TableConsumer {
  /// How many fields a row has in the format that has no header (qrels: 4); nil where a header is
  /// needed.
  var fieldsWithoutHeader: Int? { get }
  /// Whether what the table says must not be shown to whoever reads the diagnostics.
  var isSecret: Bool { get }
  /// Column names by which a header is known; only asked where there is a format without.
  var headerNames: Set<String> { get }
  /// Looks up the columns in the header.
  mutating func begin(_ header: inout TableHeader)
  /// Takes a row; fields are positions in `bytes`.
  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems)
  /// Makes room for `factor` times the rows taken so far, which the file is likely to have.
  mutating func reserve(factor: Double)
}

extension TableConsumer {
  package var fieldsWithoutHeader: Int? { nil }
  package var isSecret: Bool { false }
  package var headerNames: Set<String> { [] }
  package mutating func reserve(factor: Double) {}
}

extension Array {
  /// Makes room for `factor` times the elements there are, and a little more.
  mutating func reserve(factor: Double) {
    reserveCapacity(Int(Double(count) * factor * 1.02))
  }
}

/// Where the fields of a row stand in a block. One value is filled again for every row.
package struct TableRow {
  /// The line within the block, counted from 0.
  package var line = 0
  /// The line of the file, counted from 1.
  package var lineOfFile = 0
  package var start = 0
  /// How many fields the line has.
  fileprivate(set) var count = 0
  /// Where the first fields of the line begin and end, as many as a row has in this table.
  package fileprivate(set) var fields: [(start: Int, end: Int)]

  /// Whether the row must not be shown.
  private let isSecret: Bool

  init(fields: Int, isSecret: Bool = false) {
    self.isSecret = isSecret
    self.fields = Array(repeating: (0, 0), count: fields)
  }

  package func isEmpty(_ field: Int) -> Bool { fields[field].start == fields[field].end }

  package func text(_ field: Int, in bytes: Span<UInt8>) -> String {
    textIn(bytes, fields[field].start, fields[field].end)
  }

  /// A field as messages quote it. Of a secret table nothing is: its columns may be in a wrong order,
  /// and then a label or a text stands where an id is looked for.
  package func quoted(_ field: Int, in bytes: Span<UInt8>) -> String {
    isSecret ? "\"…\"" : Diagnostic.quoted(text(field, in: bytes))
  }

  /// The column in which a field begins, counted from 1 in characters.
  package func column(_ field: Int, in bytes: Span<UInt8>) -> Int {
    var column = 1
    for index in start..<fields[field].start where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  /// Finds the fields of the line that begins at `start`, by tabs or by white space. Returns where
  /// the next line begins.
  @inline(__always)
  mutating func scan(
    _ bytes: Span<UInt8>, _ separators: SeparatorMasks, from start: Int, byTabs: Bool
  ) -> Int {
    self.start = start
    return scanPlain(bytes, separators, byTabs: byTabs) ?? scanAny(bytes, byTabs: byTabs)
  }

  /// A line as nearly all are: at most 64 bytes, as many fields as are wanted, one separator after
  /// each, the last a line feed. Nil for any other.
  @inline(__always)
  private mutating func scanPlain(
    _ bytes: Span<UInt8>, _ separators: SeparatorMasks, byTabs: Bool
  ) -> Int? {
    var bits = separators.bits(from: start)
    let start = start
    var fieldStart = start
    var fields = fields.mutableSpan
    for field in 0..<fields.count {
      let end = start &+ bits.trailingZeroBitCount
      guard bits != 0, end > fieldStart else { return nil }
      bits &= bits &- 1
      let separator = bytes[end]
      let isLast = field == fields.count &- 1
      guard isLast == (separator == 10), isLast || !byTabs || separator == 9 else { return nil }
      fields[field] = (fieldStart, end)
      fieldStart = end &+ 1
    }
    count = self.fields.count
    return fieldStart
  }

  /// Any line.
  @inline(never)
  private mutating func scanAny(_ bytes: Span<UInt8>, byTabs: Bool) -> Int {
    var separators = SeparatorScanner(from: start)
    count = 0
    var fieldStart = start
    while true {
      var end = separators.next(bytes)
      let separator = end < bytes.count ? bytes[end] : 10
      if separator == 10 {
        let next = min(end + 1, bytes.count)
        if byTabs, end > fieldStart, bytes[end - 1] == 13 { end -= 1 }
        if byTabs ? end > start : end > fieldStart { append(fieldStart, end) }
        return next
      }
      if byTabs ? separator == 9 : end > fieldStart { append(fieldStart, end) }
      if !byTabs || separator == 9 { fieldStart = end + 1 }
    }
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int) {
    if count < fields.count { fields[count] = (start, end) }
    count += 1
  }
}

/// Reads a table into a consumer, and collects everything that is wrong with it.
package struct TableReader {
  package private(set) var metadata: [String: String] = [:]
  package private(set) var digest = ""
  package private(set) var diagnostics = DiagnosticList()
  /// Whether the header was good enough for rows to be read.
  package private(set) var didReadRows = false
  /// Rows that could not be taken apart: their items may be ones that seem missing.
  package private(set) var unreadRows = 0
  /// Lines of the file before the block at hand.
  private var linesBefore = 0
  private let path: String

  /// Reads a table.
  ///
  /// Throws ``SharedTasksError`` where there is no file or it cannot be read.
  package init(
    _ input: InputFile, into consumer: inout some TableConsumer,
    maximumBytes: Int = BlockReader.defaultMaximumBytes
  ) throws {
    path = input.path
    var reader = try BlockReader(input, maximumBytes: maximumBytes)
    guard let head = try reader.nextHead() else {
      diagnostics.report(.emptyFile, file: path, "the file is empty", hint: "a table has a header")
      digest = reader.digest ?? ""
      return
    }
    if let byTabs = begin(head, &consumer, &reader) {
      didReadRows = true
      var isFirst = true
      while let block = try reader.next() {
        read(block, byTabs: byTabs, &consumer)
        if isFirst { consumer.reserve(factor: reader.expectedGrowth) }
        isFirst = false
      }
    } else {
      while try reader.next() != nil {}
    }
    digest = reader.digest ?? ""
  }

  /// Reads what stands before the rows; nil where there is no way to go on.
  private mutating func begin(
    _ head: [UInt8], _ consumer: inout some TableConsumer, _ reader: inout BlockReader
  ) -> Bool? {
    var preamble = TablePreamble()
    let consumed = preamble.read(head)
    metadata = preamble.metadata
    linesBefore = preamble.lines
    if let problem = TextProblem.first(
      in: Array(head.prefix(consumed + preamble.firstLineLength)).span)
    {
      diagnostics.report(
        problem.code, file: path, line: linesBefore + 1, problem.message, hint: problem.hint)
      return nil
    }
    guard let first = preamble.firstLine, !first.contains("\r") else {
      let isByReturns = head.contains(13) && !head.contains(10)
      diagnostics.report(
        isByReturns ? .badEncoding : .emptyFile, file: path,
        isByReturns ? "lines end with a carriage return alone" : "the file has no header",
        hint: isByReturns
          ? "save the file with LF or CRLF at line ends" : "the first line names the columns")
      return nil
    }
    let names = Set(first.split(separator: "\t").map(String.init))
    if consumer.fieldsWithoutHeader != nil, names.isDisjoint(with: consumer.headerNames) {
      reader.putBack(head[consumed...])
      return false
    }
    var header = TableHeader(
      first, file: path, line: linesBefore + 1, isSecret: consumer.isSecret)
    consumer.begin(&header)
    header.finish(&diagnostics)
    linesBefore += 1
    guard !diagnostics.hasErrors else { return nil }
    columnCount = header.count
    reader.putBack(head[(consumed + preamble.firstLineLength)...])
    return true
  }

  private var columnCount = 0

  private mutating func read(
    _ block: [UInt8], byTabs: Bool, _ consumer: inout some TableConsumer
  ) {
    let bytes = block.span
    var problems = LineProblems()
    let wanted = byTabs ? columnCount : consumer.fieldsWithoutHeader ?? 0
    var row = TableRow(fields: wanted, isSecret: consumer.isSecret)
    let separators = SeparatorMasks(bytes)
    var position = 0
    // Most blocks have nothing wrong with their text; only in others is every line looked at.
    let isText = TextProblem.first(in: bytes, areFieldsBySpace: !byTabs) == nil
    while position < bytes.count {
      let start = position
      row.lineOfFile = linesBefore + row.line + 1
      position = row.scan(bytes, separators, from: position, byTabs: byTabs)
      if !isText,
        let problem = TextProblem.first(
          in: bytes.extracting(start..<position), areFieldsBySpace: !byTabs)
      {
        unreadRows += 1
        problems.report(problem.code, line: row.line, problem.message, hint: problem.hint)
      } else if row.count == wanted {
        consumer.take(row, in: bytes, &problems)
      } else if row.count > 0 {
        unreadRows += 1
        problems.report(
          .wrongFieldCount, line: row.line,
          byTabs
            ? "the header has \(wanted) columns, this line \(row.count)"
            : "a line has \(wanted) fields, this one \(row.count)",
          hint: byTabs ? "fields are apart by one tab each" : nil)
      }
      row.line += 1
    }
    diagnostics.append(problems, file: path, linesBefore: linesBefore)
    linesBefore += row.line
  }
}
