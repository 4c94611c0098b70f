@testable import Measures
import Testing

@Suite("Measures of the work of a review that need ranks alone")
struct RanksWithoutClockTests {
  static let names = ["WSS@0.5", "WSS(round=clef)@0.95", "loss_er@1", "loss_er@3", "NormArea"]

  @Test("have the same value without a clock, with ties and answers left out", arguments: names)
  func agree(_ name: String) throws {
    let measures = try AnswerMeasures([name])
    var defined = 0
    for seed in 0..<400 {
      let sample = AnswerSample(
        seed: 90_000 + seed, items: 1...9, copies: seed % 3 == 0 ? 3 : 1, leavesOut: seed % 2 == 0)
      var timed = sample.kernel
      timed.clock = Assessment.Clock(
        model: TimeModel(), words: WordCounts(nil, items: timed.gold.count))
      var untimed = sample.kernel
      untimed.clock = nil
      let value = measures.values(of: untimed)
      #expect(value == measures.values(of: timed), "\(sample)")
      if value[0].number != nil { defined += 1 }
    }
    #expect(defined > 100)
  }
}
