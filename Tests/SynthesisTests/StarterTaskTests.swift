import SharedTasks
import Synthesis
import Testing

@Suite("What init begins a task with")
struct StarterTaskTests {
  @Test("a kind has a definition without a problem", arguments: StarterTask.kinds)
  func definition(kind: TaskDefinition.Kind) throws {
    let files = try files(kind)
    try Definitions.check(
      #require(files["tasks/my-task/task.yaml"]), path: "task.yaml", task: "my-task")
  }

  @Test("gold and answers are about the items", arguments: StarterTask.kinds)
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

  @Test("kinds that cannot be begun yet give nothing")
  func others() {
    #expect(StarterTask.kinds == [.ranking, .assessment, .earlyDetection, .triage])
    #expect(StarterTask.files(id: "my-task", kind: .prioritization) == nil)
  }

  private func files(_ kind: TaskDefinition.Kind) throws -> [String: [UInt8]] {
    let files = try #require(StarterTask.files(id: "my-task", kind: kind))
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }
}
