import Testing

@testable import Synthesis

@Suite("Equal scores of the benchmark")
struct TiesBenchmarkTests {
  private static let folder = "level/tasks/level/test"
  private static let answers = "level/submissions/level/baseline"

  private func bytes(_ path: String, seed: UInt64 = 1) throws -> [UInt8] {
    let files = TiesBenchmark(name: "level", items: 2_000).files(seed: seed)
    let file = try #require(files.first { $0.path == path })
    var bytes: [UInt8] = []
    try file.contents { bytes += $0 }
    return bytes
  }

  private func table(_ path: String) throws -> TableRows { TableRows(try bytes(path)) }

  @Test("all tables name the same items, each once, in one order")
  func items() throws {
    let items = try table("\(Self.folder)/items.tsv").column("item")
    #expect(Set(items).count == 2_000)
    for path in [
      "\(Self.folder)/gold.tsv", "\(Self.answers)/equal.tsv", "\(Self.answers)/distinct.tsv",
    ] {
      #expect(try table(path).column("item") == items)
    }
  }

  @Test("one submission has one score, the other as many as items")
  func scores() throws {
    #expect(Set(try table("\(Self.answers)/equal.tsv").column("score")) == ["0.5"])
    let scores = try table("\(Self.answers)/distinct.tsv").column("score")
    #expect(Set(scores).count == 2_000)
    #expect(scores.allSatisfy { (0..<1).contains(Double($0) ?? -1) })
  }

  @Test("a few items are urgent, scored higher than others, and items take different times")
  func labels() throws {
    let labels = try table("\(Self.folder)/gold.tsv").column("label")
    let urgent = labels.indices.filter { labels[$0] == "urgent" }
    #expect(urgent.count > 60 && urgent.count < 260)
    #expect(Set(labels) == Set(TiesBenchmark.labels))
    let scores = try table("\(Self.answers)/distinct.tsv").column("score").map { Double($0) ?? 0 }
    let ofUrgent = urgent.reduce(0) { $0 + scores[$1] } / Double(urgent.count)
    #expect(ofUrgent > scores.reduce(0, +) / 2_000 + 0.05)
    #expect(Set(try table("\(Self.folder)/items.tsv").column("words")).count > 100)
  }

  @Test("the same seed gives the same bytes, another seed others")
  func seeds() throws {
    for path in [
      "\(Self.folder)/items.tsv", "\(Self.folder)/gold.tsv", "\(Self.answers)/distinct.tsv",
    ] {
      let first = try bytes(path)
      #expect(try bytes(path) == first)
      #expect(try bytes(path, seed: 2) != first)
    }
  }

  @Test("the definition has no problem")
  func definition() throws {
    try Definitions.check(
      try bytes("level/tasks/level/task.yaml"), path: "task.yaml", task: "level")
  }
}
