import Inference
import Measures
import SharedTasks
import Testing

@testable import Reporting
@testable import Scoring

@Suite("A trade-off as text")
struct TradeOffReportTests {
  /// Eight teams: utility and gap, the last without one.
  static let teams: [(utility: Double, gap: Double?)] = [
    (0.9, 0.3), (0.85, 0.2), (0.8, 0.22), (0.7, 0.05), (0.85, 0.2), (0.6, 0.05), (0.95, 0.5),
    (0.88, nil),
  ]
  static let names = ["t1", "t2", "=1+1\u{1B}[2J|&%_", "t4", "t5", "t6", "t7", "t8"]

  func tradeOff(
    _ teams: [(utility: Double, gap: Double?)] = teams, atMost: Double? = 0.25
  ) throws -> TradeOff {
    let utility = try Measure("AUC")
    let compared = try Measure("FNR")
    let systems = teams.enumerated().map { place, team in
      let values: [Double?] = team.gap.map { [$0, 0] } ?? [nil, nil]
      let cells = values.map { value in
        GroupCell(
          value: value.map(MeasureValue.number) ?? MeasureValue.undefined(.nothing(.positives)),
          interval: nil,
          rest: nil, standing: .counted)
      }
      let groups = zip(["x\u{202E}y", "z"], cells).map { name, cell in
        GroupTable.Group(values: [name], units: 30, cells: [cell])
      }
      let table = GroupTable(
        attributes: ["race"], groups: groups, measures: [compared], isDisjoint: true)
      return TradeOff.System(
        name: SystemName(team: Self.names[place], run: "r", file: "f.tsv", isShared: false),
        digest: nil, utility: .number(team.utility), gap: table.gaps[0][0],
        table: table)
    }
    return TradeOff(
      question: TradeOffQuestion(
        utility: utility, compared: compared, attributes: ["race"], atMost: atMost),
      task: "example", kind: .assessment, split: "test", units: 60, minimumSize: 10,
      confidence: 0.95, seed: 1, isDrawn: false, systems: systems,
      front: ParetoFront(teams.map { ParetoFront.Point($0.utility, $0.gap) }), probability: nil,
      reference: ParetoFront.Point(utility: 0, unfairness: 1),
      digests: (task: nil, gold: "sha256:00", groups: "sha256:00"),
      signature: Signature(measure: utility, ties: .expected, gold: "sha256:00"), notes: [])
  }

  @Test("says who is on the front, what a bound costs, and the area of the published case")
  func document() throws {
    let document = TradeOffDocument(try tradeOff())
    let front = document.submissions.filter(\.onFront).compactMap(\.name.team)
    #expect(front == ["t1", "t2", "t4", "t5", "t7"])
    #expect(abs((document.hypervolume?.value ?? 0) - 0.845) < 1e-12)
    #expect(document.price.map(\.submissions) == [[3], [1, 4], [0], [6]])
    #expect(document.atMost?.best?.submissions == [1, 4])
    #expect(
      document.submissions[7].leftOut == "0 of 2 groups can be compared, and two are needed")
    let text = try TradeOffReport(try tradeOff()).rendered(as: .table)
    #expect(text.contains("Hypervolume 0.8450"))
    #expect(text.contains("With gap(FNR,race) ≤ 0.25 the best is t2 / r, t5 / r: AUC 0.8500"))
    #expect(text.contains("t8 / r has no place"))
  }

  @Test("fits 80 columns and shows nothing that moves a cursor, in any format")
  func safety() throws {
    let report = TradeOffReport(try tradeOff())
    for format in [OutputFormat.table, .json, .csv, .markdown, .latex] {
      let text = try report.rendered(as: format)
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      #expect(text.contains("t7"))
    }
    for line in try report.rendered(as: .table).split(separator: "\n") where !line.contains("|") {
      #expect(TerminalText.width(String(line)) <= 80, "\(line)")
    }
  }

  @Test("says so where nothing has to be weighed, or nothing can be")
  func verdicts() throws {
    func text(_ teams: [(utility: Double, gap: Double?)], atMost: Double? = nil) throws -> String {
      try TradeOffReport(try tradeOff(teams, atMost: atMost)).rendered(as: .table)
        .split(separator: "\n").joined(separator: " ")
    }
    #expect(
      try text([(0.9, 0.1), (0.8, 0.2)]).contains("costs nothing here: t1 / r is best in both"))
    #expect(try text([(0.9, 0.1)]).contains("There is no other to weigh against."))
    #expect(try text([(0.9, nil)]).contains("Nothing to weigh: no submission has both"))
    #expect(try text([(0.9, nil)], atMost: 0.1).contains("No submission keeps"))
    #expect(
      try text([(0.9, 0.4), (0.8, 0.3)], atMost: 0.1).contains("the smallest gap is 0.3000"))
  }
}
