import Measures
import Testing

@testable import Scoring

@Suite("Agreement of rankings")
struct RankingAgreementTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  private func agreement(_ measures: [String]) async throws -> RankingAgreement {
    let task = try workspace.task(TwelveItems.definition)
    let submissions =
      ComparatorTests.three + [
        ("fourth.tsv", TwelveItems.table(ComparatorTests.third.map { 1 - $0 })),
        ("fifth.tsv", TwelveItems.table(TwelveItems.second.map { $0 * $0 })),
        ("sixth.tsv", TwelveItems.table(TwelveItems.first.map { $0.squareRoot() })),
      ]
    return try RankingAgreement(try await workspace.entries(submissions, of: task, measures))
  }

  @Test("a measure agrees with itself turned round")
  func same() async throws {
    let agreement = try await agreement(["TPR", "FNR"])
    let pair = try #require(agreement.pairs.first)
    #expect(agreement.places.allSatisfy { $0[0] == $0[1] })
    #expect(try #require(pair.tau.number).isNear(1))
    #expect(try #require(pair.overlap.number).isNear(1))
  }

  @Test("tau-b is that of the pairs of systems")
  func tau() async throws {
    let agreement = try await agreement(["AUC", "Brier"])
    let pair = try #require(agreement.pairs.first)
    #expect(pair.systems == 6)
    let places = agreement.places.map { ($0[0] ?? 0, $0[1] ?? 0) }
    var (balance, tiedFirst, tiedSecond, pairs) = (0, 0, 0, 0)
    for second in places.indices {
      for first in 0..<second {
        let (a, b) = (places[first], places[second])
        pairs += 1
        balance += (a.0 - b.0).signum() * (a.1 - b.1).signum()
        if a.0 == b.0 { tiedFirst += 1 }
        if a.1 == b.1 { tiedSecond += 1 }
      }
    }
    #expect(tiedFirst > 0, "squares and roots keep the order, and so AUC")
    let expected =
      Double(balance) / (Double(pairs - tiedFirst) * Double(pairs - tiedSecond)).squareRoot()
    #expect(try #require(pair.tau.number).isNear(expected))
    #expect(pair.tauAP == .undefined("some systems have equal values"))
  }

  @Test("a measure without a direction brings systems into no order")
  func noDirection() async throws {
    let workspace = try TemporaryWorkspace()
    try workspace.gold("topic\titem\tgrade\nq\ta\t1\nq\tb\t0\n")
    let task = try workspace.task("kind: ranking\nmeasures: [AP, RR, NumRet]\nprimary: AP")
    let runs = [
      ("one.tsv", "topic\titem\tscore\nq\ta\t2\nq\tb\t1\n"),
      ("two.tsv", "topic\titem\tscore\nq\ta\t1\nq\tb\t2\n"),
    ]
    let entries = try await workspace.entries(runs, of: task, ["AP", "RR", "NumRet"])
    let agreement = try RankingAgreement(entries)
    #expect(
      agreement.pairs.map { [$0.first.description, $0.second.description] } == [["AP", "RR"]])
    #expect(agreement.pairs[0].tauAP == .number(1))
    #expect(agreement.places.map { $0[2] } == [nil, nil])
    #expect(agreement.notes.contains { $0.contains("NumRet brings systems into no order") })
  }
}
