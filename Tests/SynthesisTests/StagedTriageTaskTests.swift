import Testing

@testable import Synthesis

@Suite("The task staged-triage")
struct StagedTriageTaskTests {
  private let files = Dictionary(
    uniqueKeysWithValues: StagedTriageTask.files(seed: 20_260_101).map { ($0.path, $0.bytes) })

  private func table(_ path: String) throws -> TableRows {
    TableRows(try #require(files[path]))
  }

  @Test("needs of care are as many as the README states", arguments: ["dev", "test"])
  func prevalence(split: String) throws {
    let gold = try table("tasks/staged-triage/\(split)/gold.tsv")
    let expected = split == "test" ? [700, 160, 100, 40] : [280, 64, 40, 16]
    for (label, count) in zip(StagedTriageTask.labels, expected) {
      #expect(gold.column("label").count { $0 == label } == count)
    }
    #expect(Set(gold.column("item")).count == expected.reduce(0, +))
    let items = try table("tasks/staged-triage/\(split)/items.tsv")
    #expect(items.column("item") == gold.column("item"))
  }

  static let systems = ["harbour/one-look", "meridian/staged", "meridian/sparing"]

  @Test("whoever passes a stage, and nobody else, stands in the next", arguments: systems)
  func flow(name: String) throws {
    let rows = try table("submissions/staged-triage/\(name).tsv").rows
    var reached = Set(try table("tasks/staged-triage/test/items.tsv").column("item"))
    for (stage, capacity) in zip(StagedTriageTask.stages, [300, 120, 50]) {
      let here = rows.filter { $0["stage"] == stage }
      #expect(here.count == reached.count && Set(here.compactMap { $0["item"] }) == reached)
      reached = Set(here.filter { $0["pass"] == "1" }.compactMap { $0["item"] })
      #expect(!reached.isEmpty && reached.count <= capacity)
    }
  }

  @Test("two decimals tie, and the systems miss the same people more often than by chance")
  func errors() throws {
    let scores = try table("submissions/staged-triage/meridian/staged.tsv").rows
      .filter { $0["stage"] == "screen" }.compactMap { $0["score"] }
    #expect(Set(scores).count < 100)

    let gold = try table("tasks/staged-triage/test/gold.tsv").rows
    let cases = Set(gold.filter { $0["label"] == "urgent" }.compactMap { $0["item"] })
    let missed = try ["harbour/one-look", "meridian/staged"].map { name in
      let found = try table("submissions/staged-triage/\(name).tsv").rows
        .filter { $0["stage"] == "interview" && $0["pass"] == "1" }.compactMap { $0["item"] }
      return cases.subtracting(found)
    }
    let both = missed[0].intersection(missed[1]).count
    #expect(
      Double(both) > 1.2 * Double(missed[0].count * missed[1].count) / Double(cases.count))
  }
}
