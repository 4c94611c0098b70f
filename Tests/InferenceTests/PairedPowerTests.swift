import Testing

@testable import Inference

@Suite("Power")
struct PairedPowerTests {
  /// statsmodels 0.15.0, `TTestPower.power`.
  @Test(
    "agrees with statsmodels",
    arguments: [
      (0.2, 50, 0.05, .twoSided, 0.2835924146674735),
      (0.5, 20, 0.01, .twoSided, 0.2973460776751171),
      (0.3, 100, 0.05, .greater, 0.9089875037344205),
      (0.05, 1000, 0.05, .twoSided, 0.3520450126456206),
      (1.0, 5, 0.05, .twoSided, 0.4013899173717948),
    ] as [(Double, Int, Double, Alternative, Double)])
  func power(effect: Double, units: Int, level: Double, alternative: Alternative, p: Double) {
    let plan = PairedPower(level: level, alternative: alternative)
    #expect(isClose(plan?.power(units: units, effect: effect), p, within: 1e-11))
    // The mirror image has the same power.
    let mirror: Alternative = alternative == .greater ? .less : alternative
    let other = PairedPower(level: level, alternative: mirror)
    #expect(isClose(other?.power(units: units, effect: -effect), p, within: 1e-11))
  }

  /// statsmodels 0.15.0, `TTestPower.solve_power`, whose units are fractions.
  @Test(
    "units needed are those of statsmodels, rounded up",
    arguments: [
      (0.2, 0.8, 0.05, .twoSided, 199), (0.05, 0.9, 0.05, .twoSided, 4_205),
      (0.5, 0.8, 0.01, .greater, 43), (0.01, 0.8, 0.05, .twoSided, 78_491),
      (1.5, 0.8, 0.05, .twoSided, 6),
    ] as [(Double, Double, Double, Alternative, Int)])
  func units(effect: Double, power: Double, level: Double, alternative: Alternative, units: Int) {
    let plan = PairedPower(level: level, alternative: alternative)
    // Only the quotient of difference and standard deviation matters.
    #expect(
      plan?.units(difference: effect * 0.25, standardDeviation: 0.25, power: power) == units)
  }

  /// statsmodels 0.15.0, `TTestPower.power`, inverted by scipy 1.17.1, `brentq`: its own
  /// `solve_power` stops after four digits.
  @Test(
    "the smallest difference agrees with statsmodels",
    arguments: [
      (50, 0.8, 0.05, .twoSided, 0.40418300213604247),
      (1000, 0.8, 0.05, .twoSided, 0.0886790755942638),
      (10, 0.9, 0.01, .greater, 1.3540539680794499),
      (125, 0.8, 0.05, .less, nil), (125, 0.8, 0.05, .twoSided, 0.2525427158868571),
    ] as [(Int, Double, Double, Alternative, Double?)])
  func smallest(
    units: Int, power: Double, level: Double, alternative: Alternative, expected: Double?
  ) throws {
    let plan = try #require(PairedPower(level: level, alternative: alternative))
    let found = try #require(
      plan.smallestDifference(units: units, standardDeviation: 2, power: power))
    if let expected { #expect(isClose(found, 2 * expected, within: 1e-9)) }
    let sign = alternative == .less ? -1.0 : 1.0
    #expect(isClose(plan.power(units: units, effect: sign * found / 2), power, within: 1e-10))
  }

  @Test("questions without an answer")
  func hostile() throws {
    for level in [0, 1, -1, 2, .nan] as [Double] { #expect(PairedPower(level: level) == nil) }
    let plan = try #require(PairedPower())
    for (difference, spread) in [
      (0, 1), (.nan, 1), (1, 0), (1, -1), (1, .nan), (.infinity, 1), (1e-9, 1), (1, .infinity),
    ] as [(Double, Double)] {
      #expect(plan.units(difference: difference, standardDeviation: spread) == nil)
    }
    for power in [0, 0.05, 1, 2, .nan] as [Double] {
      #expect(plan.units(difference: 1, standardDeviation: 1, power: power) == nil)
      #expect(plan.smallestDifference(units: 9, standardDeviation: 1, power: power) == nil)
    }
    #expect(plan.power(units: 1, effect: 1) == nil && plan.power(units: 9, effect: .nan) == nil)
    #expect(plan.smallestDifference(units: 1, standardDeviation: 1) == nil)
    #expect(plan.units(difference: 1e200, standardDeviation: 1) == 2)
    // One-sided and in the other direction.
    #expect(
      PairedPower(alternative: .less)?.units(difference: 1, standardDeviation: 1) == nil)
  }
}
