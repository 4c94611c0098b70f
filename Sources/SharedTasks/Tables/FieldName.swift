/// A name in a block, of a topic or a person, to be compared with that of the lines around it.
struct FieldName {
  private var start = 0
  private(set) var length = -1
  /// Its first eight bytes, which are often all.
  private var word: UInt64 = 0

  init() {}

  init(_ start: Int, _ end: Int, in bytes: Span<UInt8>) {
    self.start = start
    length = end - start
    word = Words.load(bytes, start, end)
  }

  @inline(__always)
  func isAt(_ start: Int, _ end: Int, in bytes: Span<UInt8>) -> Bool {
    guard end &- start == length, Words.load(bytes, start, end) == word else { return false }
    return length <= 8 || sameBytes(bytes, self.start, self.start &+ length, bytes, start, end)
  }
}
