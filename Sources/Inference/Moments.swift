import ExactMath

/// Mean and spread of differences, of which every test on normal theory is made.
struct Moments: Sendable, Hashable {
  let count: Int
  let mean: Double
  /// With the divisor count − 1.
  let standardDeviation: Double

  /// Nil for fewer than two values, for values that are not finite or whose sum is not, and where
  /// the values do not differ by more than rounding does: there is no spread to measure against.
  init?(_ values: [Double]) {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let mean = Exact.sum(values) / Double(values.count)
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    guard mean.isFinite, largest > 0 else { return nil }
    // In units of the largest value no square leaves the range.
    let squares = Exact.sum(
      values.lazy.map { value in
        let share = value / largest - mean / largest
        return share * share
      })
    let spread = (squares / Double(values.count - 1)).squareRoot()
    guard spread > 1e-12 else { return nil }
    count = values.count
    self.mean = mean
    standardDeviation = spread * largest
  }

  /// The standard error of the mean.
  var standardError: Double { standardDeviation / Double(count).squareRoot() }
}
