import Testing

@testable import Synthesis

@Suite("The task symptom-search")
struct SymptomSearchTaskTests {
  private let files = Dictionary(
    uniqueKeysWithValues: SymptomSearchTask.files(seed: 20_260_101).map { ($0.path, $0.bytes) })

  private func table(_ path: String) throws -> TableRows {
    TableRows(try #require(files[path]))
  }

  private struct Pair: Hashable {
    let topic: String
    let item: String
  }

  private func pairs(_ table: TableRows) -> [Pair] {
    zip(table.column("topic"), table.column("item")).map { Pair(topic: $0, item: $1) }
  }

  @Test("each topic has candidates and something relevant", arguments: ["dev", "test"])
  func judgements(split: String) throws {
    let items = try table("tasks/symptom-search/\(split)/items.tsv")
    let gold = try table("tasks/symptom-search/\(split)/gold.tsv")
    #expect(Set(pairs(items)).count == items.rows.count)
    #expect(Set(pairs(gold)).count == gold.rows.count)
    #expect(Set(pairs(gold)).isStrictSubset(of: pairs(items)))
    for topic in SymptomTopics.all {
      let grades = gold.rows.filter { $0["topic"] == topic.id }.compactMap { $0["grade"] }
      #expect(grades.contains { $0 != "0" })
    }
    #expect(Set(gold.column("grade")) == ["0", "1", "2"])
  }

  @Test("runs rank candidates of every topic; some were not judged, some tie")
  func runs() throws {
    let candidates = Set(pairs(try table("tasks/symptom-search/test/items.tsv")))
    let judged = Set(pairs(try table("tasks/symptom-search/test/gold.tsv")))
    let dense = pairs(try table("submissions/symptom-search/lantern/sentence-vectors.tsv"))
    let bytes = try #require(files["submissions/symptom-search/quill/bm25.tsv"])
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ").map(String.init) }
    let lexical = lines.map { Pair(topic: $0[0], item: $0[2]) }
    for run in [dense, lexical] {
      #expect(run.count == 24 * 40)
      #expect(Set(run).count == run.count)
      #expect(Set(run).isSubset(of: candidates))
      #expect(!Set(run).isSubset(of: judged))
      #expect(Set(run.map(\.topic)).count == 24)
    }
    let ties = zip(lines, lines.dropFirst()).count { $0[0] == $1[0] && $0[4] == $1[4] }
    #expect(ties > 50)
  }

  @Test("every sentence has groups")
  func groups() throws {
    let known = Set(try table("tasks/symptom-search/groups.tsv").column("item"))
    for split in ["dev", "test"] {
      #expect(
        known.isSuperset(of: try table("tasks/symptom-search/\(split)/items.tsv").column("item")))
    }
  }
}
