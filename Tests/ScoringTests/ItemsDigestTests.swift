import SharedTasks
import Testing

@testable import Scoring

@Suite("The digest of items.tsv")
struct ItemsDigestTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  @Test("stands in a scorecard with times, since word counts change them", arguments: [10, 20])
  func assessment(words: Int) async throws {
    let task = try workspace.task(
      "kind: assessment\nlabels: [no, yes]\nmeasures: [AUC, TTR@1]\nprimary: AUC")
    let items = "item\twords\na\t\(words)\nb\t3\n"
    try workspace.items(items)
    try workspace.gold("item\tlabel\na\tyes\nb\tno\n")
    let digest = Digest.sha256(Array(items.utf8))
    let run = "item\tscore\na\t0.9\nb\t0.1\n"
    let timed = try await workspace.score(run, of: task).scorecard
    #expect(timed?.digests.items == digest)
    let document = try ScorecardDocument(#require(timed), perUnit: false)
    #expect(document.digests["items"] == digest)
    #expect(document.digests.count == 4)
    let curve = try await workspace.score(run, of: task, measures: ["AUC"], wantsCurve: true)
    #expect(curve.scorecard?.digests.items == digest)
    let untimed = try await workspace.score(run, of: task, measures: ["AUC"]).scorecard
    #expect(untimed != nil && untimed?.digests.items == nil)
  }

  @Test("is that of a ranking's items as well, and there is none without the file")
  func ranking() async throws {
    let task = try workspace.task("kind: ranking\nmeasures: [AP, TTF]\nprimary: AP")
    try workspace.gold("topic\titem\tgrade\nt\ta\t1\nt\tb\t0\n")
    let run = "topic\titem\tscore\nt\ta\t2\nt\tb\t1\n"
    let without = try await workspace.score(run, of: task).scorecard
    #expect(without != nil && without?.digests.items == nil)
    let items = "topic\titem\twords\nt\ta\t50\nt\tb\t60\n"
    try workspace.items(items)
    let with = try await workspace.score(run, of: task).scorecard
    #expect(with?.digests.items == Digest.sha256(Array(items.utf8)))
    let untimed = try await workspace.score(run, of: task, measures: ["AP"]).scorecard
    #expect(untimed != nil && untimed?.digests.items == nil)
  }
}
