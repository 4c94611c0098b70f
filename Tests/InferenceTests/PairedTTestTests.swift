import Testing

@testable import Inference

/// Ten units of two systems.
enum TenUnits {
  static let first = [0.42, 0.55, 0.61, 0.38, 0.72, 0.50, 0.66, 0.47, 0.58, 0.69]
  static let second = [0.40, 0.49, 0.63, 0.31, 0.70, 0.44, 0.60, 0.48, 0.50, 0.61]
  static let differences = zip(first, second).map { $0 - $1 }
}

@Suite("The paired t test, equivalence and effect sizes")
struct PairedTTestTests {
  /// scipy 1.17.1, `ttest_rel`.
  @Test("agrees with scipy")
  func scipy() throws {
    let test = try #require(PairedTTest(TenUnits.differences))
    #expect(isClose(test.t, 3.613297808461347))
    #expect(test.degreesOfFreedom == 9)
    #expect(isClose(test.mean, 0.042) && isClose(test.standardDeviation, 0.03675746333890726))
    #expect(isClose(test.p(.twoSided), 0.005630276884416713, within: 1e-15))
    #expect(isClose(test.p(.greater), 0.0028151384422083563, within: 1e-15))
    #expect(isClose(test.p(.less), 0.9971848615577916))
    for (confidence, low, high) in [
      (0.9, 0.02069238926521061, 0.06330761073478938),
      (0.95, 0.01570529475454916, 0.06829470524545084),
      (0.99, 0.004224787442861727, 0.07977521255713826),
    ] {
      let interval = test.interval(confidence: confidence)
      #expect(isClose(interval?.low, low) && isClose(interval?.high, high))
    }
    #expect(test.interval(confidence: 1) == nil && test.interval(confidence: .nan) == nil)
  }

  /// statsmodels 0.15.0, `DescrStatsW.ttost_mean`.
  @Test(
    "equivalence agrees with statsmodels",
    arguments: [
      (0.05, 0.25432324579817206, 1.2054070281169402e-05),
      (0.06, 0.07794817523494192, 5.248169560699674e-06),
      (0.1, 0.0003746705845259356, 3.3058006007922674e-07),
    ])
  func equivalence(margin: Double, p: Double, other: Double) {
    let test = EquivalenceTest(TenUnits.differences, margin: margin)
    #expect(isClose(test?.p, p) && isClose(test?.pOfSuperiority, p))
    #expect(isClose(test?.pOfInferiority, other, within: 1e-18))
  }

  @Test("equivalent at α exactly where the interval of 1 − 2α lies within the margins")
  func equivalenceByInterval() throws {
    let test = try #require(PairedTTest(TenUnits.differences))
    let interval = try #require(test.interval(confidence: 0.9))
    for margin in [interval.high * 0.999, interval.high * 1.001] {
      let equivalence = EquivalenceTest(test, margin: margin)
      #expect(((equivalence?.p ?? 1) < 0.05) == (interval.high < margin))
    }
    #expect(EquivalenceTest(test, margin: 0) == nil && EquivalenceTest(test, margin: .nan) == nil)
  }

  @Test("differences without spread, too few and infinite ones have no test")
  func hostile() {
    for differences in [
      [], [0.1], [0, 0, 0], [0.25, 0.25, 0.25], [0.3 - 0.1, 0.4 - 0.2, 0.5 - 0.3],
      [1, .infinity, 2], [1, .nan], [.infinity, -.infinity], [.greatestFiniteMagnitude, 1e308],
    ] as [[Double]] {
      #expect(PairedTTest(differences) == nil, "\(differences)")
      #expect(EquivalenceTest(differences, margin: 0.1) == nil)
      #expect(EffectSize.standardizedDifference(differences) == nil)
    }
    // Neither tiny nor huge differences leave the range: only their proportions count.
    for scale in [1e-300, 1e300] {
      let test = PairedTTest(TenUnits.differences.map { $0 * scale })
      #expect(isClose(test?.t, 3.613297808461347))
    }
  }

  @Test("without a difference, one test in twenty claims one", arguments: Alternative.allCases)
  func null(alternative: Alternative) {
    var stream = RandomStream(seed: 33, purpose: .synthesis)
    let trials = 4_000
    let claims = (0..<trials).count { _ in
      let test = PairedTTest((0..<12).map { _ in stream.normal() })
      return (test?.p(alternative) ?? 1) <= 0.05
    }
    // Five standard deviations of a binomial count of mean 200.
    #expect(abs(claims - 200) < 69, "\(claims)")
  }

  /// numpy 2.4.6.
  @Test("the size of an effect")
  func effectSize() {
    let effect = EffectSize.standardizedDifference(TenUnits.differences)
    #expect(isClose(effect, 1.1426250939232683))
  }
}
