import Foundation
import Scoring
import SharedTasks
import Testing

@testable import Attestation

@Suite("Receipts")
struct ReceiptTests {
  @Test("a receipt is a statement of in-toto, and these bytes on every machine")
  func bytes() {
    let (a, b, c) = (
      String(repeating: "a", count: 64), String(repeating: "b", count: 64),
      String(repeating: "c", count: 64)
    )
    let (d, e) = (String(repeating: "d", count: 64), String(repeating: "e", count: 64))
    #expect(
      String(decoding: ReceiptSample.receipt.statement, as: UTF8.self) == """
        {"_type":"https://in-toto.io/Statement/v1","predicate":{"cltask":"0.1.0",\
        "digests":{"gold":{"sha256":"\(c)"},"groups":{"sha256":"\(d)"},"items":{"sha256":"\(e)"},\
        "task":{"sha256":"\(b)"}},"options":{"replicates":"10000","ties":"expected"},\
        "precision":"full","seed":"20260101",\
        "signature":"AUC|task:suicide-risk|split:test|gold:cccccccc|v:0.1.0",\
        "split":"test","task":"suicide-risk","values":{"measures":{\
        "AUC":{"interval":{"high":0.8333333333333333,"low":0.7},"value":0.8125},\
        "TTR@0.8":{"undefined":"recall 0.8 is never reached","value":null}}}},\
        "predicateType":"cltask:score-receipt/1",\
        "subject":[{"digest":{"sha256":"\(a)"},"name":"aurora/bm25"}]}
        """)
  }

  @Test("what is written is read as it was")
  func roundTrip() {
    var other = ReceiptSample.receipt
    (other.seed, other.precision) = (nil, .decimals(4))
    other.name = "<script>\u{202E} \"\n😀"
    other.files = [.gold: ReceiptSample.digest("1")]
    for receipt in [ReceiptSample.receipt, other] {
      var problems: [ReceiptProblem] = []
      #expect(Receipt(statement: receipt.statement, &problems) == receipt)
      #expect(problems.isEmpty, "\(problems)")
    }
  }

  @Test("a scorecard's receipt has its values to the last bit, and nothing of single units")
  func scorecard() throws {
    let receipt = try Receipt(
      of: ReceiptSample.document(), name: "aurora/bm25", options: [:], precision: .full)
    #expect(receipt.seed == .max)
    #expect(receipt.files == [.gold: ReceiptSample.digest("c"), .task: ReceiptSample.digest("b")])
    #expect(Set(receipt.values.keys) == ["measures", "confusion"])
    let text = String(decoding: receipt.statement, as: UTF8.self)
    #expect(text.contains(#""AUC":{"value":0.30000000000000004}"#))
    #expect(text.contains(#""seed":"18446744073709551615""#))
    #expect(!text.contains("item-of-a-person"))
    var problems: [ReceiptProblem] = []
    #expect(Receipt(statement: receipt.statement, &problems) == receipt)
  }

  @Test("without a digest of the submission or of the gold there is no receipt")
  func noDigest() throws {
    for name in ["submission", "gold"] {
      var document = try ReceiptSample.document()
      document.digests[name] = nil
      #expect(throws: AttestationError.noDigest(of: name)) {
        try Receipt(of: document, name: "x", options: [:], precision: .full)
      }
    }
  }

  @Test(
    "a submission of any kind that is scored twice has the same receipt, which holds",
    arguments: [
      "early-risk/lantern/encoder", "people-and-posts/meridian/hierarchical",
      "recidivism-rossi/regression/logistic", "staged-triage/harbour/one-look",
      "suicide-risk/harbour/regression",
      "symptom-search/lantern/sentence-vectors",
    ])
  func scoredTwice(_ path: String) async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let file = "\(root)/submissions/\(path).tsv"
    let id = try #require(path.split(separator: "/").first)
    func receipt() async throws -> Receipt {
      let task = try SharedTask(Workspace(at: root).task(String(id)))
      let split = try #require(task.definition.splits.last)
      let gold = try await Gold(of: task, split: split)
      let scorer = try Scorer(task, split: split, gold: gold)
      let result = try await scorer.score(
        InputFile(file), place: nil, options: ReadingOptions())
      let card = try #require(result.scorecard, "\(result.diagnostics)")
      return try Receipt(
        of: ScorecardDocument(card, perUnit: true), name: path, options: [:], precision: .full)
    }
    let (first, second) = (try await receipt(), try await receipt())
    #expect(first.statement == second.statement)
    #expect(ReceiptDifference(first, second) == nil)

    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    let envelope = try first.envelope.signed(with: SampleKeys.signing())
    let found = ReceiptVerification(
      of: envelope.bytes, keys: [try SampleKeys.verification()],
      submission: FileDigest(Digest.sha256(bytes)))
    #expect(found.receipt == second, "\(found.problems)")
    guard case .fields(let measures)? = found.receipt?.values["measures"] else {
      return #expect(Bool(false), "a receipt without measures")
    }
    #expect(!measures.isEmpty)
  }

  @Test("everything that is wrong with a statement is said at once")
  func problems() {
    let text = #"""
      {"_type": "x", "predicateType": "cltask:score-receipt/1",
       "subject": [{"name": 1, "digest": {"sha256": "AB"}}],
       "predicate": {"task": 1, "split": "test", "cltask": "1", "signature": "s",
         "digests": {"task": {}, "items": {"sha256": "g"}}, "options": {"a": 1, "b": "2"},
         "seed": "007", "precision": {"decimals": 1.5}}}
      """#
    var problems: [ReceiptProblem] = []
    #expect(Receipt(statement: Array(text.utf8), &problems) == nil)
    #expect(
      problems == [
        .statementType("x"),
        .wrongKind("name of the subject", is: "a number", wanted: "text"),
        .notDigest("sha256 of digest of the subject"),
        .wrongKind("task of predicate of the statement", is: "a number", wanted: "text"),
        .missing("sha256 of task of digests of predicate of the statement"),
        .notDigest("sha256 of items of digests of predicate of the statement"),
        .missing("gold of digests of predicate of the statement"),
        .wrongKind("a of options of predicate of the statement", is: "a number", wanted: "text"),
        .notSeed("seed of predicate of the statement"),
        .notPrecision("precision of predicate of the statement"),
        .missing("values of predicate of the statement"),
      ])
  }

  @Test(
    "decimals are a whole number that a task may publish",
    arguments: [
      ("0", true), ("15", true), ("16", false), ("-1", false), ("1.5", false), ("1e300", false),
      ("null", false),
    ])
  func decimals(_ count: String, _ isRead: Bool) {
    var receipt = ReceiptSample.receipt
    receipt.precision = .decimals(7)
    let text = String(decoding: receipt.statement, as: UTF8.self)
      .replacing(#""decimals":7"#, with: #""decimals":\#(count)"#)
    var problems: [ReceiptProblem] = []
    #expect((Receipt(statement: Array(text.utf8), &problems) != nil) == isRead)
    #expect(isRead || problems == [.notPrecision("precision of predicate of the statement")])
  }

  @Test("a statement of another kind is not read as a receipt")
  func otherKind() {
    let text = #"""
      {"_type": "https://in-toto.io/Statement/v1", "subject": [],
       "predicateType": "https://slsa.dev/provenance/v1", "predicate": {}}
      """#
    var problems: [ReceiptProblem] = []
    #expect(Receipt(statement: Array(text.utf8), &problems) == nil)
    #expect(problems == [.predicateType("https://slsa.dev/provenance/v1")])
  }
}
