import ExactMath

/// Student's t test on the differences between two systems unit by unit.
///
/// "Student", "The probable error of a mean", Biometrika 6(1), 1908. It assumes that the units are a
/// random sample and that the mean of their differences is about normal.
package struct PairedTTest: Sendable, Hashable {
  package let t: Double
  package let degreesOfFreedom: Double
  /// The mean difference.
  package let mean: Double
  /// The standard deviation of the differences, with the divisor n − 1.
  package let standardDeviation: Double
  /// That of their mean.
  package let standardError: Double
  private let distribution: StudentDistribution

  /// The test on differences, the first system minus the second.
  ///
  /// Nil for fewer than two units, for differences that are not finite, and where they are all the
  /// same: a spread of 0 would make any difference infinitely significant.
  package init?(_ differences: [Double]) {
    guard let moments = Moments(differences),
      let distribution = StudentDistribution(degreesOfFreedom: Double(moments.count - 1))
    else { return nil }
    mean = moments.mean
    standardDeviation = moments.standardDeviation
    standardError = moments.standardError
    t = mean / standardError
    degreesOfFreedom = distribution.degreesOfFreedom
    self.distribution = distribution
  }

  /// The p-value.
  package func p(_ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: distribution.probability(outside: t)
    case .greater: distribution.probability(above: t)
    case .less: distribution.probability(below: t)
    }
  }

  /// The interval of the mean difference; nil unless the confidence lies between 0 and 1.
  package func interval(confidence: Double) -> ConfidenceInterval? {
    guard let level = ConfidenceInterval.upperLevel(of: confidence) else { return nil }
    let half = distribution.quantile(level) * standardError
    return ConfidenceInterval(low: mean - half, high: mean + half, confidence: confidence)
  }

  /// The p-values of the two one-sided tests against a difference of ±margin.
  func p(below margin: Double) -> Double {
    distribution.probability(below: (mean - margin) / standardError)
  }

  func p(above margin: Double) -> Double {
    distribution.probability(above: (mean - margin) / standardError)
  }
}
