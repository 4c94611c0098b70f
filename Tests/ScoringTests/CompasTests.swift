import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

/// ProPublica's COMPAS data, which is not part of the repository: `shared/data/compas` beside it or
/// beside a folder above it.
private enum Compas {
  static let folder: String? = {
    var place = URL(fileURLWithPath: #filePath)
    while place.path != "/" {
      place.deleteLastPathComponent()
      let candidate = place.appendingPathComponent("shared/data/compas").path
      if FileManager.default.fileExists(atPath: candidate + "/gold.tsv") { return candidate }
    }
    return nil
  }()

  static func rows(_ file: String) throws -> [[String]] {
    let path = try #require(folder) + "/" + file
    let bytes = try #require(FileManager.default.contents(atPath: path))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

@Suite(
  "Numbers published of COMPAS",
  .enabled(if: Compas.folder != nil, "there is no shared/data/compas beside the repository"))
struct CompasTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  /// Scores COMPAS's deciles; with a race, for its people alone.
  private func values(race: String? = nil) async throws -> [String: Double] {
    let groups = try Compas.rows("groups.tsv")
    let column = try #require(groups.first?.firstIndex(of: "race"))
    let people = Set(groups.filter { race == nil || $0[column] == race }.map { $0[0] })
    func table(_ file: String) throws -> String {
      try Compas.rows(file).filter { people.contains($0[0]) || $0[0] == "item" }
        .map { $0.joined(separator: "\t") + "\n" }.joined()
    }
    try workspace.gold(table("gold.tsv"))
    let task = try workspace.task(
      """
      kind: assessment
      labels: [0, 1]
      positive: [1]
      measures: [AUC, TPR, FPR, FNR]
      primary: AUC
      """)
    return try await workspace.values(table("submission-decile.tsv"), of: task)
  }

  @Test("error rates of all, and the area under the curve")
  func everyone() async throws {
    let values = try await values()
    #expect(values["FPR"]?.isNear(0.3235, within: 0.00005) == true)
    #expect(values["FNR"]?.isNear(0.3740, within: 0.00005) == true)
    #expect(values["TPR"]?.isNear(0.6260, within: 0.00005) == true)
    #expect(values["AUC"]?.isNear(0.7021662544, within: 1e-9) == true)
  }

  @Test(
    "error rates by race",
    arguments: [("African-American", 0.4485, 0.2799), ("Caucasian", 0.2345, 0.4772)])
  func byRace(_ race: String, falsePositives: Double, falseNegatives: Double) async throws {
    let values = try await values(race: race)
    #expect(values["FPR"]?.isNear(falsePositives, within: 0.00005) == true)
    #expect(values["FNR"]?.isNear(falseNegatives, within: 0.00005) == true)
  }

  /// ProPublica's table: FP rate 44.85 % and 23.45 %, FN rate 27.99 % and 47.72 %.
  @Test("the same from groups.tsv, with the counts behind them")
  func groups() async throws {
    func table(_ file: String) throws -> String {
      try Compas.rows(file).map { $0.joined(separator: "\t") + "\n" }.joined()
    }
    try workspace.gold(table("gold.tsv"))
    try workspace.write(table("groups.tsv"), to: "tasks/example/groups.tsv")
    let task = try workspace.task(
      """
      kind: assessment
      labels: [0, 1]
      positive: [1]
      measures: [FPR, FNR, PPV]
      primary: FPR
      """)
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    var options = IntervalOptions()
    options.replicates = 100
    let question = try GroupQuestion(
      try task.attributeTable(&diagnostics), of: gold,
      GroupRequest(
        tables: [["race"], ["race", "sex"]], fairness: task.definition.fairness, intervals: options)
    )
    let file = try workspace.write(table("submission-decile.tsv"), to: "run.tsv")
    let result = try await Scorer(task, split: "test", gold: gold, groups: question)
      .score(InputFile(file), place: nil, options: ReadingOptions())
    let races = try #require(result.scorecard?.groups?.tables[0])
    #expect(races.cell("African-American", 0)?.value == .ratio(805, of: 1795))
    #expect(races.cell("African-American", 1)?.value == .ratio(532, of: 1901))
    #expect(races.cell("Caucasian", 0)?.value == .ratio(349, of: 1488))
    #expect(races.cell("Caucasian", 1)?.value == .ratio(461, of: 966))
    // Of false alarms no arrangement of 100 comes near, of PPV some do: base rates are behind the rest.
    #expect(races.gaps[0][0].finding?.chance?.p == 1 / 101.0)
    #expect(races.gaps[0][0].finding.map { races.groups[$0.highest].name } == "African-American")
    #expect(races.gaps[2][0].finding?.chance.map { $0.p > 0.05 } == true)
  }
}
