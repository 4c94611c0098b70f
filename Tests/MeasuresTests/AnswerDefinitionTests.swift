@testable import Measures
import Testing

@Suite("Measures of scores and labels are what their definitions say")
struct AnswerDefinitionTests {
  static let samples: [AnswerSample] =
    (0..<500).map { AnswerSample(seed: 10_000 + $0, items: 0...12) }
    + (0..<200).map { AnswerSample(seed: 20_000 + $0, items: 0...8, copies: 3) }

  /// Samples in which some items have no answer.
  static let incomplete: [AnswerSample] = (0..<300).map {
    AnswerSample(seed: 30_000 + $0, items: 1...7, copies: $0 % 3 == 0 ? 2 : 1, leavesOut: true)
  }

  @Test("on whole and repeated items", arguments: NaiveAnswerCase.all)
  func complete(_ measure: NaiveAnswerCase) throws {
    let kernel = try AnswerMeasure(measure.measure)
    for sample in Self.samples {
      let value = kernel.value(of: sample.kernel)
      let expected = measure.value(sample.naive)
      try #require(
        agree(value, expected, within: measure.measure == "ECCEp" ? 1e-9 : 1e-12),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }

  @Test("where answers are left out: the worst", arguments: NaiveAnswerCase.all)
  func leftOut(_ measure: NaiveAnswerCase) throws {
    let kernel = try AnswerMeasure(measure.measure)
    for sample in Self.incomplete where sample.kernel.leftOut <= 4 {
      let value = kernel.value(of: sample.kernel)
      let expected = measure.value(sample.naive)
      try #require(
        agree(value, expected, within: measure.measure == "ECCEp" ? 1e-9 : 1e-12),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }
}

@Suite("Ranking measures over the one list of an assessment")
struct AssessmentListDefinitionTests {
  static let samples: [(sample: AnswerSample, list: NaiveList, arrangements: [NaiveList])] =
    (0..<400).compactMap { seed in
      let sample = AnswerSample(
        seed: 40_000 + seed, items: 0...7, copies: seed % 3 == 0 ? 3 : 1, leavesOut: seed % 2 == 0)
      let list = sample.naiveList
      guard list.permutationCount <= 720 else { return nil }
      return (sample, list, sample.kernel.tieOrder == nil ? list.arrangements : [list])
    }

  @Test(
    "are what their definitions say, with what is left out on top and never found",
    arguments: NaiveRankingCase.all)
  func holds(_ measure: NaiveRankingCase) throws {
    let kernel = try AnswerMeasure(measure.measure)
    for (sample, list, arrangements) in Self.samples {
      let hasTies = sample.kernel.tieOrder == nil
      if hasTies, measure.ties == .approximate { continue }
      let value = kernel.value(of: sample.kernel)
      var expected = measure.value(of: list, arrangements: arrangements, hasTies: hasTies)
      if sample.kernel.leftOut > 0, measure.isOfWholeOrder { expected = nil }
      try #require(
        agree(value, expected),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }
}

extension NaiveRankingCase {
  /// Correlations with the gold's order have no worst place for an item without an answer.
  var isOfWholeOrder: Bool {
    ["tau", "tauAP", "rho", "RBO"].contains { measure.prefix { $0 != "(" } == $0 }
  }
}
