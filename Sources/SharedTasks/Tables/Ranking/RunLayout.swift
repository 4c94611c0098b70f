/// What the first lines of a run say: its metadata, and how its fields are laid out.
struct RunLayout {
  let format: RunFormat
  /// Lines of metadata and header.
  let lines: Int

  /// Takes metadata and header off `head`, the first block of a file.
  ///
  /// Nil, with the reasons in `reading`, where the file cannot be a run.
  init?<Value>(head: inout [UInt8], file: String, _ reading: inout RunReader<Value>.Reading) {
    var preamble = TablePreamble()
    let consumed = preamble.read(head)
    reading.metadata = preamble.metadata
    let rest = Array(head[consumed...])
    guard let first = preamble.firstLine else {
      reading.diagnostics.report(
        .emptyFile, file: file, "the file has no lines but metadata",
        hint: "a run has a line for each ranked item")
      return nil
    }
    let names = first.split(separator: "\t", omittingEmptySubsequences: false)
    guard names.contains("topic") || names.contains("item") || names.contains("score") else {
      format = .trec
      lines = preamble.lines
      head = rest
      return
    }
    let headerBytes = Array(rest.prefix(preamble.firstLineLength))
    if let problem = TextProblem.first(in: headerBytes.span) {
      reading.diagnostics.report(
        problem.code, file: file, line: preamble.lines + 1, problem.message, hint: problem.hint)
      return nil
    }
    var header = TableHeader(first, file: file, line: preamble.lines + 1)
    let topic = header.required("topic")
    let item = header.required("item")
    let score = header.required("score")
    header.finish(&reading.diagnostics)
    guard let topic, let item, let score else { return nil }
    format = .table(topic: topic, item: item, score: score, columns: header.count)
    lines = preamble.lines + 1
    head = Array(rest[preamble.firstLineLength...])
  }
}

extension RunFormat {
  /// Where the lines of the last topic of a block begin; 0 where there is only one topic. An
  /// incomplete line at the end is not looked at: its topic may be cut as well.
  func startOfLastTopic(_ bytes: Span<UInt8>) -> Int {
    let whole = BlockReader.endOfLastLine(bytes)
    guard let last = lastLineStart(bytes, before: whole) else { return 0 }
    let fields = scan(bytes, from: last)
    guard !fields.isEmpty else { return last }
    let topic = FieldName(fields.topicStart, fields.topicEnd, in: bytes)
    var start = last
    while let previous = lastLineStart(bytes, before: start) {
      guard isTopic(topic, bytes, ofLineAt: previous) else { return start }
      start = previous
    }
    return 0
  }

  /// Whether a line has this topic. Most TREC lines begin with theirs, and are not taken apart.
  private func isTopic(_ topic: FieldName, _ bytes: Span<UInt8>, ofLineAt start: Int) -> Bool {
    if self == .trec, start + topic.length < bytes.count, bytes[start + topic.length] <= 32,
      topic.isAt(start, start + topic.length, in: bytes)
    {
      return true
    }
    let fields = scan(bytes, from: start)
    return !fields.isEmpty && topic.isAt(fields.topicStart, fields.topicEnd, in: bytes)
  }

  /// The start of the line that ends at `end`.
  private func lastLineStart(_ bytes: Span<UInt8>, before end: Int) -> Int? {
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    return start
  }
}
