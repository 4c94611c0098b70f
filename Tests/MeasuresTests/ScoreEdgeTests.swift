@testable import Measures
import Testing

@Suite("Scores at the edges of Double")
struct ScoreEdgeTests {
  static let scale = Scales.ofAnswers[0]

  private func assessment(_ gold: [UInt8], _ scores: [Double], ties: [Int32]? = nil) -> Assessment {
    var assessment = Assessment(scale: Self.scale, gold: gold)
    assessment.scores = scores
    assessment.predicted = gold
    assessment.tieOrder = ties
    return assessment
  }

  @Test("only the order of scores counts in a ranking, however large or small they are")
  func order() throws {
    let huge = assessment(
      [1, 0, 1, 0, 1], [1e308, .leastNonzeroMagnitude, 0, -.leastNonzeroMagnitude, -1e308])
    let plain = assessment([1, 0, 1, 0, 1], [5, 4, 3, 2, 1])
    let ranked =
      NaiveRankingCase.all.map(\.measure) + ["AUC", "AveragePrecision", "PRAUC", "Spearman"]
    for name in ranked {
      let kernel = try AnswerMeasure(name)
      #expect(kernel.value(of: huge) == kernel.value(of: plain), "\(name)")
    }
  }

  @Test("−0 and 0 are tied", arguments: AnswerMeasures.names)
  func zeros(_ name: String) throws {
    let kernel = try AnswerMeasure(name)
    for ties: [Int32]? in [nil, [2, 0, 3, 1], [1, 3, 0, 2]] {
      let signed = assessment([1, 0, 1, 0], [0, -0.0, -0.0, 0], ties: ties)
      let plain = assessment([1, 0, 1, 0], [0, 0, 0, 0], ties: ties)
      #expect(kernel.value(of: signed) == kernel.value(of: plain))
    }
  }

  @Test("no value is infinite or not a number", arguments: AnswerMeasures.names)
  func finite(_ name: String) throws {
    let kernel = try AnswerMeasure(name)
    let greatest = Double.greatestFiniteMagnitude
    let tiny = 2000 * Double.leastNonzeroMagnitude
    for scores in [
      [greatest, -greatest, -greatest, -greatest], [greatest, greatest, greatest, greatest],
      [greatest, 0, 0, -greatest], [tiny, 0, 0, 0], [tiny, 2 * tiny, 1e308, 0],
      [-greatest, 0.5, 1, greatest],
    ] {
      if let number = kernel.value(of: assessment([1, 0, 0, 1], scores)).number {
        #expect(number.isFinite, "\(scores)")
      }
    }
  }

  @Test("correlation at huge and at subnormal scores is that of the same scores, scaled")
  func correlation() throws {
    let kernel = try AnswerMeasure("Pearson")
    let expected = try #require(
      kernel.value(of: assessment([1, 0, 0, 1], [1, -1, -1, 0.5])).number)
    for unit in [1.7e308, 1e200, 1e-200, 1e-300] {
      let scores = [unit, -unit, -unit, unit / 2]
      let value = kernel.value(of: assessment([1, 0, 0, 1], scores))
      #expect(agree(value, expected), "\(value) in units of \(unit)")
    }
  }

  @Test(
    "scores that are all the same do not vary, however often they count and what else there is",
    arguments: ["Pearson", "Spearman"])
  func constant(_ name: String) throws {
    let kernel = try AnswerMeasure(name)
    for score in [0.1, 0.3, 0.7, 1e300] {
      for copies in Int32(1)...12 {
        var constant = assessment([1, 0, 1, 0], [score, score, score, 0.9])
        constant.copies = [copies, copies, 1, 0]
        #expect(kernel.value(of: constant).number == nil, "\(score) × \(copies)")
      }
    }
  }

  @Test("an item of next to no chance to stop at does not hide the others that are tied with it")
  func certainToGoOn() throws {
    let scale = GradeScale(grades: [0, 1, 60])
    var list = RankedList(levels: 3, hasTies: true)
    list.pool = [0, 3, 1]
    list.appendTied(levels: [0, 3, 1])
    guard case .list(_, let value) = try Measure("ERR(max=60)").bound(to: scale).function else {
      return
    }
    // The item of grade 60 stands at each of four ranks alike, and nobody stops before.
    #expect(agree(value(list), [1, 1.0 / 2, 1.0 / 3, 1.0 / 4].average))
  }
}
