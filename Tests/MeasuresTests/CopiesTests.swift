import Testing

@testable import Measures

@Suite("Measures on copies are measures of what is written that often")
struct CopiesTests {
  /// Several copies for each sample: what is kept from one must not enter the next.
  static func copies(_ seed: Int, of count: Int) -> [[Int32]] {
    var random = SeededGenerator(seed)
    return (0..<3).map { _ in (0..<count).map { _ in random.pick([0, 0, 1, 1, 1, 2, 4]) } }
      + [Array(repeating: 1, count: count)]
  }

  static func agree(_ found: Double?, _ expected: MeasureValue) -> Bool {
    switch (found, expected.number) {
    case (nil, nil): true
    case (let found?, let expected?): abs(found - expected) <= 1e-12 * max(1, abs(expected))
    default: false
    }
  }

  @Test("of scores and labels and of the one list")
  func answers() throws {
    let measures = try Scales.ofAnswers.map { scale in
      try AnswerMeasures.names.map { try Measure($0).bound(to: scale) }
    }
    for seed in 0..<150 {
      let sample = AnswerSample(seed: 60_000 + seed, items: 0...12, leavesOut: seed % 3 == 0)
      let bound = measures[sample.kernel.scale.count - 2]
      var onCopies = AssessmentOnCopies(sample.kernel, bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      for copies in Self.copies(seed, of: sample.kernel.gold.count) {
        onCopies.evaluate(copies, into: &found)
        var assessment = sample.kernel
        assessment.copies = copies
        for (index, value) in assessment.values(of: bound).enumerated() {
          #expect(
            Self.agree(found[index], value),
            "\(bound[index].measure) is \(found[index] as Any), not \(value), of \(copies): \(sample)"
          )
        }
      }
    }
  }

  @Test("placements have AUC as their mean, ties and items without an answer among them")
  func placements() throws {
    let auc = try AnswerMeasure("AUC")
    var found = 0
    for seed in 0..<300 {
      let sample = AnswerSample(seed: 90_000 + seed, items: 0...12, leavesOut: seed % 3 == 0).kernel
      let value = auc.value(of: sample).number
      let placements = sample.placements
      #expect((value == nil) == (placements == nil))
      guard let value, let placements else { continue }
      found += 1
      for column in [placements.positives, placements.others] {
        #expect(abs(column.reduce(0, +) / Double(column.count) - value) < 1e-12)
      }
    }
    #expect(found > 100)
  }

  @Test("of early detection")
  func earlyDetection() throws {
    let bound = try [
      "ERDE@5", "ERDE@50", "latencyTP", "speed", "Flatency", "F1", "P", "AUC", "P(after=4)@3",
      "nDCG(after=9)@5", "nDCG@5",
    ].map { try Measure($0).bound(to: EarlySample.scale) }
    for seed in 0..<150 {
      let sample = EarlySample(seed: 70_000 + seed, users: 0...9, leavesOut: seed % 2 == 0)
      var onCopies = EarlyDetectionOnCopies(sample.kernel, bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      for copies in Self.copies(seed, of: sample.kernel.delays.count) {
        onCopies.evaluate(copies, into: &found)
        var detection = sample.kernel
        detection.assessment.copies = copies
        for (index, value) in detection.values(of: bound).enumerated() {
          #expect(
            Self.agree(found[index], value),
            "\(bound[index].measure) is \(found[index] as Any), not \(value): \(sample)")
        }
      }
    }
  }

  @Test("of a triage")
  func triage() throws {
    let names = [
      "NetSensitivity", "NetFPR", "PPV", "NNE", "TotalCost", "CostPerCase", "UnderTriage",
      "Se(screen)", "FPR(stage=screen)", "QWK", "F1(macro)",
    ]
    for seed in 0..<150 {
      let sample = TriageSample(seed: 80_000 + seed, items: 0...9, leavesOut: seed % 2 == 0).kernel
      let bound = try names.map {
        try Measure($0).ofTriage.bound(to: sample.scale, stages: sample.stages)
      }
      var onCopies = TriageOnCopies(sample, bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      for copies in Self.copies(seed, of: sample.gold.count) {
        onCopies.evaluate(copies, into: &found)
        var triage = sample
        triage.copies = copies
        for (index, value) in triage.values(of: bound).enumerated() {
          #expect(
            Self.agree(found[index], value),
            "\(bound[index].measure) is \(found[index] as Any), not \(value)")
        }
      }
    }
  }

  @Test("of people and their posts, tied, not tied and left out", arguments: NaivePeopleCase.all)
  func people(_ measure: NaivePeopleCase) throws {
    let scale = PrioritizationTests.scale
    let bound = try [Measure(measure.measure).bound(to: scale)]
    for seed in 0..<30 {
      // Copies of a person are written side by side; few enough for all orders of the ideal.
      let people = PrioritizationTests.sample(seed, people: 0...4, posts: 0...3)
      var random = SeededGenerator(seed)
      let copies = people.map { _ in Int32(random.pick([0, 1, 1, 2])) }
      var onCopies = PeopleOnCopies(
        PrioritizationTests.list(people.map { [$0.listed()] }),
        order: people.indices.map(Int32.init),
        bound)
      var found: [Double?] = [nil]
      onCopies.evaluate(copies, into: &found)
      let written = zip(people, copies).flatMap { Array(repeating: $0, count: Int($1)) }
      let expected = measure.value(written)
      #expect((found[0] == nil) == (expected == nil))
      if let value = found[0], let expected { #expect(abs(value - expected) < 1e-12) }
    }
  }

  @Test("of tied people in another order than that of the columns, some without a score")
  func tiedPeople() throws {
    let bound = try ["hTBG", "nhTBG", "hTBG(halflife=20)"].map {
      try Measure($0).bound(to: PrioritizationTests.scale)
    }
    for seed in 0..<100 {
      let listed = PrioritizationTests.sample(seed, people: 4...8, posts: 0...3).map { $0.listed() }
      var random = SeededGenerator(seed)
      let copies = listed.map { _ in Int32(random.pick([0, 1, 1, 2, 3])) }
      let order = Array(Int32(0)..<Int32(listed.count)).shuffled(using: &random)
      let (leftOut, tied) = (seed % 3, 3)
      var list = PeopleInOrder()
      var written = PeopleInOrder()
      for person in order.prefix(leftOut).map({ Int($0) }) {
        list.leaveOut(listed[person])
        for _ in 0..<copies[person] { written.leaveOut(listed[person]) }
      }
      let groups =
        [Array(order.dropFirst(leftOut).prefix(tied))]
        + order.dropFirst(leftOut + tied).map { [$0] }
      for group in groups {
        list.append(group.map { listed[Int($0)] })
        written.append(
          group.flatMap { Array(repeating: listed[Int($0)], count: Int(copies[Int($0)])) })
      }
      var onCopies = PeopleOnCopies(list, order: order, bound)
      var found = Array<Double?>(repeating: nil, count: bound.count)
      onCopies.evaluate(copies, into: &found)
      for (index, measure) in bound.enumerated() {
        guard case .people(let value) = measure.function else { continue }
        #expect(Self.agree(found[index], value(written)), "\(measure.measure), seed \(seed)")
      }
    }
  }
}
