/// Collects text and hands it over in pieces.
struct PieceWriter {
  var text = ByteText()

  /// As large as the blocks in which files are read.
  private static let size = 256 << 10

  /// Call after every line: a piece ends with a line.
  mutating func endLine(_ write: StreamedFile.Write) throws {
    text.append("\n")
    try endRows(write)
  }

  /// Call after lines that are complete already.
  mutating func endRows(_ write: StreamedFile.Write) throws {
    if text.bytes.count >= Self.size { try finish(write) }
  }

  /// Hands over what is left.
  mutating func finish(_ write: StreamedFile.Write) throws {
    guard !text.bytes.isEmpty else { return }
    try write(text.bytes)
    text.removeAll()
  }

  /// Writes a header and a row for each of so many items: its id, and what `cells` appends.
  static func writeItems(
    _ count: Int, header: String, to write: StreamedFile.Write,
    cells: (Int, inout ByteText) -> Void
  ) throws {
    var pieces = PieceWriter()
    pieces.text.append(header)
    try pieces.endLine(write)
    for item in 0..<count {
      pieces.text.append("i")
      // In no order and never twice: 9,999,991 is a prime.
      pieces.text.append(item * 7_215_487 % 9_999_991, width: 7)
      pieces.text.append("\t")
      cells(item, &pieces.text)
      try pieces.endLine(write)
    }
    try pieces.finish(write)
  }
}
