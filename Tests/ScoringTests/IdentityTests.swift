import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Where a score comes from")
struct IdentityTests {
  let workspace: TemporaryWorkspace
  // By sha256sum of the very texts of AssessmentScorerTests.
  static let goldDigest = "905ab85920b25d0c23f843a8fcdc51bddf14717f089a1efe07be9292399cab55"
  static let runDigest = "7856719fd7e1bc11f1335098ed3de6c8a88ece27cda3cce954ca440f104936eb"
  /// By gzip.
  static let packedRun =
    "H4sIAAAAAAAAA8ssSc3lLE7OL0rlzElMSs3hSuQ00LPkLE4tSy1K5UoCciw4c/LLuZLBrLz8vFSuFCDTGKYi"
    + "FcgxhIgDAKu7bw9LAAAA"

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(AssessmentScorerTests.gold)
  }

  private func task() throws -> SharedTask { try workspace.task(AssessmentScorerTests.definition) }

  @Test("is told by the digests of the very bytes")
  func digests() async throws {
    let card = try #require(
      try await workspace.score(AssessmentScorerTests.run, of: task()).scorecard)
    #expect(card.digests.gold == "sha256:" + Self.goldDigest)
    #expect(card.digests.submission == "sha256:" + Self.runDigest)
    let definition = try #require(
      FileManager.default.contents(atPath: workspace.path + "/tasks/example/task.yaml"))
    #expect(card.digests.task == Digest.sha256(Array(definition)))
  }

  @Test("of a file packed by gzip is told by the digest of what it unpacks to")
  func packed() async throws {
    let bytes = try #require(Data(base64Encoded: Self.packedRun))
    let file = try workspace.write(Array(bytes), to: "run.tsv.gz")
    let card = try #require(try await workspace.score(at: file, of: task()).scorecard)
    #expect(card.digests.submission == "sha256:" + Self.runDigest)
    let plain = try await workspace.values(AssessmentScorerTests.run, of: task())
    #expect(card.numbers == plain)
  }

  @Test("is one line that names measure, task, split, ties, gold and version")
  func signature() async throws {
    let run = AssessmentScorerTests.run
    let card = try #require(try await workspace.score(run, of: task()).scorecard)
    #expect(
      card.signature.description
        == "AUC|task:example|split:test|ties:expected|gold:905ab859|v:\(CLTaskVersion.current)")
    let other = try #require(
      try await workspace.score(run, of: task(), measures: ["Accuracy", "P@2"]).scorecard)
    #expect(other.signature.description.hasPrefix("Accuracy|"))
  }

  @Test("is the team and run of its metadata, else of its place")
  func names() async throws {
    let place = try SubmissionPlace(task: "example", team: "Borealis", run: "first")
    let bare = try workspace.write(AssessmentScorerTests.run, to: "bare.tsv")
    let named = try workspace.write(
      "# team: Aurora\n# run: bm25\n" + AssessmentScorerTests.run, to: "named.tsv")
    let cards = [
      try await workspace.score(at: bare, of: task()),
      try await workspace.score(at: bare, of: task(), place: place),
      try await workspace.score(at: named, of: task(), place: place),
    ].map(\.scorecard)
    #expect(cards.map { $0?.team } == [nil, "Borealis", "Aurora"])
    #expect(cards.map { $0?.run } == [nil, "first", "bm25"])
  }
}

@Suite("Published documents")
struct DocumentTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  private func decoded<Document: Codable>(_ document: Document) throws -> Document {
    try JSONDecoder().decode(Document.self, from: JSONEncoder().encode(document))
  }

  @Test("a scorecard reads back from its JSON to the same bits", arguments: [true, false])
  func scorecard(perUnit: Bool) async throws {
    try workspace.gold(AssessmentScorerTests.gold)
    let task = try workspace.task(AssessmentScorerTests.definition + "\nmissing: worst")
    let card = try #require(
      try await workspace.score(
        AssessmentScorerTests.partial, of: task, measures: ["AUC", "nDCG", "MCC", "ECE", "RMSE"]
      ).scorecard)
    let document = ScorecardDocument(card, perUnit: perUnit)
    let same = try decoded(document)
    #expect(same == document)
    #expect(same.measures["nDCG"]?.value?.bitPattern == card.numbers["nDCG"]?.bitPattern)
    #expect(same.measures["MCC"]?.value == nil)
    #expect(same.measures["MCC"]?.undefined?.isEmpty == false)
    #expect(same.confusion?.leftOut == [1, 0, 1])
  }

  @Test("an undefined value is null, and the key is there")
  func null() throws {
    let value = ValueDocument(.undefined(.nothing(.items)))
    let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    #expect(text.contains("\"value\":null"))
  }

  @Test("an evaluation reads back, topic by topic")
  func evaluation() async throws {
    try workspace.gold("t1 0 d1 1\nt2 0 d1 1\n")
    let run = try workspace.write("t1 Q0 d1 1 0.5 x\n", to: "run")
    let gold = try RankingGold.read(workspace.path + "/tasks/example/test/gold.tsv").gold
    let evaluator = try RankingEvaluator(
      gold: gold, measures: [Measure("AP"), Measure("nDCG@10")], ties: .trec, missing: .zero)
    let evaluation = try await evaluator.evaluate(InputFile(run), options: ReadingOptions())
    let signature = Signature(measure: try Measure("AP"), ties: .trec, gold: gold.digest)
    let document = EvaluationDocument(
      evaluation, signature: signature, gold: gold.digest, perUnit: true)
    let same = try decoded(document)
    #expect(same == document)
    #expect(same.measures["AP"]?.value == 0.5)
    #expect(same.perUnit?["t2"]?["AP"] == 0)
    #expect(same.units == 2)
  }
}
