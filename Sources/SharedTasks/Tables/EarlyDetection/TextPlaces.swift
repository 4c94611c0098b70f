/// A position in a text as its line and column. Going on from one to the next, all of them are found
/// by one pass over the text.
struct TextPlaces {
  private var position = 0
  /// Counted from 1.
  private(set) var line = 1
  /// Counted from 1, in characters.
  private(set) var column = 1

  /// Goes on to a position that is not before this one.
  mutating func advance(to target: Int, in bytes: Span<UInt8>) {
    while position < min(target, bytes.count) {
      if bytes[position] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[position] & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
  }
}
