import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

/// Boards of all kinds, with so few different values that many are equal.
struct RandomBoard {
  let submissions: [StandingsSubmission]
  let rules: StandingsRules
  private let tests: [Set<String>: StandingsEvidence.Test]

  init(_ seed: Int) throws {
    var random = SplitMix(UInt64(seed))
    let ties: [StandingsRules.Ties] = [
      .shared, .earliest, .measure(try Measure("Brier")), .significance,
    ]
    rules = try Board.rules(
      ["AUC", "Brier"][seed % 2], ties: ties[seed / 2 % 4],
      perTeam: TaskDefinition.PerTeam.allCases[seed / 8 % 3],
      bounds: seed / 24 % 2 == 0 ? [] : [Board.bound()], decimals: 1)
    func value(_ random: inout SplitMix) -> Double? {
      Int.random(in: 0..<6, using: &random) == 0
        ? nil : Double(Int.random(in: 0..<60, using: &random)) / 100
    }
    submissions = try (0..<Int.random(in: 0..<14, using: &random)).map { number in
      let team = ["a", "b", "c", "d", "e", "baseline"].randomElement(using: &random) ?? "a"
      if Int.random(in: 0..<8, using: &random) == 0 { return Board.invalid(team, "run\(number)") }
      let minute = Int.random(in: 0..<6, using: &random)
      return try Board.run(
        team, "run\(number)", value(&random), brier: value(&random),
        at: minute == 0 ? nil : "2026-05-01T00:0\(minute):00Z", gap: value(&random).map { $0 / 2 })
    }
    var tests: [Set<String>: StandingsEvidence.Test] = [:]
    for first in submissions {
      for second in submissions where first.run != second.run {
        let isApart = Bool.random(using: &random)
        tests[[first.run, second.run]] = .init(
          adjusted: isApart ? 0.01 : 0.4, isToldApart: isApart)
      }
    }
    self.tests = tests
  }

  /// The board of these submissions; tests say the same of two whatever their positions.
  func board(_ submissions: [StandingsSubmission]) -> Standings {
    var evidence = StandingsEvidence()
    for first in submissions.indices {
      for second in submissions.indices where first < second {
        evidence[first, second] = tests[[submissions[first].run, submissions[second].run]]
      }
    }
    return Standings(StandingsField(submissions, under: rules), evidence)
  }
}

@Suite("Laws of standings")
struct StandingsLawTests {
  @Test("the order in which submissions come changes nothing", arguments: 0..<96)
  func permutation(_ seed: Int) throws {
    let sample = try RandomBoard(seed)
    var random = SplitMix(UInt64(seed) &+ 1000)
    func table(_ board: Standings) -> [String] {
      (board.standings + board.passedOver).map { "\($0.line): \($0.why)" }
    }
    let expected = table(sample.board(sample.submissions))
    for _ in 0..<4 {
      #expect(table(sample.board(sample.submissions.shuffled(using: &random))) == expected)
    }
  }

  @Test("every submission is there once, those without a value last", arguments: 0..<96)
  func complete(_ seed: Int) throws {
    let sample = try RandomBoard(seed)
    let board = sample.board(sample.submissions)
    let all = (board.standings + board.passedOver).map(\.position)
    #expect(all.sorted() == Array(sample.submissions.indices))
    let haveValue = board.standings.map { standing in
      standing.readings?.answer.value(of: sample.rules.primary)?.value != nil
    }
    #expect(haveValue == haveValue.filter(\.self) + haveValue.filter { !$0 })
    for (standing, hasValue) in zip(board.standings, haveValue) {
      #expect((standing.rank != nil) == (hasValue && !standing.isBaseline))
      #expect(!standing.why.isEmpty)
    }
  }

  @Test("a rank is one more than the number of submissions that rank better", arguments: 0..<96)
  func competition(_ seed: Int) throws {
    let sample = try RandomBoard(seed)
    let ranks = sample.board(sample.submissions).standings.compactMap(\.rank)
    #expect(ranks == ranks.sorted())
    for rank in ranks { #expect(rank == 1 + ranks.count { $0 < rank }) }
  }

  @Test(
    "a better published value never ranks lower among those that keep the bounds, or violate them")
  func monotone() throws {
    for seed in 0..<200 {
      let sample = try RandomBoard(seed)
      let sign = sample.rules.primary.definition.direction == .higherIsBetter ? 1.0 : -1
      let ranked = sample.board(sample.submissions).standings.filter { $0.rank != nil }
      for first in ranked {
        for second in ranked {
          let (own, other) = (try #require(first.rank), try #require(second.rank))
          guard first.keepsBounds == second.keepsBounds else {
            #expect((own < other) == (first.keepsBounds == true))
            continue
          }
          let a = first.readings?.answer.value(of: sample.rules.primary)?.value ?? 0
          let b = second.readings?.answer.value(of: sample.rules.primary)?.value ?? 0
          if a * sign > b * sign { #expect(own <= other, "seed \(seed)") }
          if a == b, [.shared, .significance].contains(sample.rules.ties) {
            #expect(own == other, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("raising a value never costs its submission ranks", arguments: 0..<48)
  func raising(_ seed: Int) throws {
    let rules = try Board.rules(ties: [.shared, .earliest][seed % 2])
    var random = SplitMix(UInt64(seed))
    let values = (0..<9).map { _ in Double(Int.random(in: 0..<5, using: &random)) / 10 }
    func rank(_ values: [Double]) throws -> Int {
      let submissions = try values.enumerated().map { number, value in
        try Board.run("team\(number)", value, at: "2026-05-01T00:0\(number % 3):00Z")
      }
      return try #require(Standings(submissions, rules).rank("team4"))
    }
    var raised = values
    raised[4] += 0.1
    #expect(try rank(raised) <= rank(values))
  }

  @Test("the ranks of resamples are counted as comparing each with each does", arguments: 0..<20)
  func rankCounts(_ seed: Int) throws {
    var random = SplitMix(UInt64(seed))
    let values = (0..<7).map { _ in Double(Int.random(in: 0..<5, using: &random)) }
    for lowerIsBetter in [true, false] {
      var counts = RankCounts(systems: 7, lowerIsBetter: lowerIsBetter)
      counts.add(values)
      for (system, value) in values.enumerated() {
        let rank = 1 + values.count { lowerIsBetter ? $0 < value : $0 > value }
        let range = try #require(counts.range(of: system, confidence: 0.95))
        #expect([range.low, range.high] == [rank, rank])
      }
    }
  }
}
