import Testing

@testable import Synthesis

@Suite("People and posts of the benchmark")
struct PeopleBenchmarkTests {
  private static let people = 300
  private static let posts = 30_000
  private static let folder = "crowd/tasks/crowd/test"
  private static let answers = "crowd/submissions/crowd/baseline"

  private let crowd = PeopleBenchmark(
    name: "crowd", people: people, posts: posts, isMixed: true)

  private func table(_ path: String, seed: UInt64 = 1) throws -> TableRows {
    TableRows(try bytes(path, seed: seed))
  }

  private func bytes(_ path: String, seed: UInt64) throws -> [UInt8] {
    let file = try #require(crowd.files(seed: seed).first { $0.path == path })
    var bytes: [UInt8] = []
    try file.contents { bytes += $0 }
    return bytes
  }

  private static func pairs(_ table: TableRows) -> [String] {
    table.rows.map { "\($0["user"] ?? "") \($0["post"] ?? "")" }
  }

  @Test("there are as many people and posts as were asked for, from 1 to several hundred each")
  func sizes() throws {
    let items = try table("\(Self.folder)/items.tsv")
    let counts = Dictionary(items.column("user").map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.count == Self.people && items.rows.count == Self.posts)
    #expect(counts.values.contains { $0 < 5 } && counts.values.contains { $0 > 300 })
    #expect(counts.values.allSatisfy { $0 < 1_000 })
    #expect(Set(items.column("post")).count == Self.posts)
    #expect(items.column("words").allSatisfy { (Int($0) ?? 0) > 0 })
    let gold = try table("\(Self.folder)/gold.tsv")
    #expect(Set(gold.column("label")) == Set(BenchmarkSeverity.labels))
  }

  @Test("all files name people and posts in one order, a person's posts together")
  func order() throws {
    let items = try table("\(Self.folder)/items.tsv")
    let people = try table("\(Self.folder)/gold.tsv").column("user")
    let answers = try table("\(Self.answers)/hierarchical.tsv")
    var expected: [String] = []
    var last = ""
    for (user, pair) in zip(items.column("user"), Self.pairs(items)) {
      if user != last { expected.append("\(user) -") }
      expected.append(pair)
      last = user
    }
    #expect(Self.pairs(answers) == expected)
    #expect(expected.filter { $0.hasSuffix(" -") } == people.map { "\($0) -" })
  }

  @Test("no two people have one score, nor two posts of a person")
  func scores() throws {
    let rows = try table("\(Self.answers)/hierarchical.tsv").rows
    let people = rows.filter { $0["post"] == "-" }.compactMap { $0["score"] }
    #expect(Set(people).count == Self.people)
    let posts = rows.filter { $0["post"] != "-" }
    #expect(Set(posts.map { "\($0["user"] ?? "") \($0["score"] ?? "")" }).count == Self.posts)
    #expect(rows.allSatisfy { (0..<1).contains(Double($0["score"] ?? "") ?? -1) })
  }

  @Test("evidence is of a few posts of people with a label, in the order of the items")
  func evidence() throws {
    let evidence = try table("\(Self.folder)/evidence.tsv")
    let gold = try table("\(Self.folder)/gold.tsv")
    let label = Dictionary(uniqueKeysWithValues: zip(gold.column("user"), gold.column("label")))
    #expect(evidence.column("user").allSatisfy { label[$0] != "none" && label[$0] != nil })
    let marked = Set(Self.pairs(evidence))
    let items = Self.pairs(try table("\(Self.folder)/items.tsv"))
    #expect(items.filter(marked.contains) == Self.pairs(evidence))
    #expect(marked.count > 50 && marked.count < Self.posts / 20)
    #expect(evidence.column("evidence").allSatisfy { (0.1...1).contains(Double($0) ?? 0) })
    #expect(evidence.column("evidence").contains("1.000"))
    let severe = gold.column("user").filter { label[$0] == "severe" }
    let found = Set(evidence.column("user"))
    #expect(severe.contains { found.contains($0) } && severe.contains { !found.contains($0) })
  }

  @Test("the mixed submission has the rows of the other in no order")
  func mixed() throws {
    let grouped = Self.rows(try table("\(Self.answers)/hierarchical.tsv"))
    let mixed = Self.rows(try table("\(Self.answers)/mixed.tsv"))
    #expect(mixed.sorted() == grouped.sorted())
    #expect(zip(mixed, grouped).count { $0 == $1 } < 20)
    let users = mixed.map { $0.prefix { $0 != " " } }
    // Of 300 people about 1 in 110 has the next row as well: some have far more rows than others.
    #expect(zip(users, users.dropFirst()).count { $0 == $1 } < mixed.count / 50)
  }

  private static func rows(_ table: TableRows) -> [String] {
    zip(pairs(table), table.column("score")).map { "\($0) \($1)" }
  }

  @Test(
    "the same seed gives the same bytes, another seed others",
    arguments: [
      "\(folder)/items.tsv", "\(folder)/gold.tsv", "\(folder)/evidence.tsv",
      "\(answers)/hierarchical.tsv", "\(answers)/mixed.tsv",
    ])
  func seeds(path: String) throws {
    let first = try bytes(path, seed: 1)
    #expect(try bytes(path, seed: 1) == first)
    #expect(try bytes(path, seed: 2) != first)
  }

  @Test("the definition has no problem")
  func definition() throws {
    try Definitions.check(
      try bytes("crowd/tasks/crowd/task.yaml", seed: 1), path: "task.yaml", task: "crowd")
  }
}
