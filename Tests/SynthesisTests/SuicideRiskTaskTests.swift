import Testing

@testable import Synthesis

@Suite("The task suicide-risk")
struct SuicideRiskTaskTests {
  private let files = Dictionary(
    uniqueKeysWithValues: SuicideRiskTask.files(seed: 20_260_101).map { ($0.path, $0.bytes) })

  private func table(_ path: String) throws -> TableRows {
    TableRows(try #require(files[path]))
  }

  @Test("labels have the prevalence of CLPsych 2019", arguments: [("dev", 60), ("test", 125)])
  func prevalence(split: String, size: Int) throws {
    let gold = try table("tasks/suicide-risk/\(split)/gold.tsv")
    let expected =
      split == "test" ? SuicideRiskTask.testCounts : SuicideRiskTask.developmentCounts
    for (label, count) in zip(SuicideRiskTask.labels, expected) {
      #expect(gold.column("label").count { $0 == label } == count)
    }
    #expect(Set(gold.column("item")).count == size)
    let items = try table("tasks/suicide-risk/\(split)/items.tsv")
    #expect(items.column("item") == gold.column("item"))
    #expect(items.column("words").allSatisfy { (Int($0) ?? 0) > 10 })
  }

  @Test("everybody has groups, a few of them unknown")
  func groups() throws {
    let groups = try table("tasks/suicide-risk/groups.tsv")
    let items = try ["dev", "test"].flatMap {
      try table("tasks/suicide-risk/\($0)/items.tsv").column("item")
    }
    #expect(Set(groups.column("item")) == Set(items))
    for name in ["sex", "age", "language"] {
      let unknown = groups.column(name).count { $0.isEmpty }
      #expect(unknown > 0 && unknown < items.count / 5)
    }
  }

  @Test(
    "submissions answer for everybody",
    arguments: ["harbour/word-list", "harbour/regression", "meridian/encoder"])
  func complete(name: String) throws {
    let submission = try table("submissions/suicide-risk/\(name).tsv")
    let items = try table("tasks/suicide-risk/test/items.tsv").column("item")
    #expect(submission.column("item") == items)
    #expect(submission.column("label").allSatisfy(SuicideRiskTask.labels.contains))
    for row in submission.rows {
      let numbers = row.filter { $0.key.hasPrefix("score") }.values.map { Double($0) ?? -1 }
      #expect(!numbers.isEmpty && numbers.allSatisfy { (0...1).contains($0) })
      if numbers.count > 1 { #expect(abs(numbers.reduce(0, +) - 1) < 1e-9) }
    }
  }

  @Test("the word list ties, the encoder errs where the regression errs, and underrates a group")
  func errors() throws {
    let gold = try table("tasks/suicide-risk/test/gold.tsv").column("label")
    let scores = try table("submissions/suicide-risk/harbour/word-list.tsv").column("score")
    #expect(Set(scores).count < 100)

    let regression = try table("submissions/suicide-risk/harbour/regression.tsv").column("label")
    let encoder = try table("submissions/suicide-risk/meridian/encoder.tsv").column("label")
    let both = gold.indices.count { gold[$0] != regression[$0] && gold[$0] != encoder[$0] }
    let either = [regression, encoder].map { labels in
      gold.indices.count { gold[$0] != labels[$0] }
    }
    #expect(Double(both) > 1.3 * Double(either[0] * either[1]) / Double(gold.count))

    let groups = try table("tasks/suicide-risk/groups.tsv")
    let language = Dictionary(
      uniqueKeysWithValues: zip(groups.column("item"), groups.column("language")))
    let items = try table("tasks/suicide-risk/test/gold.tsv").column("item")
    let missed = ["first", "second"].map { group in
      let severe = gold.indices.filter {
        gold[$0] == "severe" && language[items[$0]] == group
      }
      return Double(severe.count { encoder[$0] != "severe" }) / Double(severe.count)
    }
    // The README states these two.
    #expect(abs(missed[0] - 0.06) < 0.005)
    #expect(abs(missed[1] - 0.37) < 0.005)
  }
}
