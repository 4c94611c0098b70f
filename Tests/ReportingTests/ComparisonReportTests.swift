import Foundation
import Inference
import Measures
import Scoring
import SharedTasks
import Testing

@testable import Reporting

@Suite("Tables of comparisons")
struct ComparisonReportTests {
  static let names = [
    "a", "b\u{1B}[2J", String(repeating: "long", count: 30), "日本語のチーム名日本語のチーム名日本語のチーム名",
  ]

  @Test(
    "stay within 80 columns", arguments: [2, 4, 9, 23],
    ["Brier", "NetBenefit(threshold=0.25,prevalence=0.125)"])
  func columns(systems: Int, measure: String) async throws {
    let names = (0..<systems).map { Self.names[$0 % 4] + "\($0)" }
    let comparison = try await ComparisonExample.comparison(names, measure) {
      $0.equivalence = 0.05
      $0.wantsPower = true
      // Its p-values are the smallest: `<0.0001***`.
      if measure == "Brier" { $0.test = .t }
    }
    let text = try ComparisonReport(comparison).rendered(as: .table)
    let lines = text.split(separator: "\n").map(String.init)
    for line in lines.dropLast().dropFirst() {
      #expect(TerminalText.width(line) <= 80, "\(line)")
    }
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
  }

  @Test("of many systems have every pair once in the matrix")
  func matrix() async throws {
    let comparison = try await ComparisonExample.comparison((0..<9).map { "team\($0)" }, "Brier")
    let grids = ComparisonGrids(comparison)
    let cells = grids.matrix.flatMap(\.rows).flatMap { $0.dropFirst() }
    #expect(cells.filter { !$0.isEmpty }.count == 36)
    #expect(comparison.pairs.count == 36)
    #expect(grids.matrix.count > 1)
  }

  @Test("of pairs with a baseline have the order of the systems")
  func order() async throws {
    let names = (0..<5).map { "team\($0)" }
    let comparison = try await ComparisonExample.comparison(names, "Brier", isReversed: true) {
      $0.baseline = 2
      $0.alternative = .less
    }
    let turned = try await ComparisonExample.comparison(names, "Brier", isReversed: true)
    for comparison in [comparison, turned] {
      let pairs = ComparisonGrids(comparison).pairs.rows.map { row in
        row[0].split(separator: " − ").compactMap { Int($0) }
      }
      #expect(pairs == pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
      #expect(pairs.count == comparison.pairs.count)
    }
  }

  @Test("explain every mark that they use, and no other")
  func marks() async throws {
    let comparison = try await ComparisonExample.comparison(
      (0..<5).map { "team\($0 * 3)" }, "Brier")
    let most = comparison.pairs.map(\.marks).max() ?? 0
    let caption = ComparisonCaption(comparison).pairs
    for marks in 1...3 {
      let mark = " " + String(repeating: "*", count: marks) + " p < "
      #expect(caption.contains(mark) == (marks <= most))
    }
    let latex = try ComparisonReport(comparison).rendered(as: .latex)
    #expect(latex.contains("\\caption{"))
    #expect(latex.components(separatedBy: "\\begin{table}").count == 3)
  }

  @Test("give marks by the level of significance")
  func level() async throws {
    let comparison = try await ComparisonExample.comparison(["a", "b"], "Brier") {
      $0.confidence = 0.5
    }
    let caption = ComparisonCaption(comparison).pairs
    for pair in comparison.pairs {
      let p = try #require(pair.adjusted.number)
      #expect(pair.marks == [0.5, 0.1, 0.01].filter { p < $0 }.count)
    }
    #expect(caption.contains("p < 0.5"))
  }

  @Test("read back what was written")
  func json() async throws {
    let comparison = try await ComparisonExample.comparison(["a", "a", "c"], "AUC") {
      $0.wantsPower = true
    }
    let text = try ComparisonReport(comparison).rendered(as: .json)
    let document = try JSONDecoder().decode(ComparisonDocument.self, from: Data(text.utf8))
    #expect(document == ComparisonDocument(comparison))
    #expect(document.systems.compactMap(\.file) == ["0.tsv", "1.tsv"])
    #expect(document.pairs.count == 3)
  }
}
