import Foundation
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

  @Test("no order overlaps less than the reverse one, with ties or without")
  func leastOverlap() async throws {
    for count in 2...4 {
      let task = try workspace.task(TwelveItems.definition)
      let levels = 0..<count
      let submissions = levels.map { system in
        ("\(system).tsv", TwelveItems.table(TwelveItems.first.map { $0 * Double(system + 1) / 5 }))
      }
      let agreement = try RankingAgreement(
        try await workspace.entries(submissions, of: task, ["TPR", "FPR", "Brier", "AUC"]))
      let least = try #require(agreement.leastOverlap)
      for pair in agreement.pairs {
        #expect(pair.leastOverlap == least)
        if let overlap = pair.overlap.number { #expect(overlap >= least - 1e-12) }
      }
      // Webber, Moffat and Zobel's RBO_EXT with the agreement max(0, 2d − n)/d at depth d.
      let expected =
        (1...count).reduce(0.0) { sum, depth in
          sum + 0.1 / 0.9 * pow(0.9, Double(depth)) * Double(max(0, 2 * depth - count))
            / Double(depth)
        } + pow(0.9, Double(count))
      #expect(least.isNear(expected))
    }
  }

  @Test("a pair of fewer systems has another least overlap")
  func fewerSystems() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let labels =
      "item\tlabel\n"
      + TwelveItems.positive.enumerated().map { "i\($0)\t\($1 ? "yes" : "no")\n" }.joined()
    let submissions = ComparatorTests.three + [("labels.tsv", labels)]
    let agreement = try RankingAgreement(
      try await workspace.entries(submissions, of: task, ["TPR", "FPR", "AUC"]))
    let pair = try #require(agreement.pairs.first { $0.second.description == "AUC" })
    #expect(agreement.pairs[0].systems == 4 && pair.systems == 3)
    #expect(try #require(pair.leastOverlap).isNear(0.855))
    #expect(try #require(agreement.leastOverlap) < 0.855)
  }

  @Test("needs two measures that bring systems into an order", arguments: [["AUC"], ["TPR"]])
  func tooFewOrders(measures: [String]) async throws {
    let error = await #expect(throws: ComparisonError.self) { _ = try await agreement(measures) }
    let text = try #require(error).description
    #expect(text.contains("only \(measures[0]) brings systems"))
    #expect(text.contains("add a --measure for each"))
  }

  @Test("measures without a direction do not count as orders")
  func noOrders() async throws {
    let workspace = try TemporaryWorkspace()
    try workspace.gold("topic\titem\tgrade\nq\ta\t1\nq\tb\t0\n")
    let task = try workspace.task("kind: ranking\nmeasures: [AP]\nprimary: AP")
    let run = "topic\titem\tscore\nq\ta\t2\nq\tb\t1\n"
    for (measures, words) in [
      (["AP", "NumRet"], "here only AP brings systems"),
      (["NumRet"], "here no measure brings systems"),
    ] {
      let entries = try await workspace.entries(
        [("one.tsv", run), ("two.tsv", run)], of: task, measures)
      let error = #expect(throws: ComparisonError.self) { try RankingAgreement(entries) }
      #expect(try #require(error).description.contains(words))
    }
  }
}
