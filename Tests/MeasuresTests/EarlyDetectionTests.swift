@testable import Measures
import Testing

@Suite("Measures of early detection are what their definitions say")
struct EarlyDetectionDefinitionTests {
  static let samples: [EarlySample] =
    (0..<400).map { EarlySample(seed: 70_000 + $0, users: 0...9) }
    + (0..<200).map { EarlySample(seed: 71_000 + $0, users: 0...6, copies: 3) }
    + (0..<300).map {
      EarlySample(seed: 72_000 + $0, users: 1...7, copies: $0 % 3 == 0 ? 2 : 1, leavesOut: true)
    }

  @Test("on whole, repeated and missing users", arguments: NaiveEarlyCase.all)
  func holds(_ measure: NaiveEarlyCase) throws {
    for sample in Self.samples {
      let value = try sample.value(of: measure.measure)
      let expected = measure.value(sample.naive)
      try #require(
        agree(value, expected), "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }

  @Test("the mean over users is the mean of what each user has", arguments: ["ERDE@5", "ERDE@50"])
  func units(_ name: String) throws {
    let measure = try Measure(name).bound(to: EarlySample.scale)
    for sample in Self.samples where sample.kernel.assessment.copies == nil {
      let units = try #require(sample.kernel.unitValues(of: measure))
      #expect(units.count == sample.kernel.delays.count)
      guard !units.isEmpty else { continue }
      #expect(agree(try sample.value(of: name), units.total / Double(units.count)))
    }
  }

  @Test("a user left out never raises a score", arguments: NaiveEarlyCase.all)
  func leavingOut(_ measure: NaiveEarlyCase) throws {
    let isHigherBetter = try Measure(measure.measure).definition.direction == .higherIsBetter
    for sample in Self.samples {
      for user in sample.kernel.delays.indices where sample.kernel.assessment.isAnswered(user) {
        var without = sample
        var answered =
          sample.kernel.assessment.answered
          ?? Array(repeating: true, count: sample.kernel.delays.count)
        answered[user] = false
        without.kernel.assessment.answered = answered
        guard let with = try sample.value(of: measure.measure).number,
          let left = try without.value(of: measure.measure).number
        else { continue }
        try #require(
          isHigherBetter ? left <= with + 1e-12 : left >= with - 1e-12,
          "\(left) without user \(user), \(with) with: \(sample)")
      }
    }
  }

  @Test("late alerts do not overflow, however late")
  func overflow() throws {
    var assessment = Assessment(scale: EarlySample.scale, gold: [1])
    assessment.predicted = [1]
    let detection = EarlyDetection(assessment: assessment, delays: [.max], history: nil)
    let measures = try ["ERDE@1", "ERDE@999999999999", "speed", "speed(p=1)", "latencyTP"]
      .map { try Measure($0).bound(to: EarlySample.scale) }
    #expect(detection.values(of: measures).map(\.number) == [1, 0, 0, 0, 2_147_483_647])
  }
}

@Suite("Early detection as published")
struct EarlyDetectionReferenceTests {
  /// Users at risk and others, alerted after so many writings.
  private func values(
    _ measures: [String], atRisk: [Int32], others: [Int32]
  ) throws -> [Double?] {
    var assessment = Assessment(
      scale: EarlySample.scale,
      gold: atRisk.map { _ in UInt8(1) } + others.map { _ in UInt8(0) })
    let delays = atRisk + others
    assessment.predicted = delays.map { $0 > 0 ? 1 : 0 }
    let detection = EarlyDetection(assessment: assessment, delays: delays, history: nil)
    return detection.values(
      of: try measures.map { try Measure($0).bound(to: EarlySample.scale) }
    ).map(\.number)
  }

  @Test(
    "the latency cost of ERDE@5",
    arguments: [
      (1, 0.017986209962), (2, 0.047425873178), (5, 0.5), (6, 0.73105857863),
      (10, 0.993307149076),
    ])
  func latencyCost(_ writings: Int32, _ cost: Double) throws {
    let value = try #require(values(["ERDE@5"], atRisk: [writings], others: [])[0])
    #expect(abs(value - cost) < 1e-12)
  }

  @Test(
    "speed",
    arguments: [
      (1, 1), (3, 0.9922001581801505), (9, 0.9688101198355972), (11, 0.9610197609775084),
      (51, 0.8074346014064244), (142, 0.4995547405),
    ])
  func speed(_ writings: Int32, _ speed: Double) throws {
    let value = try #require(values(["speed"], atRisk: [writings], others: [])[0])
    #expect(abs(value - speed) < 1e-10)
  }

  @Test("twelve users by the script of eRisk")
  func twelveUsers() throws {
    let found = try values(
      ["P", "R", "F1", "ERDE@5", "ERDE@50", "latencyTP", "speed", "Flatency"],
      atRisk: [3, 9, 0], others: [4] + Array(repeating: 0, count: 8))
    let expected = [
      2.0 / 3, 2.0 / 3, 2.0 / 3, 0.19593472600500217, 0.10416666666666667, 6,
      0.9805051390078738, 0.6536700926719159,
    ]
    for (value, number) in zip(found, expected) {
      #expect(abs(try #require(value) - number) < 1e-12)
    }
  }

