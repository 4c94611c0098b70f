internal import ExactMath

/// A measure that is the mean of what each item has alone, for copies of items.
///
/// The sum is that of the whole measure, number by number, so that losses have the same bits; a net
/// benefit, which is made of two counts, may differ in its last digit.
struct MeanOfItems: Sendable {
  private let values: [Double]

  /// Nil where the measure is no such mean, where some item has no value, and for measures of counts,
  /// which are the faster way to what they say.
  init?(_ assessment: Assessment, _ bound: BoundMeasure) {
    guard case .assessment = bound.function, let found = assessment.itemValues(of: bound) else {
      return nil
    }
    values = found.compactMap { $0 }
    guard values.count == found.count else { return nil }
  }

  /// Nil where there are no copies.
  func value(_ copies: [Int32]) -> Double? {
    let (copies, values) = (copies.span, values.span)
    precondition(copies.count == values.count)
    var sum = CompensatedSum()
    var size = 0
    for item in copies.indices {
      size += Int(copies[item])
      sum.add(Double(copies[item]) * values[item])
    }
    guard size > 0 else { return nil }
    let mean = sum.value / Double(size)
    return mean.isFinite ? mean : nil
  }
}
