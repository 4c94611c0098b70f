/// A running sum that carries its own rounding error along.
///
/// The error stays near 1 ulp of the result, however many numbers there are, plus n² · 2⁻¹⁰⁶ of the
/// sum of their magnitudes; a plain running sum is off by up to n · 2⁻⁵³ of it. The numbers are
/// added in the order of the calls: the same numbers in another order may give other bits, so who
/// shares work between threads stores the numbers and adds them in one order. Adding takes
/// constant time.
///
/// The method is that of Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen", ZAMM 54, 1974. It differs from Kahan's where a number is larger than the sum.
public struct CompensatedSum: Sendable, Hashable {
  @usableFromInline var sum: Double
  @usableFromInline var compensation: Double

  /// A sum of no numbers, +0.
  @inlinable
  public init() {
    sum = 0
    compensation = 0
  }

  /// Adds one number.
  @inlinable
  public mutating func add(_ number: Double) {
    let next = sum + number
    // Whichever is smaller loses its last digits; they are the difference, which is exact.
    compensation +=
      sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  /// The sum of the numbers so far.
  ///
  /// Infinite if a number was infinite or a partial sum left the range of `Double`; the one bit
  /// pattern `Double.nan` if a number was NaN or infinities of both signs met.
  @inlinable
  public var value: Double {
    // With an infinite sum the compensation is NaN.
    guard sum.isFinite else { return sum.isNaN ? .nan : sum }
    return sum + compensation
  }
}

extension Exact {
  /// The compensated sum of the values in the order of the sequence, as by ``CompensatedSum``; +0
  /// for none.
  ///
  /// Takes time linear in the number of values.
  @inlinable
  public static func sum(_ values: some Sequence<Double>) -> Double {
    var total = CompensatedSum()
    for value in values {
      total.add(value)
    }
    return total.value
  }
}
