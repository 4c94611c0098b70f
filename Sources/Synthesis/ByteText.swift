/// Text in the making.
///
/// Numbers are written by whole-number arithmetic, not by a formatting library, so the digits are
/// the same everywhere, and without an allocation each: 258 MB take a second or two.
struct ByteText {
  private(set) var bytes: [UInt8] = []

  init(_ text: String = "") { bytes = Array(text.utf8) }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// A whole number that is not negative, with zeros in front up to `width` digits.
  mutating func append(_ number: Int, width: Int = 1) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// `units` of 10^−`decimals`, as in 0.0125 for 125 units of four decimals.
  mutating func append(_ units: Int, decimals: Int) {
    var one = 1
    for _ in 0..<decimals { one *= 10 }
    append(units / one)
    append(".")
    append(units % one, width: decimals)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
