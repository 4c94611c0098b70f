/// What stands before the rows of a table that has a sound header.
struct TableStart {
  let metadata: [String: String]
  let header: TableHeader
  /// Bytes before the first row.
  let length: Int

  /// - Parameter head: the beginning of the file.
  init?(_ head: [UInt8], of path: String) {
    var preamble = TablePreamble()
    let before = preamble.read(head)
    length = before + preamble.firstLineLength
    metadata = preamble.metadata
    guard let first = preamble.firstLine, !first.contains("\r"),
      TextProblem.first(in: head.span.extracting(..<length)) == nil
    else { return nil }
    header = TableHeader(first, file: path, line: preamble.lines + 1)
  }
}
