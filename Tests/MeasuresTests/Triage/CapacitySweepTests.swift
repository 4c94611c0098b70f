@testable import Measures
import Testing

@Suite("A sweep of capacities")
struct CapacitySweepTests {
  static let samples: [TriageSample] =
    (0..<500).map { TriageSample(seed: 80_000 + $0, items: 2...7, scores: 2) }
    + (0..<150).map { TriageSample(seed: 81_000 + $0, items: 0...7, leavesOut: true) }
    + (0..<60).map { TriageSample(seed: 82_000 + $0, items: 0...3, copies: 2, scores: 1) }

  @Test("gives the mean, the lowest and the highest over all orders of ties, at every stage")
  func holds() throws {
    var tied = 0
    var undefined = 0
    for sample in Self.samples {
      for stage in sample.kernel.stages.indices {
        let size = sample.kernel.flow.size
        let capacities = Array(0...(size + 1))
        let rows = CapacitySweep(sample.kernel, stage: stage).rows(capacities)
        let naive = sample.capacities(stage)
        for (row, capacity) in zip(rows, capacities) {
          let outcomes = naive.outcomes(capacity: capacity)
          let words = "stage \(stage), capacity \(capacity): \(sample)"
          if outcomes.contains(where: { $0 == nil }) {
            undefined += 1
            try #require(row.cost.value.number == nil, "\(words)")
            try #require(row.sensitivity.value.number == nil, "\(words)")
            continue
          }
          let all = outcomes.compactMap { $0 }
          try check(row.sensitivity, all.map(\.sensitivity), words)
          try check(row.predictiveValue, all.map(\.predictiveValue), words)
          try check(row.cost, all.map(\.cost), words)
          try check(row.missed, all.map(\.missed), words)
          if row.missed.low != row.missed.high { tied += 1 }
        }
      }
    }
    #expect(tied > 200)
    #expect(undefined > 300)
  }

  private func check(
    _ estimate: CapacitySweep.Estimate, _ values: [Double?], _ words: String
  ) throws {
    let numbers = values.compactMap { $0 }
    guard let low = numbers.min(), let high = numbers.max() else {
      return try #require(estimate.value.number == nil, "\(words)")
    }
    try #require(
      agree(estimate.value, numbers.average),
      "\(estimate.value) is not \(numbers.average), \(words)")
    try #require(abs((estimate.low ?? .nan) - low) < 1e-9, "\(words)")
    try #require(abs((estimate.high ?? .nan) - high) < 1e-9, "\(words)")
  }

  @Test("at the capacity that the pass column has used is the scorecard, where scores decided")
  func agreesWithScorecard() throws {
    let scores = [9.0, 8, 7, 6, 5, 4]
    let triage = Triage(
      scale: Scales.ofAnswers[1], stages: MeasureExample.stages, gold: [2, 0, 2, 1, 2, 0],
      passed: [2, 2, 2, 1, 1, 1],
      reached: Array(repeating: StageScores(items: [0, 1, 2, 3, 4, 5], scores: scores), count: 2))
    let row = try #require(CapacitySweep(triage, stage: 1).rows([3]).first)
    for (name, estimate) in [
      ("NetSensitivity", row.sensitivity), ("PPV", row.predictiveValue), ("TotalCost", row.cost),
    ] {
      #expect(try triage.value(of: name).number == estimate.value.number)
    }
  }

  @Test("does not depend on the order of the capacities")
  func anyOrder() {
    let triage = Self.samples[7].kernel
    let sweep = CapacitySweep(triage, stage: 0)
    #expect(sweep.rows([5, 1, 3, 0]) == [5, 1, 3, 0].map { sweep.rows([$0])[0] })
  }

  @Test("with ties broken takes the first")
  func brokenTies() throws {
    let triage = Triage(
      scale: Scales.ofAnswers[0], stages: [TriageStage(name: "screen", cost: 1, tier: 1)],
      gold: [1, 0, 1], passed: [1, 0, 0],
      reached: [StageScores(items: [0, 1, 2], scores: [1, 1, 1])], tiesAreBroken: true)
    let rows = CapacitySweep(triage, stage: 0).rows([1, 2])
    #expect(rows.map(\.predictiveValue.value.number) == [1, 0.5])
    #expect(rows[0].missed.low == rows[0].missed.high)
  }

  @Test("of a million tied people is found at once")
  func million() throws {
    let count = 1_000_000
    let triage = Triage(
      scale: Scales.ofAnswers[0],
      stages: [
        TriageStage(name: "screen", cost: 1, tier: 0),
        TriageStage(name: "interview", cost: 9, tier: 1),
      ],
      gold: (0..<count).map { $0 % 10 == 0 ? 1 : 0 },
      passed: (0..<count).map { $0 % 20 == 0 || $0 % 3 == 0 ? 2 : 1 },
      reached: Array(
        repeating: StageScores(
          items: Array(0..<Int32(count)), scores: Array(repeating: 0.5, count: count)), count: 2))
    let row = try #require(CapacitySweep(triage, stage: 0).rows([1000]).first)
    let value = try #require(row.predictiveValue.value.number)
    let found = try #require(row.sensitivity.value.number)
    // A share of a/(a + b) whatever the number that passes both.
    let passing = triage.flow.passing(2, positive: true)
    #expect(abs(value - Double(passing) / Double(triage.flow.passing(2))) < 1e-9)
    #expect(abs(found - 1000 * Double(passing) / 1e6 / 1e5) < 1e-12)
    #expect(row.missed.low == 99_000 && row.missed.high == 100_000)
  }

  @Test("of nobody, of one class and of one person has values or reasons")
  func small() throws {
    for gold in [[], [0], [1], [1, 1], [0, 0]] as [[UInt8]] {
      let triage = Triage(
        scale: Scales.ofAnswers[0], stages: [TriageStage(name: "screen", cost: 1, tier: 1)],
        gold: gold, passed: gold.map { _ in 1 },
        reached: [
          StageScores(
            items: gold.indices.map { Int32($0) }, scores: gold.map { _ in 0 })
        ])
      for row in CapacitySweep(triage, stage: 0).rows([0, 1, 2, 1_000_000_000]) {
        #expect(row.sensitivity.value.number != nil || row.sensitivity.value.reason != nil)
        #expect(row.cost.value.number == Double(gold.count))
        #expect((row.sensitivity.value.number == nil) == !gold.contains(1))
      }
    }
  }
}

extension TriageSample {
  func capacities(_ stage: Int) -> NaiveCapacity {
    var scores = Array<Double?>(repeating: nil, count: kernel.gold.count)
    for (item, score) in zip(kernel.reached[stage].items, kernel.reached[stage].scores) {
      scores[Int(item)] = score
    }
    let naive = naive
    let expanded = kernel.gold.indices.flatMap { item in
      Array(repeating: scores[item], count: kernel.count(item))
    }
    return NaiveCapacity(
      triage: naive, people: zip(naive.people, expanded).map { .init(person: $0, score: $1) },
      stage: stage)
  }
}
