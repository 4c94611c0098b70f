import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Bounds of a task")
struct StandingsBoundTests {
  @Test("whoever violates one ranks below all who keep it, by value among themselves")
  func below() throws {
    let board = Standings(
      [
        try Board.run("best", 0.95, gap: 0.3), try Board.run("edge", 0.6, gap: 0.1),
        try Board.run("fair", 0.5, gap: 0.05), try Board.run("unknown", 0.99),
        try Board.run("equal", 0.95, gap: 0.2), try Board.run("undefined", nil, gap: 0),
      ], try Board.rules(bounds: [Board.bound()]))
    #expect(
      board.lines == [
        "1 edge/one", "2 fair/one", "3 unknown/one", "4 best/one", "4 equal/one",
        "– undefined/one",
      ])
    #expect(board.standings.map(\.keepsBounds) == [true, true, false, false, false, nil])
    #expect(board.why("fair").hasSuffix("It keeps gap(FNR,race) <= 0.1 (0.05)."))
    #expect(
      board.why("best").hasSuffix(
        "Ranked below the 2 that keep the task's bounds: gap(FNR,race) is 0.3, and not <= 0.1."))
    #expect(
      board.why("unknown").hasSuffix(
        "gap(FNR,race) is undefined (1 of 2 groups can be compared), so that nobody knows whether "
          + "gap(FNR,race) <= 0.1."))
  }

  @Test("is kept or not by the value that is published")
  func published() throws {
    let submissions = [
      try Board.run("a", 0.9, gap: 0.10004), try Board.run("b", 0.9, gap: 0.10006),
    ]
    let board = Standings(submissions, try Board.rules(bounds: [Board.bound()]))
    #expect(board.lines == ["1 a/one", "2 b/one"])
  }

  @Test("with more decimals than are published nobody could see who keeps it")
  func tooFine() throws {
    let bound = try Board.bound(0.15)
    #expect(throws: StandingsError.self) { try Board.rules(bounds: [bound], decimals: 1) }
    _ = try Board.rules(bounds: [bound], decimals: 2)
    _ = try Board.rules(bounds: [Board.bound(1e300)], decimals: 2)
  }

  @Test("asks for at least as much where it says so")
  func atLeast() throws {
    let bound = StandingsRules.Bound(.measure(try Measure("TPR")), .atLeast, 0.8)
    #expect(bound.isKept(by: .number(0.8)))
    #expect(!bound.isKept(by: .number(0.7999)))
    #expect(!bound.isKept(by: .undefined("nothing")))
    #expect(bound.description.hasSuffix(" >= 0.8"))
  }

  @Test("a baseline that violates one stands below too")
  func baseline() throws {
    let board = Standings(
      [try Board.run("baseline", 1, gap: 0.5), try Board.run("a", 0.2, gap: 0)],
      try Board.rules(bounds: [Board.bound()]))
    #expect(board.lines == ["1 a/one", "– baseline/one"])
    #expect(board.why("baseline").contains("It does not keep the task's bounds"))
  }
}
