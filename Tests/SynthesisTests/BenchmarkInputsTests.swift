import Testing

@testable import Synthesis

@Suite("Inputs of the benchmark")
struct BenchmarkInputsTests {
  static let small = RankingBenchmark(name: "small", topics: 12, depth: 100, judged: 20)

  @Test("a run has its topics and ranks, no document twice, and falling scores with ties")
  func run() throws {
    let lines = try lines(of: Self.small.files(seed: 1), "small.run")
    #expect(lines.count == 1_200)
    #expect(Set(lines.map { "\($0[0]) \($0[2])" }).count == 1_200)
    #expect(Set(lines.map { $0[0] }).count == 12)
    var ties = 0
    for (previous, line) in zip(lines, lines.dropFirst()) where previous[0] == line[0] {
      let (higher, lower) = (Double(previous[4]) ?? -1, Double(line[4]) ?? -1)
      #expect(higher >= lower && lower > 0)
      if higher == lower { ties += 1 }
    }
    #expect(ties > 0 && ties < 100)
    #expect(lines.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "bm25" })
  }

  @Test("judgements are of the run's documents, but for a fifth of them")
  func judgements() throws {
    let files = Self.small.files(seed: 1)
    let run = Set(try lines(of: files, "small.run").map { "\($0[0]) \($0[2])" })
    let judgements = try lines(of: files, "small.qrels")
    #expect(judgements.count == 240)
    #expect(judgements.filter { run.contains("\($0[0]) \($0[2])") }.count == 192)
    #expect(Set(judgements.map { $0[3] }) == ["0", "1", "2", "3"])
  }

  @Test("the same seed gives the same bytes, another seed others")
  func seeds() throws {
    let (a, b, c) = (1, 1, 2) as (UInt64, UInt64, UInt64)
    let runs = try [a, b, c].map { try contents(of: Self.small.files(seed: $0), "small.run") }
    #expect(runs[0] == runs[1])
    #expect(runs[0] != runs[2])
  }

  @Test("an assessment pairs each item of the gold with a score and a label")
  func assessment() throws {
    let files = AssessmentBenchmark(name: "small", items: 2_000).files(seed: 3)
    let gold = try lines(of: files, "tasks/small/test/gold.tsv").dropFirst()
    let answers = try lines(of: files, "submissions/small/baseline/logistic.tsv").dropFirst(4)
    #expect(gold.map { $0[0] } == answers.map { $0[0] })
    #expect(Set(gold.map { $0[0] }).count == 2_000)
    #expect(answers.allSatisfy { (0...1).contains(Double($0[1]) ?? -1) })
    let labels = Set(BenchmarkSeverity.labels)
    #expect(Set(gold.map { $0[1] }) == labels && Set(answers.map { $0[2] }) == labels)
    let right = zip(gold, answers).filter { $0[1] == $1[2] }.count
    #expect(right > 900 && right < 1_700)
  }

  @Test("the files are those that the benchmark asks for")
  func files() {
    #expect(
      BenchmarkInputs.files().map(\.path) == [
        "passages.qrels", "passages.run", "queries.qrels", "queries.run",
        "tasks/large-assessment/task.yaml", "tasks/large-assessment/test/gold.tsv",
        "submissions/large-assessment/baseline/logistic.tsv",
        "people/tasks/people/task.yaml", "people/tasks/people/test/items.tsv",
        "people/tasks/people/test/gold.tsv", "people/tasks/people/test/evidence.tsv",
        "people/submissions/people/baseline/hierarchical.tsv",
        "people-small/tasks/people-small/task.yaml",
        "people-small/tasks/people-small/test/items.tsv",
        "people-small/tasks/people-small/test/gold.tsv",
        "people-small/tasks/people-small/test/evidence.tsv",
        "people-small/submissions/people-small/baseline/hierarchical.tsv",
        "people-small/submissions/people-small/baseline/mixed.tsv",
        "ties/tasks/ties/task.yaml", "ties/tasks/ties/test/items.tsv",
        "ties/tasks/ties/test/gold.tsv", "ties/submissions/ties/baseline/equal.tsv",
        "ties/submissions/ties/baseline/distinct.tsv",
      ])
    #expect(RankingBenchmark.passages.topics * RankingBenchmark.passages.judged == 349_000)
  }

  private func contents(of files: [StreamedFile], _ path: String) throws -> [UInt8] {
    let file = try #require(files.first { $0.path == path })
    var bytes: [UInt8] = []
    try file.contents { bytes += $0 }
    return bytes
  }

  private func lines(of files: [StreamedFile], _ path: String) throws -> [[String]] {
    String(decoding: try contents(of: files, path), as: UTF8.self)
      .split(separator: "\n")
      .map { $0.split { $0 == " " || $0 == "\t" }.map(String.init) }
  }
}
