@testable import Measures
import Testing

@Suite("The ranked group fairness test")
struct RankedGroupFairnessTests {
  struct Table: Sendable, CustomTestStringConvertible {
    let proportion: Double
    let level: Double
    let minima: [Int]
    let failure: Double
    let testDescription: String

    init(_ ranks: Int, _ proportion: Double, _ level: Double, steps: [Int], _ failure: Double) {
      self.proportion = proportion
      self.level = level
      // `steps` are the first ranks at which 1, 2, 3 … are wanted.
      minima = (1...ranks).map { rank in steps.count { $0 <= rank } }
      self.failure = failure
      testDescription = "\(ranks) ranks, p \(proportion), level \(level)"
    }
  }

  /// fairsearchcore 1.0.4's tables; the probabilities of failing are exact ones, since the library's
  /// leaves out the last rank.
  static let tables: [Table] = [
    Table(10, 0.5, 0.1, steps: [4, 7, 9], 0.12890625),
    Table(10, 0.5, 0.075, steps: [4, 7, 10], 0.111328125),
    Table(12, 0.4, 0.1, steps: [5, 9, 12], 0.14037608447999994),
    Table(12, 0.4, 0.08125, steps: [5, 9], 0.11135231999999995),
    Table(20, 0.3, 0.1, steps: [7, 12, 16], 0.15806060447459047),
    Table(20, 0.3, 0.059375, steps: [8, 14, 19], 0.09681329965440588),
    Table(20, 0.5, 0.05, steps: [5, 8, 11, 13, 16, 18], 0.0986785888671875),
    Table(20, 0.5, 0.025, steps: [6, 9, 12, 15, 17, 20], 0.05330848693847656),
    Table(40, 0.25, 0.1, steps: [9, 15, 20, 25, 30, 35, 40], 0.21971005208543737),
    Table(40, 0.25, 0.046875, steps: [11, 18, 24, 29, 35, 40], 0.10939493399190703),
  ]

  @Test(
    "the least numbers are fairsearchcore's, the probability of failing is exact", arguments: tables
  )
  func table(_ table: Table) {
    let test = RankedGroupFairnessTest(
      proportion: table.proportion, level: table.level, ranks: table.minima.count)
    #expect(test.minima == table.minima)
    #expect(isClose(test.failureProbability, table.failure))
  }

  @Test("adjusted, a fair ranking fails as often as wanted at most, where the library's fail more")
  func adjusted() {
    for (ranks, proportion, level) in [
      (10, 0.5, 0.1), (12, 0.4, 0.1), (20, 0.3, 0.1), (20, 0.5, 0.05), (40, 0.25, 0.1),
      (100, 0.1, 0.05), (1, 0.3, 0.2), (300, 0.5, 0.1),
    ] {
      let test = RankedGroupFairnessTest.adjusted(
        proportion: proportion, level: level, ranks: ranks)
      #expect(test.failureProbability <= level)
      #expect(test.level <= level)
      // No higher level would do.
      let higher = RankedGroupFairnessTest(
        proportion: proportion, level: test.level * (1 + 1e-9) + 1e-12, ranks: ranks)
      #expect(test.level == level || higher.failureProbability > level)
    }
  }

  @Test("of a thousand ranks both ends of the distributions are kept")
  func long() {
    let test = RankedGroupFairnessTest(proportion: 0.3, level: 0.05, ranks: 1000)
    // scipy 1.17.1: binom.ppf(0.05, 1000, 0.3) is 276.
    #expect(test.minima.last == 276)
    #expect((0...1).contains(test.failureProbability))
    var walk = BinomialWalk(success: 0.3)
    for _ in 0..<1000 { walk.advance() }
    // scipy 1.17.1: binom.cdf(300, 1000, 0.3).
    #expect(isClose(walk.distribution(300), 0.5155, within: 1e-3))
    #expect(walk.distribution(1000) > 1 - 1e-12)
  }

  @Test("a list that never has the group fails, one that has it first passes")
  func lists() throws {
    func list(_ groups: String, level: String = "adjusted") throws -> Double? {
      var assessment = Assessment(
        scale: FairnessCase.scale, gold: Array(repeating: 0, count: groups.count))
      assessment.scores = groups.indices.enumerated().map { Double(-$0.offset) }
      return try GroupedItems(assessment, groups: groups.map(String.init))
        .number("FAIR(group=A,p=0.5,level=\(level))@10")
    }
    #expect(try list("BBBBBBBBBBAA") == 0)
    #expect(try list("ABABABABABAB") == 1)
    #expect(try list("BBBBAAAAAABB", level: "each") == 0, "the fourth has to be A")
    #expect(try list("BBBBAAAAAABB") == 1, "at the level of all together the fifth has to be")
    #expect(try list("BBBBBAAAAABB") == 0)
  }
}
