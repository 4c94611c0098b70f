import Measures
import SharedTasks
import Testing

@testable import Reporting
@testable import Scoring

@Suite("Groups as text")
struct GroupReportTests {
  /// 40 items of four groups whose names come from somebody who means no good.
  func report(suppressBelow: Int = 0) async throws -> GroupReport {
    let names = [
      "=1+1", "a\u{1B}[2Jb", "x\u{202E}|_&%", String(repeating: "long ", count: 30) + "end",
    ]
    let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
    var assessment = Assessment(scale: scale, gold: (0..<40).map { $0 % 5 < 2 ? 1 : 0 })
    assessment.predicted = (0..<40).map { $0 % 2 == 0 ? 1 : 0 }
    assessment.scores = (0..<40).map { Double($0 * 17 % 40) / 40 }
    let groups = Groups(
      attributes: [
        Groups.Attribute(
          name: "who\u{1B}c", values: names, codes: (0..<40).map { Int32($0 < 34 ? $0 % 3 : 3) })
      ], units: 40, digest: "sha256:00")
    var request = GroupRequest(
      tables: [["who\u{1B}c"]], fairness: TaskDefinition.Fairness(), intervals: nil)
    request.suppressBelow = suppressBelow
    request.minimumSize = 3
    request.replicates = 50
    let measures = ["TPR", "FPR", "TNR", "FNR", "PPV", "NPV", "Accuracy", "AUC", "Brier", "MCC"]
    return try await GroupScorer(
      assessment, try measures.map { try Measure($0).bound(to: scale) },
      between: try ["AWRF", "ABROCA"].map { try Measure($0).bound(to: scale) }, groups: groups,
      positive: scale.positive, request: request
    ).report(threads: 1)
  }

  @Test("fit 80 columns, whatever the groups are called", arguments: [0, 3, 6])
  func width(_ suppressBelow: Int) async throws {
    let text = GroupText(try await report(suppressBelow: suppressBelow), .assessment).text
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(TerminalText.width(String(line)) <= 80, "\(line)")
    }
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    // Each block names the groups again.
    #expect(text.components(of: "all items").count > 3)
  }

  @Test("tell of each gap between whom it is, with the counts, and what noise makes")
  func words() async throws {
    let report = try await report()
    let words = GapWords(report, report.tables[0]).gaps
    #expect(words.count == report.measures.count)
    #expect(words[0].hasPrefix("TPR: "))
    #expect(words.allSatisfy { $0.contains(" of 4 groups ") })
    #expect(words[0].contains(" of ") && words[0].contains("from noise alone"))
    #expect(words[1].hasPrefix("FPR (lower is better): "))
  }

  @Test("never show in any format what is withheld")
  func withheld() async throws {
    let report = try await report(suppressBelow: 6)
    let cells = report.tables[0].groups.flatMap(\.cells).filter { !$0.standing.isTold }
    #expect(!cells.isEmpty && cells.allSatisfy { $0.value == nil && $0.rest == nil })
    let grid = GroupGrids(report, report.tables[0], units: "items").whole
    let shown = grid.rows.flatMap { $0 }.filter { $0.hasPrefix("withheld") }
    let rates = report.tables[0].groups.compactMap(\.baseRate).filter { !$0.standing.isTold }
    #expect(shown.count == cells.count + rates.count)
  }

  @Test("tell what is between them, or that it is withheld")
  func between() async throws {
    let report = try await report()
    let words = BetweenWords(report, report.tables[0])
    #expect(words.sentences[0].hasPrefix("AWRF(discount=log2,base=2): 0."))
    #expect(words.sentences[1].hasPrefix("ABROCA (lower is better): 0."))
    #expect(words.sentences.allSatisfy { $0.contains(", due to ") && $0.contains(" of 4 groups") })
    #expect(words.grid.rows.count == 2)
    let withheld = try await self.report(suppressBelow: 9)
    let hidden = BetweenWords(withheld, withheld.tables[0])
    #expect(hidden.sentences.allSatisfy { $0.contains("withheld") && !$0.contains("0.") })
    #expect(hidden.grid.rows.allSatisfy { $0[1] == "withheld" && $0[2] == "–" && $0[3] == "–" })
  }

  @Test("are no formulas in a spreadsheet and no markup on a page")
  func injection() async throws {
    let report = try await report()
    let grid = GroupGrids(report, report.tables[0], units: "items").whole
    #expect(grid.csv.contains("\n'=1+1,"))
    #expect(!grid.markdown.contains("|_&"))
    #expect(grid.latex(caption: "").contains("\\_\\&\\%"))
  }
}

extension String {
  fileprivate func components(of text: String) -> [Substring] { self.split(separator: text) }
}
