import Testing

@testable import Measures

@Suite("Means of items")
struct MeanOfItemsTests {
  static let measures = [
    "Accuracy", "Brier", "Brier(all)", "LogLoss", "LogLoss(all)", "MAE",
    "NetBenefit(threshold=0.3)",
  ]

  @Test("are the mean of what each item has alone", arguments: measures, [false, true])
  func mean(name: String, leavesOut: Bool) throws {
    let measure = try Measure(name)
    #expect(measure.isMeanOfItems)
    let scale = GradeScale(
      names: ["none", "low", "severe"], grades: [0, 1, 2], positive: [false, false, true])
    let bound = try measure.bound(to: scale)
    var all = Assessment(scale: scale, gold: [0, 2, 1, 2, 0, 0, 1])
    all.scores = [0.1, 0.9, 0.4, 0.2, 0.6, 0.05, 0.3]
    all.predicted = [0, 2, 2, 0, 1, 0, 1]
    all.probabilities = [
      [0.8, 0.05, 0.3, 0.6, 0.2, 0.9, 0.3], [0.1, 0.05, 0.3, 0.2, 0.2, 0.05, 0.4],
      [0.1, 0.9, 0.4, 0.2, 0.6, 0.05, 0.3],
    ]
    if leavesOut { all.answered = [true, true, false, true, true, false, true] }
    let alone = all.gold.indices.map { item -> Double? in
      var one = Assessment(scale: scale, gold: [all.gold[item]])
      one.scores = all.scores.map { [$0[item]] }
      one.predicted = all.predicted.map { [$0[item]] }
      one.probabilities = all.probabilities?.map { [$0[item]] }
      one.answered = all.answered.map { [$0[item]] }
      return one.values(of: [bound])[0].number
    }
    let values = alone.compactMap { $0 }
    #expect(values.count == all.gold.count)
    let value = try #require(all.values(of: [bound])[0].number)
    #expect(abs(value - values.reduce(0, +) / Double(values.count)) < 1e-12)
  }

  @Test(
    "of losses on copies have the bits of the whole measure",
    arguments: ["Brier", "Brier(all)", "LogLoss", "LogLoss(all)"], [false, true])
  func onCopies(name: String, leavesOut: Bool) throws {
    let measure = try Measure(name)
    var compared = 0
    for seed in 0..<80 {
      var sample = AnswerSample(seed: 50_000 + seed, items: 1...60, leavesOut: leavesOut).kernel
      let bound = try measure.bound(to: sample.scale)
      guard let mean = MeanOfItems(sample, bound) else { continue }
      for copies in CopiesTests.copies(seed, of: sample.gold.count) {
        sample.copies = copies
        let value = sample.values(of: [bound])[0].number
        #expect(mean.value(copies) == value)
        if value != nil { compared += 1 }
      }
    }
    #expect(compared > 100)
  }

  @Test(
    "are not taken for others",
    arguments: ["MAE(macro)", "RMSE", "F1", "AUC", "NetBenefit(threshold=0.3,prevalence=0.2)"])
  func others(name: String) throws {
    #expect(try !Measure(name).isMeanOfItems)
  }
}
