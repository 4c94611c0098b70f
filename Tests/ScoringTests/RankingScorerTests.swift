import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scoring a ranking")
struct RankingScorerTests {
  let workspace: TemporaryWorkspace

  static let definition = """
    kind: ranking
    measures: [AP, RR, P@1]
    primary: AP
    """
  static let gold = "topic\titem\tgrade\nt1\td1\t1\nt1\td2\t0\nt1\td3\t1\nt2\td1\t2\n"
  static let run =
    "topic\titem\tscore\nt1\td2\t3\nt1\td1\t2\nt1\td3\t1\nt2\td1\t0.5\nt2\td9\t0.4\n"

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(Self.gold)
  }

  @Test("gives the means over topics that one works out by hand, and each topic")
  func values() async throws {
    let card = try #require(
      try await workspace.score(Self.run, of: workspace.task(Self.definition)).scorecard)
    // t1: (1/2 + 2/3)/2; t2: 1.
    #expect(card.numbers["AP"]?.isNear(19.0 / 24) == true)
    #expect(card.numbers["RR"] == 0.75)
    #expect(card.numbers["P@1"] == 0.5)
    #expect(card.units == 2)
    #expect(card.perUnit?.units == ["t1", "t2"])
    #expect(card.perUnit?.values.map { $0.map(\.number) }.last == [1, 1, 1])
    #expect(card.signature.description.hasPrefix("AP|task:example|split:test|ties:trec|gold:"))
  }

  @Test("gives the same for a TREC run, and for topics that take turns")
  func layouts() async throws {
    let task = try workspace.task(Self.definition)
    let expected = try await workspace.values(Self.run, of: task)
    let trec = """
      t1 Q0 d2 1 3 x
      t2 Q0 d1 1 0.5 x
      t1 Q0 d3 9 1 x
      t2 Q0 d9 2 0.4 x
      t1 Q0 d1 5 2 x
      """
    #expect(try await workspace.values(trec, of: task) == expected)
  }

  @Test("gives the same through a pipe, which can be read only once")
  func pipe() async throws {
    let task = try workspace.task(Self.definition)
    let rows = Self.run.split(separator: "\n").map { $0 + "\n" }
    let turned = ([rows[0], rows[4]] + rows[1...3] + [rows[5]]).joined()
    let path = workspace.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      guard let pipe = FileHandle(forWritingAtPath: path) else { return }
      pipe.write(Data(turned.utf8))
      try? pipe.close()
    }
    let input = try InputFile(argument: path, maximumBytes: 1 << 20)
    let gold = try await Gold(of: task, split: "test")
    let scorer = try Scorer(task, split: "test", gold: gold)
    let card = try #require(
      try await scorer.score(input, place: nil, options: ReadingOptions()).scorecard)
    #expect(card.numbers["AP"]?.isNear(19.0 / 24) == true)
    #expect(card.digests.submission == Digest.sha256(Array(turned.utf8)))
  }

  @Test("breaks ties as the task says", arguments: ["trec", "expected", "file"])
  func ties(rule: String) async throws {
    let task = try workspace.task(Self.definition + "\nties: \(rule)")
    let run = "t1 Q0 d2 1 1 x\nt1 Q0 d1 2 1 x\nt1 Q0 d3 3 1 x\nt2 Q0 d1 1 1 x\n"
    let values = try await workspace.values(run, of: task, measures: ["P@1"])
    // Of t1: d3 by its id; two in three; d2, which stands first.
    let first = ["trec": 1.0, "expected": 2.0 / 3, "file": 0][rule] ?? .nan
    #expect(values["P@1"]?.isNear((first + 1) / 2) == true)
  }

  @Test("refuses topics that are unknown or missing, all at once")
  func refusesTopics() async throws {
    let task = try workspace.task(Self.definition)
    let result = try await workspace.score(
      "topic\titem\tscore\nT1\td1\t1\nt2\td1\t1\nT3\td1\t1\n", of: task)
    #expect(result.scorecard == nil)
    #expect(result.diagnostics.places == ["2 unknown-topic", "4 unknown-topic", "missing-topic"])
  }

  @Test("with `missing: worst` scores a missing topic as an empty list")
  func worst() async throws {
    let task = try workspace.task(Self.definition + "\nmissing: worst")
    let card = try #require(
      try await workspace.score("t2 Q0 d1 1 1 x\n", of: task).scorecard)
    #expect(card.numbers == ["AP": 0.5, "RR": 0.5, "P@1": 0.5])
    #expect(card.notes == ["1 of 2 topics left out; one left out has the worst value"])
  }

  @Test("knows no other items than those of items.tsv, where there is one")
  func items() async throws {
    let task = try workspace.task(Self.definition)
    let open = try await workspace.values(Self.run, of: task)
    let items = "topic\titem\nt1\td1\nt1\td2\nt1\td3\nt2\td1\n"
    try workspace.items(items)
    let closed = try await workspace.score(Self.run, of: task)
    #expect(closed.diagnostics.places == ["6:4 unknown-item"])
    try workspace.items(items + "t2\td9\n")
    #expect(try await workspace.values(Self.run, of: task) == open)
  }

  @Test("tells every problem with its line and column")
  func problems() async throws {
    let task = try workspace.task(Self.definition)
    let result = try await workspace.score(
      "# team: A\ntopic\tscore\titem\nt1\t1\td1\nt1\t2\td1\nt1\tx\td2\nt1\tnan\td3\n"
        + "t2\t1\n\nt2\t\td1\n", of: task)
    #expect(
      result.diagnostics.places == [
        "4:6 duplicate-item", "5:4 bad-number", "6:4 not-finite", "7 wrong-field-count",
        "9 empty-value",
      ])
    for empty in ["", "# team: A\n", "topic\titem\tscore\n"] {
      #expect(
        try await workspace.score(empty, of: task).diagnostics.places.contains("empty-file"))
    }
  }

  @Test("does not depend on how many threads work on it")
  func threads() async throws {
    let judgements = (0..<600).map { "t\($0 / 5) 0 d\($0 * 7 % 100) \($0 % 3)\n" }.joined()
    try workspace.gold(judgements)
    let task = try workspace.task(
      "kind: ranking\nmeasures: [AP, nDCG@10, RBP, GMAP, bpref]\nprimary: AP")
    let lines = (0..<36_000).map { line in
      "t\(line / 300) Q0 d\(line % 300) 0 \(line * 7_919 % 1_009) x\n"
    }
    let run = lines.joined()
    try #require(run.utf8.count > 2 * BlockReader.blockSize)
    let one = try #require(try await workspace.score(run, of: task, threads: 1).scorecard)
    let three = try #require(try await workspace.score(run, of: task, threads: 3).scorecard)
    #expect(one.values == three.values)
    #expect(one.perUnit?.values == three.perUnit?.values)
    #expect(one.digests.submission == three.digests.submission)
    // The same topics line by line in turn.
    let turned = lines.indices.map { lines[$0 % 120 * 300 + $0 / 120] }.joined()
    let gathered = try #require(try await workspace.score(turned, of: task).scorecard)
    #expect(gathered.values == one.values)
  }
}
