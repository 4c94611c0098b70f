import ExactMath

/// What became of units: a hit or a miss, a number, or nothing where the outcome is not of them.
///
/// Kept as deviations from the mean of all that the outcome is of, in whole numbers, so that sums
/// over subgroups are exact and do not depend on their order.
package struct SubgroupOutcome: Sendable {
  /// In steps; 0 where the outcome is not of the unit.
  let deviations: [Int64]
  /// What one step is worth.
  let step: Double
  /// 1 where the outcome is of the unit, 0 where not.
  let isCounted: [Int64]
  /// Units that the outcome is of: those that a rate is conditioned on.
  package let counted: Int
  /// Nil for numbers.
  package let hits: Int?
  /// The rate, or the mean, of all of them; nil where there are none.
  package let overall: Double?

  /// A rate. Deviations are whole: counted · (0 or 1) − hits, in steps of 1 / counted.
  ///
  /// - Parameter outcomes: one a unit; nil where the rate is not conditioned on it.
  package init(rate outcomes: [Bool?]) {
    let counted = outcomes.count { $0 != nil }
    let hits = outcomes.count { $0 == true }
    self.counted = counted
    self.hits = hits
    overall = counted > 0 ? Double(hits) / Double(counted) : nil
    step = counted > 0 ? 1 / Double(counted) : 0
    isCounted = outcomes.map { $0 == nil ? 0 : 1 }
    let (hit, miss) = (Int64(counted - hits), Int64(-hits))
    deviations = outcomes.map { $0.map { $0 ? hit : miss } ?? 0 }
  }

  /// A number. A step is as small as the sums allow: with a million units about 10⁻¹² of their mean
  /// deviation.
  ///
  /// Nil where a number is not finite, or so large that sums might not be.
  ///
  /// - Parameter outcomes: one a unit; nil where there is none.
  package init?(numbers outcomes: [Double?]) {
    let numbers = outcomes.compactMap(\.self)
    guard numbers.allSatisfy({ $0.magnitude < 0x1p900 }) else { return nil }
    counted = numbers.count
    hits = nil
    isCounted = outcomes.map { $0 == nil ? 0 : 1 }
    let mean = numbers.isEmpty ? nil : Exact.sum(numbers) / Double(numbers.count)
    overall = mean
    let apart = numbers.reduce(0) { $0 + ($1 - (mean ?? 0)).magnitude }
    // Below this the numbers differ by rounding alone.
    let noise = numbers.reduce(0) { max($0, $1.magnitude) } * 0x1p-50 * Double(numbers.count)
    guard apart > max(noise, 0x1p-900) else {
      step = 0
      deviations = Array(repeating: 0, count: outcomes.count)
      return
    }
    let step = apart * 0x1p-60
    self.step = step
    deviations = outcomes.map { outcome in
      outcome.map { Int64((($0 - (mean ?? 0)) / step).rounded()) } ?? 0
    }
  }

  /// The largest γ of any set of units whatever: that of all above the mean.
  ///
  /// For a rate r of n₀ of n units it is n₀ / n · r (1 − r).
  package var largestViolation: Double {
    let above = deviations.reduce(0) { $0 &+ max(0, $1) }
    return violation(above)
  }

  /// The numerator of a rate from the sum of the deviations; nil for numbers.
  func hits(ofSum sum: Int64, counted: Int) -> Int? {
    // deviations = counted in all · hits − counted · all hits
    hits.map { Int((sum + Int64(counted) * Int64($0)) / Int64(max(1, self.counted))) }
  }

  /// A subgroup that is too small with its value.
  func withValue(_ small: SmallSubgroup) -> SmallSubgroup {
    guard small.size > 0, let overall else { return small }
    var small = small
    small.hits = hits(ofSum: small.sum, counted: small.size)
    small.value =
      small.hits.map { Double($0) / Double(small.size) }
      ?? overall + Double(small.sum) * step / Double(small.size)
    return small
  }

  /// γ of a sum of deviations.
  func violation(_ sum: Int64) -> Double {
    deviations.isEmpty ? 0 : Double(sum.magnitude) * step / Double(deviations.count)
  }

  /// What sums that are equal may differ by: half a step a number.
  var rounding: Int64 { hits == nil ? Int64(counted) : 0 }
}
