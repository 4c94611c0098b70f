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
}
