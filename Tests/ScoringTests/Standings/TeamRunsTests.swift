import SharedTasks
import Testing

@testable import Scoring

@Suite("The runs of a team")
struct TeamRunsTests {
  static func submissions() throws -> [StandingsSubmission] {
    [
      try Board.run("a", "one", 0.7, at: "2026-05-01T00:00:00Z"),
      try Board.run("a", "two", 0.9, at: "2026-05-02T00:00:00Z"),
      try Board.run("a", "three", 0.8, at: "2026-05-03T00:00:00Z"),
      try Board.run("a", "four", nil, at: "2026-05-04T00:00:00Z"), Board.invalid("a", "five"),
      try Board.run("a", "six", 0.95), try Board.run("b", 0.85),
    ]
  }

  @Test("the best one stands on the board, and the others are listed beside it")
  func best() throws {
    let board = Standings(try Self.submissions(), try Board.rules(perTeam: .best))
    #expect(board.lines == ["1 a/six", "2 b/one", "– a/five", "– a/four"])
    #expect(board.passedOver.map(\.line) == ["– a/one", "– a/three", "– a/two"])
    #expect(board.standings[0].why.hasSuffix("The best of the team's 4 runs with a value."))
    #expect(board.passedOver[0].why.contains("this one is no better"))
  }

  @Test("the last one is the last that has a value; a run without a time is never later")
  func last() throws {
    let board = Standings(try Self.submissions(), try Board.rules(perTeam: .last))
    #expect(board.lines == ["1 b/one", "2 a/three", "– a/five", "– a/four"])
    #expect(board.standings[1].why.hasSuffix("The last of the team's 4 runs with a value."))
  }

  @Test("all stand on the board where the task says so")
  func all() throws {
    let board = Standings(try Self.submissions(), try Board.rules())
    #expect(board.standings.count == 7)
    #expect(board.passedOver.isEmpty)
  }

  @Test("the best run keeps the bounds of the task before it has a value")
  func bounds() throws {
    let board = Standings(
      [
        try Board.run("a", "unfair", 0.9, gap: 0.3), try Board.run("a", "fair", 0.6, gap: 0.1),
      ], try Board.rules(perTeam: .best, bounds: [Board.bound()]))
    #expect(board.lines == ["1 a/fair"])
  }

  @Test("of equal runs the earlier is the best")
  func equal() throws {
    let board = Standings(
      [
        try Board.run("a", "one", 0.9, at: "2026-05-02T00:00:00Z"), try Board.run("a", "zero", 0.9),
        try Board.run("a", "two", 0.9, at: "2026-05-01T00:00:00Z"),
      ], try Board.rules(perTeam: .best))
    #expect(board.lines == ["1 a/two"])
  }
}
