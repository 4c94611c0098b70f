import Testing

@testable import Inference

@Suite("Intervals of rates")
struct ProportionIntervalTests {
  /// statsmodels 0.15.0, `proportion_confint(method="wilson")`, and scipy 1.17.1 for the first eight.
  @Test("Wilson's interval agrees with statsmodels and scipy", arguments: wilsonCases)
  func wilson(_ k: Double, _ n: Double, _ confidence: Double, _ expected: ClosedRange<Double>) {
    let interval = ProportionInterval.wilson(successes: k, of: n, confidence: confidence)
    #expect(isClose(interval?.low, expected.lowerBound))
    #expect(isClose(interval?.high, expected.upperBound))
    #expect(interval?.contains(k / n) == true)
  }

  private static let wilsonCases: [(Double, Double, Double, ClosedRange<Double>)] = [
    (3, 17, 0.95, 0.061911266376209945...0.4102945856883412),
    (6, 10, 0.95, 0.3126737697336583...0.8318196702937639),
    (9, 11, 0.95, 0.5230194380391557...0.9486323102539149),
    (10, 10, 0.95, 0.7224672001371109...1),
    (12, 28, 0.95, 0.26508547124123705...0.6092921437253124),
    (16, 20, 0.95, 0.5839825677481065...0.9193423374202021),
    (3, 12, 0.95, 0.08894166839405471...0.5323053349335657),
    (6, 16, 0.95, 0.18481232558863633...0.6135895945449727),
    (0, 10, 0.95, 0...0.2775327998628892),
    (10, 10, 0.99, 0.6011459066950919...1),
    (125, 1000, 0.9, 0.1088030011321795...0.14322068129764087),
    (1, 1, 0.95, 0.20654931437723745...1),
  ]

  /// statsmodels 0.15.0, `confint_proportions_2indep(method="newcomb")`.
  @Test("Newcombe's interval agrees with statsmodels", arguments: newcombeCases)
  func newcombe(_ counts: [Double], _ confidence: Double, _ expected: ClosedRange<Double>) {
    let interval = ProportionInterval.newcombe(
      successes: counts[0], of: counts[1], minus: counts[2], of: counts[3], confidence: confidence)
    #expect(isClose(interval?.low, expected.lowerBound))
    #expect(isClose(interval?.high, expected.upperBound))
  }

  private static let newcombeCases: [([Double], Double, ClosedRange<Double>)] = [
    ([3, 17, 6, 10], 0.95, -0.682110535901644 ... -0.053083701323905386),
    ([9, 11, 10, 10], 0.95, -0.47698056196084426...0.1248441502044953),
    ([12, 28, 16, 20], 0.95, -0.5738396673326414 ... -0.08978427817477125),
    ([3, 12, 6, 16], 0.95, -0.412862433820089...0.21539338070819702),
    ([0, 10, 0, 20], 0.95, -0.16112515805281938...0.2775327998628892),
    ([10, 10, 0, 10], 0.95, 0.6075093504305242...1),
    ([50, 100, 30, 90], 0.9, 0.04875466312060456...0.27772314532281306),
  ]

  @Test("what is no rate has no interval")
  func hostile() {
    for (k, n, confidence) in [
      (0, 0, 0.95), (1, 0, 0.95), (3, 2, 0.95), (-1, 2, 0.95), (.nan, 2, 0.95), (1, .nan, 0.95),
      (1, .infinity, 0.95), (1, 2, 0), (1, 2, 1), (1, 2, .nan), (1, 2, 95),
    ] as [(Double, Double, Double)] {
      #expect(ProportionInterval.wilson(successes: k, of: n, confidence: confidence) == nil)
      #expect(
        ProportionInterval.newcombe(
          successes: 1, of: 2, minus: k, of: n, confidence: confidence) == nil)
    }
  }

  @Test("more units, less width")
  func narrows() {
    let widths = [10.0, 100, 1_000, 1e6].compactMap {
      ProportionInterval.wilson(successes: $0 * 0.3, of: $0, confidence: 0.95)?.width
    }
    #expect(widths.count == 4 && zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
  }
}
