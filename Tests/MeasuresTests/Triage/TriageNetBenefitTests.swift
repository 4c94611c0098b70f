@testable import Measures
import Testing

/// Values of the Python package dcurves 1.1.7, `dca(data, outcome='y', modelnames=['m'],
/// thresholds, prevalence, harm={'m': harm})` with m = 1 for who passes and 0 for others. Its harm is
/// a number for each person, as that of one stage that everybody reaches.
@Suite("Net benefit is that of decision curve analysis")
struct TriageNetBenefitTests {
  static let outcomes: [UInt8] = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0]
  static let passes: [Int32] = [1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0]

  static let expected: [(arguments: String, value: Double)] = [
    ("threshold=0.05,harm=0", 0.19210526315789472),
    ("threshold=0.1,harm=0", 0.18333333333333332),
    ("threshold=0.2,harm=0", 0.16249999999999998),
    ("threshold=0.8,harm=0", -0.40000000000000024),
    ("threshold=0.05,prevalence=0.05,harm=0", 0.01703296703296703),
    ("threshold=0.1,prevalence=0.05,harm=0", 0.004212454212454211),
    ("threshold=0.5,prevalence=0.05,harm=0", -0.19065934065934065),
    ("threshold=0.1,harm=0.03", 0.15333333333333332),
    ("threshold=0.8,harm=0.03", -0.43000000000000027),
    ("threshold=0.2,prevalence=0.05,harm=0.03", -0.05623626373626374),
    ("threshold=0.05,prevalence=0.4,harm=0.01", 0.211283979178716),
    ("threshold=0.5,prevalence=0.4,harm=0.01", 0.0801098901098901),
  ]

  @Test("of dcurves", arguments: expected)
  func dcurves(_ example: (arguments: String, value: Double)) throws {
    let triage = Triage(
      scale: Scales.ofAnswers[0], stages: [TriageStage(name: "screen", cost: 1, tier: 1)],
      gold: Self.outcomes, passed: Self.passes, reached: [StageScores()])
    let value = try triage.value(of: "NetBenefit(\(example.arguments))").number
    #expect(abs(try #require(value) - example.value) < 1e-15)
  }
}
