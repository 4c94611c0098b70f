import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Standings")
struct StandingsTests {
  @Test("equal values share a rank, and the next is 1 more than those that are better: 1-2-2-4")
  func competition() throws {
    let board = try Standings(
      [
        Board.run("d", 0.6), Board.run("b", 0.8), Board.run("a", 0.9), Board.run("c", 0.8),
      ], Board.rules())
    #expect(board.lines == ["1 a/one", "2 b/one", "2 c/one", "4 d/one"])
    #expect(board.why("a") == "Rank 1 of 4: AUC is 0.9, and higher is better.")
    #expect(
      board.why("b") == "Rank 2 of 4: AUC is 0.8, and higher is better. 1 other has the same to 4 "
        + "decimals, and the rank is shared.")
  }

  @Test("of a measure where less is better the least is first")
  func lowerIsBetter() throws {
    let board = try Standings(
      [Board.run("a", 0.9, brier: 0.3), Board.run("b", 0.1, brier: 0.2), Board.run("c", 0.2)],
      Board.rules("Brier"))
    #expect(board.lines == ["1 b/one", "2 a/one", "– c/one"])
    #expect(board.why("b").contains("lower is better"))
  }

  @Test("ranks go by published values, and nothing tells what rounding withholds")
  func rounding() throws {
    let submissions = [try Board.run("a", 0.81246), try Board.run("b", 0.81254)]
    let shared = try Standings(submissions, Board.rules())
    #expect(shared.lines == ["1 a/one", "1 b/one"])
    let whys = shared.standings.map(\.why)
    #expect(whys[0] == whys[1])
    let readings = shared.standings.map(\.readings)
    #expect(readings[0] == readings[1])
    #expect(try Standings(submissions, Board.rules(decimals: 5)).lines == ["1 b/one", "2 a/one"])
  }

  @Test("the earlier of equal values is ahead, whatever zone its time is written in")
  func earliest() throws {
    let board = try Standings(
      [
        Board.run("silent", 0.8), Board.run("late", 0.8, at: "2026-05-01T10:00:00Z"),
        Board.run("early", 0.8, at: "2026-05-01T11:00:00+02:00"),
        Board.run("same", 0.8, at: "2026-05-01T09:00:00Z"), Board.run("best", 0.9),
      ], Board.rules(ties: .earliest))
    #expect(
      board.lines == ["1 best/one", "2 early/one", "2 same/one", "4 late/one", "5 silent/one"])
    #expect(
      board.why("early").hasSuffix(
        "3 others have the same to 4 decimals; the earlier submission is ahead, and this one was "
          + "submitted at 2026-05-01T09:00:00Z; 1 of them has that too, and the rank is shared."))
    #expect(board.why("silent").hasSuffix("and this one does not say when."))
  }

  @Test("another measure decides between equal values, in its own direction")
  func measure() throws {
    let board = try Standings(
      [
        Board.run("none", 0.8), Board.run("worse", 0.8, brier: 0.3),
        Board.run("better", 0.8, brier: 0.1), Board.run("level", 0.8, brier: 0.3),
        Board.run("below", 0.7, brier: 0),
      ], Board.rules(ties: .measure(Measure("Brier"))))
    #expect(
      board.lines == ["1 better/one", "2 level/one", "2 worse/one", "4 none/one", "5 below/one"])
    #expect(board.why("better").hasSuffix("then Brier decides, lower is better: Brier is 0.1."))
    #expect(board.why("none").contains("Brier is undefined (only one class"))
  }

  @Test("what has no value is last with its reason", arguments: ["AUC", "Brier"])
  func withoutValue(_ primary: String) throws {
    let board = try Standings(
      [Board.invalid("a"), Board.run("b", nil), Board.run("z", 0.1, brier: 0.9)],
      Board.rules(primary))
    #expect(board.lines == ["1 z/one", "– a/one", "– b/one"])
    #expect(board.why("a") == "Not ranked: the submission is invalid: 3 missing-item.")
    #expect(
      board.why("b") == "Not ranked: \(primary) is undefined (only one class: 3 positive and 0 "
        + "negative items).")
    #expect(board.ranked == 1)
  }

  @Test("measures without a direction rank nothing")
  func noDirection() throws {
    #expect(throws: StandingsError.self) { try Board.rules("NumRet") }
    #expect(throws: StandingsError.self) {
      try Board.rules(ties: .measure(Measure("NumRet")))
    }
  }

  @Test("baselines stand where their value puts them, all of them, and take no rank")
  func baselines() throws {
    let board = try Standings(
      [
        Board.run("baseline", "oracle", 1), Board.run("baseline", "prior", 0.5),
        Board.run("a", 0.5), Board.run("b", 0.8), Board.run("Baseline", 0.7),
      ], Board.rules(perTeam: .best))
    #expect(
      board.lines == [
        "– baseline/oracle", "1 b/one", "2 Baseline/one", "3 a/one", "– baseline/prior",
      ])
    #expect(board.standings.map(\.isBaseline) == [true, false, false, false, true])
    #expect(
      board.standings[0].why == "A baseline, which takes no rank: AUC is 1, and 0 of 3 ranked "
        + "submissions stand above it.")
    #expect(board.standings[4].why.contains("2 of 3"))
  }

  @Test("no submission, one, and none with a value")
  func degenerate() throws {
    #expect(try Standings([], Board.rules()).standings.isEmpty)
    #expect(try Standings([Board.run("a", 0.5)], Board.rules()).lines == ["1 a/one"])
    let none = try Standings([Board.run("b", nil), Board.run("a", nil)], Board.rules())
    #expect(none.lines == ["– a/one", "– b/one"])
    let baseline = try Standings([Board.run("baseline", 0.5)], Board.rules())
    #expect(baseline.lines == ["– baseline/one"])
  }
}
