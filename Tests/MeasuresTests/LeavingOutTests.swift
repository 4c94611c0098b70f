@testable import Measures
import Testing

@Suite("An answer left out never raises a score")
struct LeavingOutTests {
  /// A submission without an answer for one item, and the same with it.
  struct Sample: Sendable {
    let leftOut: AnswerSample
    let given: AnswerSample
    let item: Int
  }

  /// Some other answers may be left out in both; what is given may be any answer at all.
  static let samples: [Sample] = (0..<sampleCount).map { seed in
    var random = SeededGenerator(seed)
    let given = AnswerSample(
      seed: 60_000 + seed, items: 1...8, copies: seed % 4 == 0 ? 3 : 1,
      leavesOut: random.chance(0.6))
    let item = Int.random(in: given.kernel.gold.indices, using: &random)
    return Sample(
      leftOut: given.answering(item, false), given: given.answering(item, true), item: item)
  }

  static let sampleCount = 2000

  static let measures: [String] =
    NaiveRankingCase.all.map(\.measure) + NaiveAnswerCase.all.map(\.measure)

  @Test("in the measure's direction", arguments: measures)
  func holds(_ name: String) throws {
    let measure = try Measure(name)
    guard measure.definition.direction != .neither else { return }
    let sign = measure.definition.direction == .higherIsBetter ? 1.0 : -1.0
    for sample in Self.samples {
      guard let without = try sample.leftOut.kernel.value(of: name).number,
        let with = try sample.given.kernel.value(of: name).number
      else { continue }
      try #require(
        sign * (without - with) <= 1e-12 * max(1, abs(with)),
        "\(without) without item \(sample.item), \(with) with it: \(sample.given)")
    }
  }
}

extension AnswerSample {
  /// The same with or without an answer for one item.
  fileprivate func answering(_ item: Int, _ isAnswered: Bool) -> AnswerSample {
    var other = self
    var answered = kernel.answered ?? Array(repeating: true, count: kernel.gold.count)
    answered[item] = isAnswered
    other.kernel.answered = answered
    return other
  }
}
