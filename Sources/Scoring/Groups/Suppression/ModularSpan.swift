/// The vectors that can be put together from some given ones, modulo a prime.
///
/// What is a combination with fractions is one modulo a prime that divides none of their
/// denominators, and two vectors that are apart by chance alone meet once in 10⁹ times: then more is
/// taken for known than is. Numbers do not grow, so that thousands of vectors take bounded time.
struct ModularSpan: Sendable {
  /// Mersenne's prime 2³¹ − 1: a product of two remainders fits into a word.
  static let prime: UInt64 = 0x7FFF_FFFF

  typealias Row = [UInt64]

  /// In the order in which they came: each is 1 at its pivot, and all later ones are 0 there.
  private var rows: [(pivot: Int, row: Row)] = []

  static func remainder(_ number: Int) -> UInt64 {
    UInt64(((number % Int(prime)) + Int(prime)) % Int(prime))
  }

  /// What is left of a vector when all that is known is taken away.
  func reduced(_ vector: Row) -> Row {
    var rest = vector
    for (pivot, row) in rows { Self.eliminate(pivot, row, from: &rest) }
    return rest
  }

  /// Takes away as much of a row, which is 1 at its pivot, as makes the vector 0 there.
  static func eliminate(_ pivot: Int, _ row: Row, from vector: inout Row) {
    let factor = vector[pivot]
    guard factor != 0 else { return }
    let negative = prime - factor
    row.withUnsafeBufferPointer { row in
      vector.withUnsafeMutableBufferPointer { vector in
        for column in vector.indices {
          let sum = vector[column] + negative * row[column]
          let folded = (sum & prime) + (sum >> 31)
          vector[column] = folded >= prime ? folded - prime : folded
        }
      }
    }
  }

  /// A vector times whatever makes it 1 at its first entry that is not 0; nil where there is none.
  static func normalised(_ vector: Row) -> (pivot: Int, row: Row)? {
    guard let pivot = vector.firstIndex(where: { $0 != 0 }) else { return nil }
    let inverse = power(vector[pivot], prime - 2)
    return (pivot, vector.map { $0 * inverse % prime })
  }

  /// Adds what ``normalised(_:)`` made of a reduced vector.
  mutating func append(_ pivot: Int, _ row: Row) { rows.append((pivot, row)) }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), base % prime, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
