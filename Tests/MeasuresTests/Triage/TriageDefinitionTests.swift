@testable import Measures
import Testing

@Suite("Measures of a triage are what their definitions say")
struct TriageDefinitionTests {
  static let samples: [TriageSample] =
    (0..<400).map { TriageSample(seed: 70_000 + $0, items: 0...14) }
    + (0..<200).map { TriageSample(seed: 71_000 + $0, items: 0...8, copies: 3) }
    + (0..<400).map { TriageSample(seed: 72_000 + $0, items: 0...8, leavesOut: true) }

  @Test("on whole, repeated and missing items", arguments: NaiveTriageCase.all)
  func holds(_ measure: NaiveTriageCase) throws {
    var defined = 0
    for sample in Self.samples {
      let value = try sample.kernel.value(of: measure.measure)
      let expected = measure.value(sample.naive)
      if expected != nil { defined += 1 }
      try #require(
        agree(value, expected), "\(value) is not \(String(describing: expected)) for \(sample)")
    }
    #expect(defined > 200)
  }

  @Test("an answer left out never raises a score", arguments: NaiveTriageCase.all)
  func leavingOut(_ measure: NaiveTriageCase) throws {
    let isHigherBetter =
      try Measure(measure.measure).ofTriage.definition.direction == .higherIsBetter
    var compared = 0
    for sample in Self.samples {
      let given = sample.kernel
      guard let with = try given.value(of: measure.measure).number else { continue }
      for item in given.gold.indices where given.isAnswered(item) {
        guard let without = try given.leavingOut(item).value(of: measure.measure).number else {
          continue
        }
        compared += 1
        let gain = isHigherBetter ? without - with : with - without
        try #require(
          gain <= 1e-12 * max(1, abs(with)), "\(without), not \(with), without \(item): \(sample)")
      }
    }
    #expect(compared > 200)
  }

  @Test("cases missed at the stages and left out are all that are missed")
  func missed() {
    for sample in Self.samples {
      let flow = sample.kernel.flow
      let atStages = flow.stages.indices.map(flow.missed).reduce(0, +)
      let naive = sample.naive
      #expect(
        atStages + flow.leftOut(positive: true)
          == naive.cases.count { !naive.passesAll($0) }, "\(sample)")
    }
  }

  @Test("measures of labels see the tier that was assigned")
  func tiers() throws {
    for sample in Self.samples where sample.kernel.passed.allSatisfy({ $0 >= 0 }) {
      let people = sample.naive.people
      let right = people.count { $0.needed == sample.naive.tier($0.passed ?? 0) }
      #expect(
        agree(
          try sample.kernel.value(of: "Accuracy"), NaiveTriage.share(right, people.count)))
    }
  }
}

extension Triage {
  /// The same without an answer for one item.
  func leavingOut(_ item: Int) -> Triage {
    var passed = passed
    passed[item] = -1
    let reached = reached.map { stage in
      let kept = stage.items.indices.filter { stage.items[$0] != Int32(item) }
      return StageScores(items: kept.map { stage.items[$0] }, scores: kept.map { stage.scores[$0] })
    }
    var other = Triage(
      scale: scale, stages: stages, gold: gold, passed: passed, reached: reached,
      tiesAreBroken: tiesAreBroken)
    other.copies = copies
    return other
  }
}

extension NaiveTriageCase: CustomTestStringConvertible {
  var testDescription: String { measure }
}