  @Test("three users by the script of MentalRiskES, whose rounds count from 0")
  func mentalRisk() throws {
    let found = try values(
      ["ERDE@5", "speed(p=0.0314)", "latencyTP"], atRisk: [3, 8], others: [0])
    for (value, number) in zip(found, [0.357259016281517, 0.9295753231041038, 5.5]) {
      #expect(abs(try #require(value) - number) < 1e-12)
    }
  }

  @Test("the median of penalties is not the penalty of the median")
  func median() throws {
    let value = try #require(values(["speed"], atRisk: [2, 400], others: [])[0])
    #expect(abs((1 - value) - 0.459) < 0.001)
  }

  @Test("eRisk's discount gives another nDCG than trec_eval's")
  func discount() throws {
    let gold: [UInt8] = [1, 0, 1, 0, 0, 1, 0, 0, 0, 0]
    var assessment = Assessment(scale: EarlySample.scale, gold: gold)
    var history = ScoreHistory()
    for user in gold.indices {
      history.append(user: user, writings: 1, score: 1 - Double(user) / 10)
      history.append(user: user, writings: 101, score: 0)
    }
    assessment.predicted = gold
    assessment.scores = gold.map { _ in 0 }
    assessment.tieOrder = gold.indices.reversed().map { Int32($0) }
    let detection = EarlyDetection(
      assessment: assessment, delays: gold.map { Int32($0) }, history: history)
    let names = ["nDCG(discount=jk,after=100)@10", "nDCG(after=100)@10", "P(after=100)@1", "P@1"]
    let values = detection.values(
      of: try names.map { try Measure($0).bound(to: EarlySample.scale) }
    ).compactMap(\.number)
    #expect(abs(values[0] - 0.7669465739504759) < 1e-12)
    #expect(abs(values[1] - 0.8710785440003369) < 1e-12)
    #expect(values[2...] == [1, 0])
  }
}

@Suite("Rankings after some writings")
struct AfterWritingsTests {
  static let measures = ["P@3", "nDCG(discount=jk)@4", "AP", "RR", "R@2"]

  @Test(
    "are those of the last score by then, and who has none is left out", arguments: measures,
    [1, 3, 4, 20, 1000])
  func holds(_ name: String, _ writings: Int) throws {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    let base = parts[0].hasSuffix(")") ? parts[0].dropLast() + "," : parts[0] + "("
    let after = "\(base)after=\(writings))" + (parts.count > 1 ? "@\(parts[1])" : "")
    for seed in 0..<150 {
      let sample = EarlySample(seed: 80_000 + seed, users: 1...8, leavesOut: seed % 2 == 0)
      var then = sample.kernel.assessment
      let last = then.gold.indices.map { user in
        sample.rows.last { $0.user == user && $0.writings <= writings }
      }
      then.scores = last.map { $0?.score ?? 0 }
      then.answered = last.indices.map { last[$0] != nil && then.isAnswered($0) }
      let expected = then.values(of: [try Measure(name).bound(to: EarlySample.scale)])[0]
      #expect(try sample.value(of: after) == expected, "\(sample)")
    }
  }

  @Test(
    "get no better by keeping back what was said of a user until then",
    arguments: ["P(after=4)@2", "nDCG(after=4)@3", "AP(after=4)", "RR(after=4)", "R(after=4)@1"])
  func keepingBack(_ name: String) throws {
    var compared = 0
    for seed in 0..<300 {
      let sample = EarlySample(seed: 90_000 + seed, users: 1...7)
      let whole = try #require(sample.value(of: name).number)
      for user in sample.kernel.delays.indices {
        var history = ScoreHistory()
        for row in sample.rows where row.user != user || row.writings > 4 {
          history.append(user: row.user, writings: row.writings, score: row.score)
        }
        let less = EarlyDetection(
          assessment: sample.kernel.assessment, delays: sample.kernel.delays, history: history)
        let value = less.values(of: [try Measure(name).bound(to: EarlySample.scale)])[0].number
        try #require(value ?? 0 <= whole + 1e-12, "user \(user) of \(sample)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test("are written in one way, and are of ranked lists alone")
  func names() throws {
    #expect(try Measure("P(after=100)@10").description == "P(after=100)@10")
    #expect(try Measure("nDCG(after=5,discount=jk)@10").after == 5)
    #expect(try Measure("nDCG@10").after == nil)
    for name in ["F1(after=5)", "AUC(after=5)", "P(after=0)@10", "P(after=1.5)@10", "ERDE@0"] {
      #expect(throws: MeasureNameError.self, "\(name)") { _ = try Measure(name) }
    }
    #expect(throws: MeasureNameError.self) { _ = try Measure("ERDE") }
    #expect(try Measure("ERDE_50") == Measure("ERDE@50"))
  }
}
