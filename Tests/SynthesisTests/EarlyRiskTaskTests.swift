import Testing

@testable import Synthesis

@Suite("The task early-risk")
struct EarlyRiskTaskTests {
  private let files = Dictionary(
    uniqueKeysWithValues: EarlyRiskTask.files(seed: 20_260_101).map { ($0.path, $0.bytes) })

  private func table(_ path: String) throws -> TableRows {
    TableRows(try #require(files[path]))
  }

  private static let runs = ["tidewater/word-list", "tidewater/patient", "lantern/encoder"]

  @Test("800 users have 600,000 writings, and about one in ten is at risk")
  func sizes() throws {
    var writings = 0
    var users: Set<String> = []
    for (split, size) in [("dev", EarlyRiskTask.development), ("test", EarlyRiskTask.test)] {
      let gold = try table("tasks/early-risk/\(split)/gold.tsv")
      #expect(gold.column("label").count { $0 == "risk" } == size.atRisk)
      let counts = gold.column("writings").compactMap { Int($0) }
      #expect(counts.allSatisfy { $0 >= 10 })
      #expect(counts.reduce(0, +) == size.writings)
      #expect(
        try table("tasks/early-risk/\(split)/items.tsv").column("user") == gold.column("user"))
      writings += size.writings
      users.formUnion(gold.column("user"))
    }
    #expect(users.count == 800 && writings == 600_000)
    #expect(try Set(table("tasks/early-risk/groups.tsv").column("user")) == users)
  }

  @Test("submissions follow everybody, within what they wrote", arguments: runs)
  func complete(name: String) throws {
    let gold = try table("tasks/early-risk/test/gold.tsv")
    let own = Dictionary(
      uniqueKeysWithValues: zip(gold.column("user"), gold.column("writings").map { Int($0) ?? 0 }))
    let rows = try table("submissions/early-risk/\(name).tsv").rows
    var seen: [String: Int] = [:]
    var alerted: Set<String> = []
    for row in rows {
      let user = try #require(row["user"])
      let writings = try #require(row["writings"].flatMap { Int($0) })
      #expect(writings > seen[user, default: 0] && writings <= own[user] ?? 0)
      if seen[user] == nil { #expect(writings == 1) }
      seen[user] = writings
      if row["decision"] == "1" { alerted.insert(user) }
      #expect(!alerted.contains(user) || row["decision"] == "1")
      #expect((0...1).contains(row["score"].flatMap { Double($0) } ?? -1))
    }
    #expect(Set(seen.keys) == Set(own.keys))
  }

  @Test("submissions are small, and their errors go together")
  func errors() throws {
    let size = Self.runs.reduce(0) { $0 + (files["submissions/early-risk/\($1).tsv"]?.count ?? 0) }
    #expect(size < 1_500_000)
    let gold = try table("tasks/early-risk/test/gold.tsv")
    let users = gold.column("user")
    let isAtRisk = gold.column("label").map { $0 == "risk" }
    let alerts = try Self.runs.map { name in
      Set(
        try table("submissions/early-risk/\(name).tsv").rows
          .filter { $0["decision"] == "1" }.compactMap { $0["user"] })
    }
    let wrong = alerts.map { alerted in
      Set(users.indices.filter { alerted.contains(users[$0]) != isAtRisk[$0] })
    }
    let chance = Double(wrong[1].count * wrong[2].count) / Double(users.count)
    #expect(Double(wrong[1].intersection(wrong[2]).count) > 2 * chance)
    // Women are alerted in error more often by the encoder, which the README states.
    let groups = try table("tasks/early-risk/groups.tsv")
    let sex = Dictionary(uniqueKeysWithValues: zip(groups.column("user"), groups.column("sex")))
    let rates = ["F", "M"].map { group in
      let others = users.indices.filter { !isAtRisk[$0] && sex[users[$0]] == group }
      return Double(others.count { alerts[2].contains(users[$0]) }) / Double(others.count)
    }
    #expect(abs(rates[0] - 0.07) < 0.005)
    #expect(abs(rates[1] - 0.03) < 0.005)
  }
}
