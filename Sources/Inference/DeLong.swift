import ExactMath

/// The placement values of one system: what its AUC is a mean of.
///
/// That of a positive is the share of negatives below it, equal ones counted half; that of a
/// negative the share of positives above it. Both have the AUC as their mean. DeLong, DeLong &
/// Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating
/// characteristic curves: a nonparametric approach", Biometrics 44(3), 1988; by mid-ranks in
/// n log n as Sun & Xu, "Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters
/// 21(11), 2014.
package struct Placements: Sendable, Hashable {
  package let positives: [Double]
  package let negatives: [Double]

  package init(positives: [Double], negatives: [Double]) {
    self.positives = positives
    self.negatives = negatives
  }

  /// The AUC; NaN without positives.
  var area: Double { Exact.sum(positives) / Double(positives.count) }

  /// The covariance of the areas of two systems on the same units: S₁₀ / m + S₀₁ / n, equations 4 to
  /// 6 of DeLong et al.
  static func covariance(_ first: Placements, _ second: Placements) -> Double {
    covariance(first.positives, second.positives) / Double(first.positives.count)
      + covariance(first.negatives, second.negatives) / Double(first.negatives.count)
  }

  /// With the divisor count − 1.
  private static func covariance(_ x: [Double], _ y: [Double]) -> Double {
    let meanX = Exact.sum(x) / Double(x.count)
    let meanY = Exact.sum(y) / Double(y.count)
    let products = zip(x, y).lazy.map { ($0 - meanX) * ($1 - meanY) }
    return Exact.sum(products) / Double(x.count - 1)
  }

  /// Two of each class at least, and every value finite.
  package var haveVariance: Bool {
    positives.count > 1 && negatives.count > 1 && positives.allSatisfy(\.isFinite)
      && negatives.allSatisfy(\.isFinite)
  }
}

/// The AUC of one system with its variance by DeLong's method.
package struct AreaUnderCurve: Sendable, Hashable {
  package let value: Double
  package let variance: Double

  /// What rounding may leave of a variance of 0.
  static let leastVariance = 1e-24

  /// Nil for fewer than two positives or two negatives and for values that are not finite.
  package init?(_ placements: Placements) {
    guard placements.haveVariance else { return nil }
    value = placements.area
    variance = max(0, Placements.covariance(placements, placements))
  }

  /// The interval on the scale of the AUC, cut to 0…1; nil unless the confidence lies between 0 and
  /// 1.
  ///
  /// An AUC of 0 or 1 has no variance, so its interval has no width: it says nothing then.
  package func interval(confidence: Double) -> ConfidenceInterval? {
    guard let level = ConfidenceInterval.upperLevel(of: confidence) else { return nil }
    let half = NormalDistribution.quantile(level) * variance.squareRoot()
    return ConfidenceInterval(low: value - half, high: value + half, confidence: confidence)
      .clamped(to: 0...1)
  }

  /// The interval made on the scale of ln(A / (1 − A)) and taken back, which stays within 0…1 and
  /// covers better near its ends; nil where the AUC is 0 or 1, or has no variance.
  ///
  /// Pepe, The Statistical Evaluation of Medical Tests for Classification and Prediction, 2003,
  /// 5.2.3.
  package func logitInterval(confidence: Double) -> ConfidenceInterval? {
    guard let level = ConfidenceInterval.upperLevel(of: confidence), value > 0, value < 1,
      variance > Self.leastVariance
    else { return nil }
    let odds = value / (1 - value)
    let half = NormalDistribution.quantile(level) * variance.squareRoot() / (value * (1 - value))
    func area(_ shift: Double) -> Double {
      let shifted = odds * Exact.exp(shift)
      return shifted < .infinity ? shifted / (1 + shifted) : 1
    }
    return ConfidenceInterval(low: area(-half), high: area(half), confidence: confidence)
  }
}

/// DeLong's test of two AUCs on the same units.
package struct DeLongTest: Sendable, Hashable {
  /// The first AUC minus the second.
  package let difference: Double
  package let covariance: Double
  package let standardError: Double
  package let z: Double

  /// Nil where the units differ in number, where one AUC has no variance (``AreaUnderCurve``), and
  /// where the difference has none: two systems that order all pairs alike, or both without a fault.
  package init?(_ first: Placements, _ second: Placements) {
    guard first.positives.count == second.positives.count,
      first.negatives.count == second.negatives.count, let one = AreaUnderCurve(first),
      let other = AreaUnderCurve(second)
    else { return nil }
    difference = one.value - other.value
    covariance = Placements.covariance(first, second)
    // The variance of the differences of placements: the same number as σ₁² + σ₂² − 2σ₁₂ without its
    // cancellation.
    let apart = Placements(
      positives: zip(first.positives, second.positives).map { $0 - $1 },
      negatives: zip(first.negatives, second.negatives).map { $0 - $1 })
    let variance = Placements.covariance(apart, apart)
    guard variance > AreaUnderCurve.leastVariance else { return nil }
    standardError = variance.squareRoot()
    z = difference / standardError
  }

  /// The p-value, by the normal distribution.
  package func p(_ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: min(1, 2 * NormalDistribution.probability(below: -z.magnitude))
    case .greater: NormalDistribution.probability(above: z)
    case .less: NormalDistribution.probability(below: z)
    }
  }

  /// The interval of the difference; nil unless the confidence lies between 0 and 1.
  package func interval(confidence: Double) -> ConfidenceInterval? {
    guard let level = ConfidenceInterval.upperLevel(of: confidence) else { return nil }
    let half = NormalDistribution.quantile(level) * standardError
    return ConfidenceInterval(
      low: difference - half, high: difference + half, confidence: confidence
    ).clamped(to: -1...1)
  }
}
