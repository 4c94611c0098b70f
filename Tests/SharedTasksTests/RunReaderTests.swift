import Measures
import Testing

@testable import SharedTasks

@Suite("Reading runs")
struct RunReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What may be in a run.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var topics = 40
    var lines = 30
    var scores = ["%"]
    var itemPrefix = "d"
    var duplicates = 0.0
    var unknownTopics = 0.0
    var badLines = 0.0
    var isSorted = false
    var isInterleaved = false
    var lineEnd = "\n"
    var endsLast = true

    var testDescription: String { name }

    static let all = [
      Kind(name: "sorted", isSorted: true),
      Kind(name: "in any order"),
      Kind(name: "ties", scores: ["1", "2", "2.0", "3.5"]),
      Kind(name: "ties, sorted", scores: ["1", "2", "2.0", "3.5"], isSorted: true),
      Kind(name: "all tied, long ids", scores: ["0"], itemPrefix: "clueweb09-en0000-"),
      Kind(name: "scores of all signs", scores: ["-1e-3", "0", "-0.0", "+7", "1e5", "-12.25"]),
      Kind(name: "duplicates and unknown topics", duplicates: 0.1, unknownTopics: 0.2),
      Kind(name: "bad lines and numbers", scores: ["1", "x", "%"], badLines: 0.1),
      Kind(name: "interleaved", duplicates: 0.02, unknownTopics: 0.1, isInterleaved: true),
      Kind(
        name: "interleaved, no last line feed", badLines: 0.1, isInterleaved: true, endsLast: false),
      Kind(name: "CRLF", duplicates: 0.05, lineEnd: "\r\n"),
      Kind(name: "no last line feed", endsLast: false),
      Kind(name: "long lines", itemPrefix: String(repeating: "long-", count: 30)),
      Kind(name: "many small topics", topics: 1_500, lines: 3, unknownTopics: 0.1),
      Kind(name: "large topics", topics: 3, lines: 1_500, scores: ["%", "%", "%", "5"]),
      Kind(name: "large topics, interleaved", topics: 3, lines: 1_500, isInterleaved: true),
    ]
  }

  private func run(_ kind: Kind, seed: UInt64) -> NaiveRun {
    var random = RandomNumbers(seed: seed)
    var run = NaiveRun()
    for number in 0..<kind.topics {
      let topic = "t\(number)"
      let isKnown = !random.happens(kind.unknownTopics)
      var lines: [NaiveRun.Line] = (0..<kind.lines).map { item in
        let score = kind.scores.randomElement(using: &random) ?? ""
        return NaiveRun.Line(
          topic: topic, item: "\(kind.itemPrefix)\(item &* 7919 % 100_003)",
          score: score == "%" ? String(Double.random(in: -9...9, using: &random)) : score)
      }
      for line in lines where random.happens(kind.duplicates) { lines.append(line) }
      lines.shuffle(using: &random)
      if kind.isSorted { lines.sort { Double($0.score) ?? 0 > Double($1.score) ?? 0 } }
      for index in lines.indices where random.happens(kind.badLines) {
        lines[index].other = ["", "one", "a b c d e", "a b c d e f g"].randomElement(using: &random)
      }
      if isKnown {
        var judged = ["absent": 1, "\(kind.itemPrefix)": 0]
        for line in lines where random.happens(0.2) {
          judged[line.item] = Int.random(in: -1...2, using: &random)
        }
        run.gold[topic] = judged
      }
      run.lines += lines
    }
    if kind.isInterleaved { run.lines.shuffle(using: &random) }
    // An empty line without its end would be none.
    run.lines[run.lines.count - 1].other = nil
    return run
  }

  /// Everything that a reading says, as it does not depend on threads.
  private struct Outcome: Equatable {
    var lists: [String: NaiveRun.List]
    var problems: [String]
    var unknownTopics: [String]
    var lines: Int
  }

  private func outcome(
    _ path: String, _ gold: RankingGold, _ ties: TieRule, threads: Int
  ) async throws -> (Outcome, rendered: String) {
    let reader = RunReader(gold: gold, ties: ties) { NaiveRun.List($0) }
    let reading = try await reader.read(InputFile(path), threads: threads)
    #expect(reading.digest != nil)
    var lists: [String: NaiveRun.List] = [:]
    for (topic, list) in reading.values.enumerated() { lists[gold.topics.text(topic)] = list }
    // A topic whose lines stand together is told of in line order, others topic by topic.
    let problems = reading.diagnostics.diagnostics.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    return (
      Outcome(
        lists: lists, problems: problems.map { "\($0.line ?? 0) \($0.code)" },
        unknownTopics: reading.unknownTopics.map { "\($0.name) \($0.line)" },
        lines: reading.lines),
      reading.diagnostics.rendered()
    )
  }

  @Test("a run is read as a naive reader reads it, on any number of threads", arguments: Kind.all)
  func naive(kind: Kind) async throws {
    for (seed, ties) in TieRule.allCases.enumerated() {
      let run = run(kind, seed: UInt64(seed))
      try folder.write(run.goldText, to: "gold.qrels")
      try folder.write(run.text(lineEnd: kind.lineEnd, endsLast: kind.endsLast), to: "run")
      let gold = try RankingGold.read(folder.path + "/gold.qrels")
      #expect(gold.diagnostics.isEmpty)
      let expected = Outcome(
        lists: run.lists(ties), problems: run.problems, unknownTopics: run.unknownTopics,
        lines: run.lines.count)
      var first: String?
      for threads in [1, 7] {
        let (outcome, rendered) = try await outcome(
          folder.path + "/run", gold.gold, ties, threads: threads)
        #expect(outcome == expected, "\(ties), \(threads) threads")
        #expect(rendered == first ?? rendered, "\(ties), \(threads) threads")
        first = rendered
      }
    }
  }

  @Test("a topic that is longer than a block is read whole")
  func longTopic() async throws {
    let run = run(Kind(name: "", topics: 2, lines: 12_000), seed: 9)
    try folder.write(run.goldText, to: "gold.qrels")
    try folder.write(run.text(lineEnd: "\n", endsLast: true), to: "run")
    let gold = try RankingGold.read(folder.path + "/gold.qrels").gold
    let (outcome, _) = try await outcome(folder.path + "/run", gold, .file, threads: 2)
    #expect(outcome.lists.values.map(\.count) == [12_000, 12_000])
    #expect(outcome.problems == run.problems)
  }

  @Test("lines after a block that is not text keep their numbers")
  func linesAfterBadText() async throws {
    var run = run(Kind(name: "", topics: 500, lines: 60), seed: 10)
    run.lines[100].item = "nul\0"
    run.lines[29_999].score = "x"
    try folder.write(run.goldText, to: "gold.qrels")
    try folder.write(run.text(lineEnd: "\n", endsLast: true), to: "run")
    let gold = try RankingGold.read(folder.path + "/gold.qrels").gold
    let (outcome, _) = try await outcome(folder.path + "/run", gold, .trec, threads: 2)
    #expect(
      outcome.problems == ["101 \(DiagnosticCode.nulByte)", "30000 \(DiagnosticCode.badNumber)"])
    #expect(outcome.lines == 30_000)
  }

  @Test("items of one score stand by descending bytes of their ids")
  func tieOrder() async throws {
    try folder.write("t 0 b 1\nt 0 ba 2\nt 0 é 3\n", to: "gold.qrels")
    try folder.write(
      "t Q0 a 1 5 x\nt Q0 b 2 5 x\nt Q0 ba 3 5 x\nt Q0 é 4 5 x\nt Q0 top 5 6 x\n", to: "run")
    let gold = try RankingGold.read(folder.path + "/gold.qrels").gold
    let (outcome, _) = try await outcome(folder.path + "/run", gold, .trec, threads: 1)
    let rows = try #require(outcome.lists["t"]).rows
    #expect(rows.map(\.above) == [1, 2, 3])
    #expect(rows.map(\.level) == [2, 1, 0])
  }
}
