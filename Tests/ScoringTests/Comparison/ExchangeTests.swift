import Measures
import Testing

@testable import Scoring

/// The repository's own tasks, one of each kind, by measures of all shapes.
@Suite("Answers that change places")
struct ExchangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let task: String
    let files: [String]
    let measure: String
    var testDescription: String { "\(task) \(measure)" }
  }

  static let cases: [Case] = [
    (
      "suicide-risk", ["harbour/regression", "meridian/encoder"],
      ["AUC", "nDCG@20", "F1(macro)", "QWK", "Pearson", "ECE"]
    ),
    (
      "people-and-posts", ["harbour/word-list", "meridian/hierarchical"],
      ["hTBG", "nhTBG", "AP", "TBG"]
    ),
    (
      "staged-triage", ["harbour/one-look", "meridian/staged"],
      ["NetSensitivity", "CostPerCase", "QWK"]
    ),
    (
      "early-risk", ["lantern/encoder", "tidewater/patient"],
      ["Flatency", "ERDE@5", "F1", "P(after=100)@10", "AUC(after=100)"]
    ),
    (
      "symptom-search", ["lantern/sentence-vectors", "quill/bm25"],
      ["GMAP", "nDCG@10", "NumRelRet"]
    ),
  ].flatMap { task, files, measures in
    measures.compactMap { measure in
      task == "early-risk" && measure.hasPrefix("AUC(")
        ? nil : Case(task: task, files: files, measure: measure)
    }
  }

  @Test(
    "give the observed difference where none does, and its opposite where all do", arguments: cases)
  func turned(_ example: Case) async throws {
    let entries = try await RepositoryTask.entries(example.task, example.files, example.measure)
    let bound = try #require(entries[0].measures.first)
    let exchange = try #require(Exchange(entries[0].answers, entries[1].answers, bound))
    let values = entries.compactMap { $0.card.values[0].number }
    #expect(values.count == 2)
    let none = try #require(
      exchange.difference(Array(repeating: false, count: entries[0].byUnits.units)))
    #expect(none.isNear(values[0] - values[1], within: 1e-9))
    let all = try #require(
      exchange.difference(Array(repeating: true, count: entries[0].byUnits.units)))
    #expect(all.isNear(-none, within: 1e-9))
    let half = exchange.difference((0..<entries[0].byUnits.units).map { $0 % 2 == 0 })
    let rest = exchange.difference((0..<entries[0].byUnits.units).map { $0 % 2 == 1 })
    #expect(try #require(half).isNear(-(try #require(rest)), within: 1e-9))
    #expect(abs(half ?? 0) <= 1e6)
  }

  @Test(
    "are those of unit values where the measure is a mean over units",
    arguments: [
      Case(
        task: "suicide-risk", files: ["harbour/regression", "meridian/encoder"], measure: "Brier"),
      Case(task: "early-risk", files: ["lantern/encoder", "tidewater/patient"], measure: "ERDE@5"),
      Case(
        task: "symptom-search", files: ["lantern/sentence-vectors", "quill/bm25"], measure: "AP"),
      Case(
        task: "symptom-search", files: ["lantern/sentence-vectors", "quill/bm25"],
        measure: "NumRelRet"),
    ])
  func means(_ example: Case) async throws {
    let entries = try await RepositoryTask.entries(example.task, example.files, example.measure)
    let bound = try #require(entries[0].measures.first)
    let exchange = try #require(Exchange(entries[0].answers, entries[1].answers, bound))
    let units = try #require(UnitValues(entries.map(\.answers), bound))
    let isSwapped = (0..<entries[0].byUnits.units).map { $0 % 3 == 0 }
    let signed = zip(units.differences(0, 1), isSwapped).map { $1 ? -$0 : $0 }
    let mean = signed.reduce(0, +) / Double(signed.count)
    #expect(try #require(exchange.difference(isSwapped)).isNear(mean, within: 1e-9))
  }

  @Test("posts are means over people, and people change places with them")
  func posts() async throws {
    let entries = try await RepositoryTask.entries(
      "people-and-posts", ["harbour/word-list", "meridian/hierarchical"], "posts/AP")
    let bound = try #require(entries[0].measures.first)
    let units = try #require(UnitValues(entries.map(\.answers), bound))
    let means = units.values.map { $0.reduce(0, +) / Double($0.count) }
    let values = entries.compactMap { $0.card.values[0].number }
    #expect(zip(means, values).allSatisfy { $0.isNear($1) })
  }
}
