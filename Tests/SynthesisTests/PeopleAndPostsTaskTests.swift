import Testing

@testable import Synthesis

@Suite("The task people-and-posts")
struct PeopleAndPostsTaskTests {
  private let files = Dictionary(
    uniqueKeysWithValues: PeopleAndPostsTask.files(seed: 20_260_101).map { ($0.path, $0.bytes) })

  private func table(_ path: String) throws -> TableRows {
    TableRows(try #require(files[path]))
  }

  private func split(_ name: String) throws -> (
    items: TableRows, gold: TableRows, evidence: TableRows
  ) {
    let folder = "tasks/people-and-posts/\(name)"
    return (
      try table("\(folder)/items.tsv"), try table("\(folder)/gold.tsv"),
      try table("\(folder)/evidence.tsv")
    )
  }

  private static func pairs(_ table: TableRows) -> [String] {
    table.rows.map { "\($0["user"] ?? "") \($0["post"] ?? "")" }
  }

  @Test("people, labels and posts are as many as the page says", arguments: ["dev", "test"])
  func sizes(name: String) throws {
    let (items, gold, evidence) = try split(name)
    let isTest = name == "test"
    let counts = isTest ? PeopleAndPostsTask.testCounts : PeopleAndPostsTask.developmentCounts
    for (label, count) in zip(PeopleAndPostsTask.labels, counts) {
      #expect(gold.column("label").count { $0 == label } == count)
    }
    #expect(items.rows.count == (isTest ? 31_000 : 2_500))
    #expect(Set(items.column("user")) == Set(gold.column("user")))
    #expect(Set(gold.column("user")).count == gold.rows.count)
    #expect(Set(Self.pairs(items)).count == items.rows.count)
    #expect(Set(Self.pairs(evidence)).isSubset(of: Self.pairs(items)))
    #expect(items.column("words").allSatisfy { (Int($0) ?? 0) > 0 })
    #expect(evidence.column("evidence").allSatisfy { (0.1...1).contains(Double($0) ?? 0) })
    let page = String(
      decoding: try Repository.bytes("tasks/people-and-posts/README.md"), as: UTF8.self)
    #expect(page.contains("| \(evidence.rows.count) |"))
  }

  @Test("evidence is of people with risk, and some at severe risk have none")
  func evidence() throws {
    let (_, gold, evidence) = try split("test")
    let label = Dictionary(
      uniqueKeysWithValues: zip(gold.column("user"), gold.column("label")))
    let marked = Set(evidence.column("user"))
    #expect(marked.allSatisfy { label[$0] != "none" })
    let severe = gold.column("user").filter { label[$0] == "severe" }
    // The page states it.
    #expect(severe.count { !marked.contains($0) } == 12)
  }

  @Test(
    "submissions score everybody and every post",
    arguments: ["harbour/word-list", "meridian/hierarchical"])
  func complete(name: String) throws {
    let (items, gold, _) = try split("test")
    let rows = try table("submissions/people-and-posts/\(name).tsv")
    let wanted = Self.pairs(items) + gold.column("user").map { "\($0) -" }
    #expect(rows.rows.count == wanted.count && Set(Self.pairs(rows)) == Set(wanted))
    #expect(rows.column("score").allSatisfy { (0...1).contains(Double($0) ?? -1) })
  }

  @Test("the systems are alike beyond what the gold says, on people and on posts")
  func alike() throws {
    let (items, gold, evidence) = try split("test")
    let label = Dictionary(
      uniqueKeysWithValues: zip(gold.column("user"), gold.column("label")))
    let marked = Set(Self.pairs(evidence))
    let scores = try ["harbour/word-list", "meridian/hierarchical"].map { name in
      let rows = try table("submissions/people-and-posts/\(name).tsv")
      return Dictionary(
        uniqueKeysWithValues: zip(
          Self.pairs(rows), rows.column("score").map { Double($0) ?? 0 }))
    }
    func areAlike(_ keys: [String]) -> Bool {
      let columns = scores.map { column in keys.map { column[$0] ?? 0 } }
      let means = columns.map { $0.reduce(0, +) / Double($0.count) }
      let low = columns.indices.map { system in
        columns[system].map { $0 < means[system] }
      }
      let both = keys.indices.count { low[0][$0] && low[1][$0] }
      let each = low.map { $0.count { $0 } }
      return Double(both) > 1.2 * Double(each[0] * each[1]) / Double(keys.count)
    }
    // People of one label, and posts without evidence.
    #expect(areAlike(gold.column("user").filter { label[$0] == "severe" }.map { "\($0) -" }))
    #expect(areAlike(Self.pairs(items).filter { !marked.contains($0) }))
  }

  @Test("the files are of a size that a repository can hold")
  func size() {
    #expect(files.values.reduce(0) { $0 + $1.count } < 2_000_000)
  }
}
