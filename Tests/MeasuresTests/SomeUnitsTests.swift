import Testing

@testable import Measures

/// A group is evaluated on its own units, where resamples of it used to be copies of all.
@Suite("Some units alone have the values of all with copies of these, to the last bit")
struct SomeUnitsTests {
  /// Some of so many units, and copies of these.
  private static func part(_ seed: Int, of count: Int) -> (units: [Int32], copies: [Int32]) {
    var random = SeededGenerator(seed)
    let share = random.pick([0.2, 0.6, 1])
    let units = (0..<Int32(count)).filter { _ in random.chance(share) }
    return (units, units.map { _ in random.pick([0, 0, 1, 1, 1, 2, 4]) })
  }

  private static func spread(_ copies: [Int32], of units: [Int32], over count: Int) -> [Int32] {
    var all = Array<Int32>(repeating: 0, count: count)
    for (unit, copies) in zip(units, copies) { all[Int(unit)] = copies }
    return all
  }

  @Test("of scores and labels and of the one list")
  func answers() throws {
    let measures = try Scales.ofAnswers.map { scale in
      try AnswerMeasures.names.map { try Measure($0).bound(to: scale) }
    }
    for seed in 0..<200 {
      let whole = AnswerSample(seed: 110_000 + seed, items: 0...14, leavesOut: seed % 3 == 0).kernel
      let bound = measures[whole.scale.count - 2]
      let (items, copies) = Self.part(seed, of: whole.gold.count)
      var ofAll = AssessmentOnCopies(whole, bound)
      var ofPart = AssessmentOnCopies(whole.only(items), bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      var expected = found
      ofPart.evaluate(copies, into: &found)
      ofAll.evaluate(Self.spread(copies, of: items, over: whole.gold.count), into: &expected)
      for (index, measure) in bound.enumerated() {
        #expect(
          found[index] == expected[index], "\(measure.measure) of \(copies) of \(items): \(whole)")
      }
    }
  }

  @Test("of early detection")
  func earlyDetection() throws {
    let bound = try [
      "ERDE@5", "ERDE@50", "latencyTP", "speed", "Flatency", "F1", "AUC", "P(after=4)@3",
      "nDCG(after=9)@5",
    ].map { try Measure($0).bound(to: EarlySample.scale) }
    for seed in 0..<200 {
      let whole = EarlySample(seed: 120_000 + seed, users: 0...9, leavesOut: seed % 2 == 0).kernel
      let (users, copies) = Self.part(seed, of: whole.delays.count)
      var ofAll = EarlyDetectionOnCopies(whole, bound)
      var ofPart = EarlyDetectionOnCopies(whole.only(users), bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      var expected = found
      ofPart.evaluate(copies, into: &found)
      ofAll.evaluate(Self.spread(copies, of: users, over: whole.delays.count), into: &expected)
      #expect(found == expected, "copies \(copies) of \(users)")
    }
  }

  @Test("of a triage")
  func triage() throws {
    let names = [
      "NetSensitivity", "NetFPR", "NNE", "TotalCost", "UnderTriage", "Se(screen)", "QWK",
      "F1(macro)",
    ]
    for seed in 0..<200 {
      let whole = TriageSample(seed: 130_000 + seed, items: 0...9, leavesOut: seed % 2 == 0).kernel
      let bound = try names.map {
        try Measure($0).ofTriage.bound(to: whole.scale, stages: whole.stages)
      }
      let (items, copies) = Self.part(seed, of: whole.gold.count)
      let part = whole.only(items)
      var ofAll = TriageOnCopies(whole, bound)
      var ofPart = TriageOnCopies(part, bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      var expected = found
      ofPart.evaluate(copies, into: &found)
      ofAll.evaluate(Self.spread(copies, of: items, over: whole.gold.count), into: &expected)
      #expect(found == expected, "copies \(copies) of \(items)")
      // Who reached a stage is renumbered.
      for (stage, all) in zip(part.reached, whole.reached) {
        let kept = zip(all.items, all.scores).filter { items.contains($0.0) }
        #expect(stage.items.map { items[Int($0)] } == kept.map(\.0))
        #expect(stage.scores == kept.map(\.1))
      }
    }
  }
}
