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

  @Test("copies of 0 give the value of the other items alone")
  func holds() throws {
    let kernels = try AnswerMeasures(AnswerMeasures.names)
    for (masked, alone) in Self.samples {
      let values = kernels.values(of: masked.kernel)
      let expected = kernels.values(of: alone)
      for (index, name) in AnswerMeasures.names.enumerated() {
        #expect(
          agree(values[index], expected[index].number),
          "\(name) is \(values[index]), not \(expected[index]) for \(masked)")
      }
    }
  }
}

extension Assessment {
  /// The assessment of some of the items, in their order.
  func items(_ kept: [Int]) -> Assessment {
    var part = Assessment(scale: scale, gold: kept.map { gold[$0] })
    part.clock = clock.map { Clock(model: $0.model, words: $0.words.items(kept)) }
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
