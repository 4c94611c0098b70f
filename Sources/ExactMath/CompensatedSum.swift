/// A running sum that carries its own rounding error (Neumaier 1974).
public struct CompensatedSum: Sendable, Hashable {
  @usableFromInline var sum: Double
  @usableFromInline var compensation: Double

  /// An empty sum.
  @inlinable
  public init() {
    sum = 0
    compensation = 0
  }

  /// Adds one number.
  @inlinable
  public mutating func add(_ number: Double) {
    let next = sum + number
    if next.isFinite {
      compensation +=
        sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
    }
    sum = next
  }

  /// The sum of the numbers so far.
  @inlinable
  public var value: Double {
    sum.isFinite ? sum + compensation : sum
  }
}

extension Exact {
  /// The compensated sum of the values, added in the order of the sequence.
  @inlinable
  public static func sum(_ values: some Sequence<Double>) -> Double {
    var total = CompensatedSum()
    for value in values {
      total.add(value)
    }
    return total.value
  }
}
