import ExactMath

/// What a paired comparison can show: how many units it needs, and what so many units show.
///
/// The power of the paired t test by the noncentral t distribution (Cohen, Statistical Power
/// Analysis for the Behavioral Sciences, 1988, chapter 2). A difference that was observed stands for
/// the true one here, so a number of units is a plan for the next task, not a verdict on this one.
package struct PairedPower: Sendable, Hashable {
  /// The probability of a claim where there is no difference.
  package let level: Double
  package let alternative: Alternative

  /// The most units that are searched.
  package static let largestCount = 1_000_000_000

  /// Nil unless the level lies between 0 and 1.
  package init?(level: Double = 0.05, alternative: Alternative = .twoSided) {
    guard level > 0, level < 1 else { return nil }
    self.level = level
    self.alternative = alternative
  }

  /// The probability that a test on so many units shows a difference of `effect` standard
  /// deviations of the differences (d_z); nil for fewer than two units and an effect that is not
  /// finite.
  package func power(units: Int, effect: Double) -> Double? {
    guard units > 1, effect.isFinite,
      let central = StudentDistribution(degreesOfFreedom: Double(units - 1)),
      let shifted = NoncentralStudentDistribution(
        degreesOfFreedom: central.degreesOfFreedom,
        noncentrality: effect * Double(units).squareRoot())
    else { return nil }
    switch alternative {
    case .twoSided:
      let limit = -central.quantile(level / 2)
      return min(1, shifted.probability(above: limit) + shifted.probability(below: -limit))
    case .greater: return shifted.probability(above: -central.quantile(level))
    case .less: return shifted.probability(below: central.quantile(level))
    }
  }

  /// The smallest number of units on which a mean difference with this standard deviation of
  /// differences is shown with probability `power`.
  ///
  /// Nil where none up to ``largestCount`` is enough: no difference, one in the direction that is
  /// not tested, or a `power` outside of level to 1.
  package func units(difference: Double, standardDeviation: Double, power: Double = 0.8) -> Int? {
    guard standardDeviation > 0, power > level, power < 1 else { return nil }
    let effect = difference / standardDeviation
    func isEnough(_ units: Int) -> Bool { (self.power(units: units, effect: effect) ?? 0) >= power }
    var enough = 2
    while !isEnough(enough) {
      guard enough < Self.largestCount else { return nil }
      enough = min(enough * 2, Self.largestCount)
    }
    var tooFew = enough / 2
    while tooFew + 1 < enough {
      let middle = tooFew + (enough - tooFew) / 2
      if isEnough(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  /// The smallest mean difference that so many units show with probability `power`, where the
  /// differences have this standard deviation.
  ///
  /// A size: positive also where the alternative is ``Alternative/less``. Nil for fewer than two
  /// units, a standard deviation that is not positive and finite, or a `power` outside of level to
  /// 1.
  package func smallestDifference(
    units: Int, standardDeviation: Double, power: Double = 0.8
  ) -> Double? {
    guard units > 1, standardDeviation > 0, standardDeviation < .infinity, power > level, power < 1
    else { return nil }
    let sign = alternative == .less ? -1.0 : 1.0
    func isEnough(_ effect: Double) -> Bool {
      (self.power(units: units, effect: sign * effect) ?? 0) >= power
    }
    var enough = 1.0
    while !isEnough(enough) {
      guard enough < 0x1p100 else { return nil }
      enough *= 2
    }
    var tooSmall = 0.0
    // Bisection to 2⁻⁵⁰ of the result: the power is smooth, but known to 12 digits only.
    for _ in 0..<160 where enough - tooSmall > enough * 0x1p-50 {
      let middle = tooSmall + (enough - tooSmall) / 2
      if isEnough(middle) { enough = middle } else { tooSmall = middle }
    }
    return enough * standardDeviation
  }
}
