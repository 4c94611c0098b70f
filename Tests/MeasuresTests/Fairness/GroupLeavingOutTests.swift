@testable import Measures
import Testing

@Suite("Answers that are left out, between groups")
struct GroupLeavingOutTests {
  @Test(
    "never make a value better, or there is none",
    arguments: NaiveGroupCase.all.map(\.measure))
  func holds(_ name: String) throws {
    let measure = try Measure(name)
    var defined = 0
    for seed in 0..<150 {
      let whole = GroupSample(seed: 210_000 + seed, items: 1...10).kernel
      var part = whole
      var random = SeededGenerator(seed)
      part.assessment.answered = whole.assessment.gold.map { _ in random.chance(0.7) }
      guard part.assessment.leftOut > 0 else { continue }
      if try whole.number(name) != nil { defined += 1 }
      let without = try part.finding(of: name).value
      guard let less = without.number else { continue }
      let value = try #require(try whole.number(name), "leaving out makes a value of \(name)")
      #expect(measure.definition.direction == .higherIsBetter)
      #expect(less <= value + 1e-12)
    }
    #expect(defined > 0)
  }
}
