import SharedTasks
import Testing

@testable import Reporting

@Suite("A board as CSV")
struct LeaderboardCSVTests {
  @Test("has the order of the board, and the runs that others stand for at the end")
  func order() throws {
    let board = try ExportedBoard(
      [
        .init(team: "a", run: "worse", area: 0.6), .init(team: "a", run: "better", area: 0.9),
        .init(team: "b", area: 0.7), .init(team: "baseline", area: 0.8),
        .init(team: "c", area: nil), .init(team: "d", isInvalid: true),
        .init(team: "e", area: 0.95, gap: 0.2),
      ], perTeam: .best)
    let names = zip(board.column("team"), board.column("run")).map { "\($0)/\($1)" }
    #expect(
      names == ["a/better", "baseline/one", "b/one", "e/one", "c/one", "d/one", "a/worse"])
    #expect(board.column("rank") == ["1", "", "2", "3", "", "", ""])
    #expect(
      board.column("baseline") == ["false", "true", "false", "false", "false", "false", "false"])
    #expect(board.column("AUC") == ["0.900", "0.800", "0.700", "0.950", "", "", "0.600"])
    #expect(board.column("AUC low")[0] == "0.888")
    #expect(board.column("gap(FNR,race)")[3] == "0.200")
    #expect(board.column("keeps bounds") == ["true", "true", "true", "false", "", "", "true"])
    #expect(board.column("submission digest").allSatisfy { $0 == "sha256:5e" })
  }

  @Test("leaves undefined cells empty and says why there is no value")
  func undefined() throws {
    let board = try ExportedBoard([.init(team: "a", area: 0.6, brier: nil)])
    #expect(board.column("Brier") == [""])
    #expect(board.column("why")[0].contains("Brier is undefined ("))
  }

  @Test("has a head where there are no submissions, and a row where none has a value")
  func empty() throws {
    #expect(try ExportedBoard([]).rows.isEmpty)
    #expect(try ExportedBoard([]).head.contains("AUC low"))
    let invalid = try ExportedBoard([
      .init(team: "a", isInvalid: true), .init(team: "b", isInvalid: true),
    ])
    #expect(invalid.column("rank") == ["", ""])
    #expect(invalid.column("why").allSatisfy { $0.contains("3 missing-item") })
    let baselines = try ExportedBoard([.init(team: "baseline", area: 0.5)])
    #expect(baselines.column("rank") == [""] && baselines.column("AUC") == ["0.500"])
  }

  @Test("takes no name for a formula, a cell or a line")
  func hostile() throws {
    let names = ["=1+1", "@x", "a,b", "c\"d", "<script>alert(1)<", "{{x}}", "\u{202E}x", "a\nb"]
    let board = try ExportedBoard(names.map { .init(team: $0, area: 0.5) })
    #expect(
      board.csv.split(separator: "\n").allSatisfy {
        ExportedBoard.cells(String($0)).count == board.head.count
      })
    #expect(
      Set(board.column("team")) == [
        "'=1+1", "'@x", "a,b", "cd", "<script>alert(1)<", "{{x}}", "\\u{202E}x", "a\\nb",
      ])
  }

  @Test("writes as many decimals as are published, whatever the size of numbers")
  func decimals() {
    let cells = PublishedDecimals(decimals: 3)
    for (number, text) in [
      (0.5, "0.500"), (-0.0, "0.000"), (-0.125, "-0.125"), (1e15, "1000000000000000.000"),
      (1_234_567_890_123.5, "1234567890123.500"), (1e300, "1e+300"),
    ] {
      #expect(cells.text(number) == text)
    }
    #expect(PublishedDecimals(decimals: 15).text(0.1) == "0.100000000000000")
    #expect(PublishedDecimals(decimals: 15).text(123.5) == "123.500000000000000")
    #expect(PublishedDecimals(decimals: 0).text(3) == "3")
  }
}
