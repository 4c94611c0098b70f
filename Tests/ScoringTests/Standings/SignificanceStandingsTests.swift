import Inference
import Measures
import Testing

@testable import Scoring

@Suite("Ranks by significance")
struct SignificanceStandingsTests {
  /// Submissions a, b, c … with these values; the named pairs are told apart.
  static func board(_ values: [Double], apart: [(Int, Int)]) throws -> Standings {
    let names = ["a", "b", "c", "d", "e", "f"]
    let submissions = try zip(names, values).map { try Board.run($0, $1) }
    var evidence = StandingsEvidence()
    for first in values.indices {
      for second in values.indices where first < second {
        let isApart = apart.contains { $0 == (first, second) }
        evidence[second, first] = .init(adjusted: isApart ? 0.01 : 0.4, isToldApart: isApart)
      }
    }
    let rules = try Board.rules(ties: .significance)
    return Standings(StandingsField(submissions, under: rules), evidence)
  }

  @Test("those that no test tells from the best of their rank share it")
  func clusters() throws {
    let board = try Self.board(
      [0.9, 0.88, 0.7, 0.69], apart: [(0, 2), (0, 3), (1, 2), (1, 3)])
    #expect(board.lines == ["1 a/one", "1 b/one", "3 c/one", "3 d/one"])
    #expect(
      board.why("b") == "Rank 1 of 4: AUC is 0.88, and higher is better. It shares the rank with 1 "
        + "more: tests do not tell them from the best among them (adjusted p = 0.4).")
    #expect(
      board.why("c").hasSuffix(
        "A test tells it from the best of the rank above (adjusted p = 0.01)."))
  }

  @Test("a better value never ranks lower, though only the better one is told from the best")
  func monotone() throws {
    // b is told from a; c, whose units vary more, is not.
    let board = try Self.board([0.9, 0.8, 0.7], apart: [(0, 1)])
    #expect(board.lines == ["1 a/one", "2 b/one", "2 c/one"])
    #expect(board.why("c").hasSuffix("and a better value never ranks lower."))
  }

  @Test("a chain of neighbours that are not told apart is cut where the best is")
  func chain() throws {
    let board = try Self.board(
      [0.9, 0.8, 0.7, 0.6, 0.5], apart: [(0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 4)])
    #expect(board.lines == ["1 a/one", "1 b/one", "3 c/one", "3 d/one", "5 e/one"])
  }

  @Test("equal values share their rank whatever tests say")
  func equal() throws {
    let board = try Self.board([0.9, 0.8, 0.8], apart: [(0, 1), (1, 2)])
    #expect(board.lines == ["1 a/one", "1 b/one", "1 c/one"])
    let apart = try Self.board([0.9, 0.8, 0.8], apart: [(0, 1), (0, 2), (1, 2)])
    #expect(apart.lines == ["1 a/one", "2 b/one", "2 c/one"])
  }

  @Test("without a test nothing is told apart")
  func untested() throws {
    let submissions = [try Board.run("a", 0.9), try Board.run("b", 0.1)]
    #expect(
      try Standings(submissions, Board.rules(ties: .significance)).lines
        == ["1 a/one", "1 b/one"])
  }

  @Test("a p-value is never shown as 0")
  func small() throws {
    var evidence = StandingsEvidence()
    evidence[0, 1] = .init(adjusted: 0.00001, isToldApart: true)
    let field = StandingsField(
      [try Board.run("a", 0.9), try Board.run("b", 0.1)],
      under: try Board.rules(ties: .significance))
    #expect(Standings(field, evidence).why("b").hasSuffix("(adjusted p < 0.0001)."))
  }

  @Test("rank intervals hold the rank, and of violators they begin below those who keep the bounds")
  func ranges() throws {
    var evidence = StandingsEvidence()
    for position in [0, 1, 2, 4] {
      evidence.ranks[position] = RankRange(low: 2, high: 2, probabilityOfFirst: 0.123456)
    }
    let submissions = [
      try Board.run("a", 0.9, gap: 0), try Board.run("b", 0.8, gap: 0),
      try Board.run("c", 0.99, gap: 1), try Board.run("d", 0.98, gap: 1),
      try Board.run("e", 0.5, gap: 0),
    ]
    let rules = try Board.rules(bounds: [Board.bound()])
    let board = Standings(StandingsField(submissions, under: rules), evidence)
    #expect(board.lines == ["1 a/one", "2 b/one", "3 e/one", "4 c/one", "5 d/one"])
    #expect(
      board.standings.map { $0.ranks.map { [$0.low, $0.high] } }
        == [[1, 2], [2, 2], [2, 3], [4, 5], nil])
    #expect(
      board.standings.map { $0.ranks?.probabilityOfFirst } == [0.1235, 0.1235, 0.1235, 0, nil])
  }
}

@Suite("Evidence for standings")
struct StandingsEvidenceTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  @Test("is what the comparison of the submissions that are ranked says", arguments: [true, false])
  func evidence(_ bySignificance: Bool) async throws {
    let standing = bySignificance ? "significance" : "shared"
    let task = try workspace.task(TwelveItems.definition + "\nstanding: \(standing)")
    let constant = ("constant.tsv", TwelveItems.table(Array(repeating: 0.5, count: 12)))
    let files = ComparatorTests.three + [constant]
    let entries = try await workspace.entries(files, of: task, ["AUC", "Brier", "F1"])
    let rules = try StandingsRules(of: task)
    #expect(rules.ties == (bySignificance ? .significance : .shared))
    let submissions = zip(["a", "b", "c", "baseline"], entries).map { team, entry in
      StandingsSubmission(
        team: team, run: "one",
        outcome: .scored(
          StandingReadings(
            ScorecardDocument(entry.card, perUnit: false), measures: entry.card.measures,
            under: rules)))
    }
    let field = StandingsField(submissions, under: rules)
    var request = ComparisonRequest()
    request.replicates = 500
    let byPosition = Dictionary(uniqueKeysWithValues: zip(entries.indices, entries))
    let evidence = try await field.evidence(from: byPosition, request)
    let comparison = try await Comparator(
      Array(entries[..<3]), measure: Measure("AUC"), request: request
    ).comparison()
    for position in 0..<3 {
      #expect(evidence.ranks[position] == comparison.systems[position].ranks)
      #expect(evidence.ranks[position] != nil)
    }
    #expect(evidence.ranks[3] == nil)
    // The best is compared with none, each other one with it, in whatever order the pair was tested.
    let best = comparison.order[0]
    #expect(evidence.differences[best] == nil)
    for other in 0..<3 where other != best {
      let difference = try #require(evidence.differences[other])
      let pair = try #require(comparison.pair(other, best))
      #expect(difference.leader == best)
      let values = [other, best].compactMap { comparison.systems[$0].value.number }
      #expect(difference.difference == .number(values[0] - values[1]))
      #expect(difference.p == pair.p)
      #expect((difference.low ?? 0) <= values[0] - values[1])
      #expect((difference.high ?? 0) >= values[0] - values[1])
    }
    let pair = try #require(comparison.pair(0, 1))
    #expect(evidence[0, 1]?.adjusted == (bySignificance ? pair.adjusted.number : nil))
    #expect(evidence.letters.count == (bySignificance ? 3 : 0))
    #expect(evidence.method?.test == (bySignificance ? .permutation : nil))
    let board = Standings(field, evidence)
    for standing in board.standings {
      guard let rank = standing.rank else { continue }
      let range = try #require(standing.ranks)
      #expect((range.low...range.high).contains(rank))
    }
  }
}
