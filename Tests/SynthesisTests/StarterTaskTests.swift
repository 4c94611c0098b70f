import SharedTasks
import Synthesis
import Testing

@Suite("What init begins a task with")
struct StarterTaskTests {
  @Test("a kind has a definition without a problem", arguments: TaskDefinition.Kind.allCases)
  func definition(kind: TaskDefinition.Kind) throws {
    let files = try files(kind)
    try Definitions.check(
      #require(files["tasks/my-task/task.yaml"]), path: "task.yaml", task: "my-task")
  }

  @Test("a prioritization scores everybody and every post")
  func peopleAndPosts() throws {
    let files = try files(.prioritization)
    func rows(_ path: String, _ columns: [String]) throws -> [[String]] {
      TableRows(try #require(files[path])).rows.map { row in columns.map { row[$0] ?? "" } }
    }
    let posts = try rows("tasks/my-task/test/items.tsv", ["user", "post"])
    let people = try rows("tasks/my-task/test/gold.tsv", ["user"]).map { $0 + ["-"] }
    let evidence = try rows("tasks/my-task/test/evidence.tsv", ["user", "post"])
    let answers = try rows("submissions/my-task/example/first.tsv", ["user", "post"])
    #expect(Set(answers) == Set(posts + people) && answers.count == posts.count + people.count)
    #expect(Set(evidence).isSubset(of: posts) && !evidence.isEmpty)
    #expect(Set(posts.map { $0[0] }) == Set(people.map { $0[0] }))
  }

  @Test(
    "gold and answers are about the items", arguments: [TaskDefinition.Kind.ranking, .assessment])
  func tables(kind: TaskDefinition.Kind) throws {
    let files = try files(kind)
    let keys = [
      "tasks/my-task/test/items.tsv", "tasks/my-task/test/gold.tsv",
      "submissions/my-task/example/first.tsv",
    ]
    let tables = try keys.map { path in
      TableRows(try #require(files[path])).rows.map {
        [$0["topic"] ?? "", $0["item"] ?? $0["user"] ?? ""]
      }
    }
    let groups = TableRows(try #require(files["tasks/my-task/groups.tsv"])).rows
      .compactMap { $0["item"] ?? $0["user"] }
    #expect(Set(tables[0]).count == tables[0].count && !tables[0].isEmpty)
    #expect(Set(tables[1]).isSubset(of: tables[0]))
    #expect(Set(tables[2]).isSubset(of: tables[0]))
    #expect(Set(groups) == Set(tables[0].map { $0[1] }))
    if kind == .assessment { #expect(tables[0] == tables[1] && tables[0] == tables[2]) }
  }

  private func files(_ kind: TaskDefinition.Kind) throws -> [String: [UInt8]] {
    let files = StarterTask.files(id: "my-task", kind: kind)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }
}
