import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("The leaderboard as it is published")
struct LeaderboardDocumentTests {
  static let hostile = [
    "<script>alert(1)</script>", "\u{202E}gpj.exe", "a\u{0}b", "\u{1B}[2J", "=1+1", "{{name}}",
    "a\"b,c\n", String(repeating: "é", count: 5_000), "", "../../etc",
  ]

  func document(_ board: Standings) -> LeaderboardDocument {
    LeaderboardDocument(
      board, task: "example", split: "test", digests: ["gold": "sha256:00"])
  }

  @Test("reads back as it was written, with null for a missing rank and missing values")
  func roundTrip() throws {
    let board = Standings(
      [
        try Board.run("a", 0.812345, brier: 0.1, at: "2026-05-01T00:00:00Z", gap: 0.25),
        try Board.run("a", "two", 0.5, gap: 0), try Board.run("baseline", 0.5, gap: 0),
        try Board.run("b", nil), Board.invalid("c"),
      ], try Board.rules(perTeam: .best, bounds: [Board.bound(0.3)]))
    let document = document(board)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(document)
    #expect(try JSONDecoder().decode(LeaderboardDocument.self, from: bytes) == document)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""AUC":{"value":0.8123}"#))
    #expect(!text.contains("0.81234"))
    #expect(text.contains(#""rank":null"#))
    #expect(text.contains(#""value":null"#))
    #expect(document.subjectTo == ["gap(FNR,race) <= 0.3"])
    #expect(document.standings[0].bounded?["gap(FNR,race)"]?.value == 0.25)
    #expect(document.otherRuns?.map(\.run) == ["two"])
    #expect(document.standings.map(\.baseline) == [nil, true, nil, nil])
    #expect(document.standings.map { $0.measures == nil } == [false, false, false, true])
  }

  @Test("its ranks are had again from its values", arguments: 0..<24)
  func ranksFromValues(_ seed: Int) throws {
    var random = SplitMix(UInt64(seed))
    let decimals = seed % 3
    let submissions = try (0..<12).map { number in
      try Board.run("team\(number)", Double.random(in: 0...1, using: &random))
    }
    let document = document(Standings(submissions, try Board.rules(decimals: decimals)))
    let values = document.standings.compactMap { $0.measures?["AUC"]?.value }
    #expect(values.count == 12)
    for (entry, value) in zip(document.standings, values) {
      #expect(entry.rank == 1 + values.count { $0 > value })
    }
  }

  @Test("names are kept as they are, and no sentence repeats one")
  func names() throws {
    let submissions = try Self.hostile.enumerated().map { number, name in
      number % 3 == 0
        ? StandingsSubmission(team: name, run: name, outcome: .invalid("1 bad-number"))
        : try Board.run(name, name, number % 3 == 1 ? 0.5 : nil)
    }
    for ties in [StandingsRules.Ties.shared, .earliest, .significance] {
      let board = Standings(submissions, try Board.rules(ties: ties, perTeam: .best))
      #expect(Set(board.standings.map(\.submission.team)) == Set(Self.hostile))
      for standing in board.standings {
        for name in Self.hostile where !name.isEmpty { #expect(!standing.why.contains(name)) }
      }
      let bytes = try JSONEncoder().encode(document(board))
      #expect(
        try JSONDecoder().decode(LeaderboardDocument.self, from: bytes) == document(board))
    }
  }

  @Test("a reason is printed safely and cut where it is long")
  func reasons() throws {
    let reason = "\u{1B}[2J" + String(repeating: "x", count: 9_999)
    let invalid = StandingsSubmission(team: "a", run: "b", outcome: .invalid(reason))
    let why = Standings([invalid], try Board.rules()).why("a")
    #expect(why.contains("\\u{1B}[2J"))
    #expect(why.count < 600)
  }

  @Test("names that only look alike are different teams")
  func lookalikes() throws {
    let board = Standings(
      [try Board.run("caf\u{E9}", 0.9), try Board.run("cafe\u{301}", 0.8)],
      try Board.rules(perTeam: .best))
    #expect(board.standings.map(\.rank) == [1, 2])
    #expect(board.passedOver.isEmpty)
  }

  @Test("refusals are counted by code and quote nothing of the file")
  func refusal() throws {
    var diagnostics = DiagnosticList(limit: 2)
    for line in 1...4 {
      diagnostics.append(
        Diagnostic(
          file: "secret.tsv", line: line, code: line == 1 ? .badNumber : .unknownItem,
          message: "the text of a post"))
    }
    let place = try SubmissionPlace(task: "example", team: "a", run: "one")
    let submission = BoardSubmission(
      place: place, submitted: nil, digest: "sha256:11",
      outcome: .refused(diagnostics.errorsByCode))
    let rules = try Board.rules()
    let standing = Standings(
      [StandingsSubmission(submission, measures: [], under: rules)], rules
    ).standings[0]
    #expect(
      standing.why
        == "Not ranked: the submission is invalid: 3 unknown-item, 1 bad-number.")
    #expect(standing.submission.digests == ["submission": "sha256:11"])
  }
}
