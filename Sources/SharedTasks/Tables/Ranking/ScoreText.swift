/// The score of a line as it is written, to be compared with the next one without making numbers of
/// them.
///
/// Most runs write all scores alike: so many digits before a point and so many after it. Two such
/// scores are ordered as their bytes are, and as the nearest `Double`s are, which tell all decimals
/// of up to 15 digits apart.
struct ScoreText {
  /// How the score compares with the one before.
  enum Order { case descending, equal, ascending }

  /// Nothing is as long as this where scores cannot be compared by their bytes.
  private var length = -1
  /// Zeros where digits stand, and the point: the first eight bytes and the next.
  private var template: (first: UInt64, second: UInt64) = (0, 0)
  /// All bits set where the point stands.
  private var point: (first: UInt64, second: UInt64) = (0, 0)
  /// The digits, the first in the highest bits; 0 for the point.
  private var digits: (first: UInt64, second: UInt64) = (0, 0)

  /// A score that no other is comparable with.
  init() {}

  /// The score in `bytes[start..<end]`: comparable where it is at most 15 digits and no more than a
  /// point.
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= 16, end > start else { return }
    var points = 0
    for position in start..<end {
      let isPoint = bytes[position] == UInt8(ascii: ".")
      guard isPoint || bytes[position] &- 48 < 10 else { return }
      points += isPoint ? 1 : 0
      let shift = UInt64((position - start) % 8 * 8)
      let byte = UInt64(isPoint ? UInt8(ascii: ".") : UInt8(ascii: "0")) << shift
      let mask: UInt64 = isPoint ? 0xFF << shift : 0
      if position - start < 8 {
        template.first |= byte
        point.first |= mask
      } else {
        template.second |= byte
        point.second |= mask
      }
    }
    guard points <= 1, end - start - points <= 15 else { return }
    length = end - start
    digits = (
      (Words.load(bytes, start, end) ^ template.first).byteSwapped,
      length > 8 ? (Words.load(bytes, start + 8, end) ^ template.second).byteSwapped : 0
    )
  }

  /// Takes the next score and says how it compares with this one; nil, and nothing is taken, where
  /// it is not written alike.
  @inline(__always)
  mutating func advance(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Order? {
    guard end &- start == length else { return nil }
    let first = Words.load(bytes, start, end) ^ template.first
    let second = length > 8 ? Words.load(bytes, start &+ 8, end) ^ template.second : 0
    guard Self.wrong(first, point.first) | Self.wrong(second, point.second) == 0 else { return nil }
    let next = (first: first.byteSwapped, second: second.byteSwapped)
    let order: Order =
      if next.first != digits.first {
        next.first < digits.first ? .descending : .ascending
      } else if next.second != digits.second {
        next.second < digits.second ? .descending : .ascending
      } else {
        .equal
      }
    digits = next
    return order
  }

  /// Bits that are set where a byte is no digit's value, or stands for the point and is not 0.
  @inline(__always)
  private static func wrong(_ word: UInt64, _ point: UInt64) -> UInt64 {
    // The upper half of a digit's value is 0, and stays so when 6 is added.
    ((word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0) | (word & point)
  }
}
