@testable import Measures
import Testing

@Suite("A slice is its items alone")
struct SliceTests {
  /// Assessments with a group of their items: as copies of 0 and 1, and written out alone.
  static let samples: [(masked: AnswerSample, alone: Assessment)] = (0..<400).map { seed in
    var masked = AnswerSample(seed: 50_000 + seed, items: 0...12, leavesOut: seed % 2 == 0)
    var random = SeededGenerator(seed)
    let size = random.chance(0.1) ? 0 : random.pick([0.3, 0.6])
    let copies: [Int32] = masked.kernel.gold.map { _ in random.chance(size) ? 1 : 0 }
    let alone = masked.kernel.items(copies.indices.filter { copies[$0] == 1 })
    masked.kernel.copies = copies
    return (masked, alone)
  }

  static let measures = NaiveRankingCase.all.map(\.measure) + NaiveAnswerCase.all.map(\.measure)

  @Test("copies of 0 give the value of the other items alone", arguments: measures)
  func holds(_ measure: String) throws {
    for (masked, alone) in Self.samples {
      let value = try masked.kernel.value(of: measure)
      let expected = try alone.value(of: measure)
      try #require(
        agree(value, expected.number), "\(value) is not \(expected) for \(masked)")
    }
  }
}

extension Assessment {
  /// The assessment of some of the items, in their order.
  func items(_ kept: [Int]) -> Assessment {
    var part = Assessment(scale: scale, gold: kept.map { gold[$0] })
    part.scores = scores.map { scores in kept.map { scores[$0] } }
    part.predicted = predicted.map { predicted in kept.map { predicted[$0] } }
    part.probabilities = probabilities?.map { column in kept.map { column[$0] } }
    part.answered = answered.map { answered in kept.map { answered[$0] } }
    part.tieOrder = tieOrder?.compactMap { item in
      kept.firstIndex(of: Int(item)).map { Int32($0) }
    }
    return part
  }
}
