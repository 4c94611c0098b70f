import Foundation
import Measures
import Scoring
import Testing

@testable import Reporting

@Suite("Tables of orders")
struct RankingAgreementReportTests {
  private func agreement(systems: Int) async throws -> RankingAgreement {
    try RankingAgreement(
      await ScorecardExample.entries(
        ScorecardExample.labels(submissions: systems), measures: ["AUC", "Brier"],
        hasIntervals: false))
  }

  // By hand: Σ p^d (1 − p)/p A(d) + p^n, A = 0, 1 of two systems and 0, 1/2, 1 of three.
  @Test(
    "say how little the overlap of reverse orders is", arguments: [(2, "0.9000"), (3, "0.8550")])
  func leastOverlap(systems: Int, least: String) async throws {
    let report = RankingAgreementReport(try await agreement(systems: systems))
    for format in [OutputFormat.table, .markdown, .latex] {
      let text = try report.rendered(as: format)
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("extrapolated RBO (p = 0.9), from \(least), "))
      #expect(words.contains(", the reverse order, to 1"))
      #expect(words.contains("equal values are tied, as in tau-b (RBO"))
    }
  }

  @Test("have the same in JSON")
  func json() async throws {
    let agreement = try await agreement(systems: 3)
    let text = try RankingAgreementReport(agreement).rendered(as: .json)
    let document = try JSONDecoder().decode(RankingAgreementDocument.self, from: Data(text.utf8))
    #expect(document == RankingAgreementDocument(agreement))
    let least = try #require(document.agreement.first?.leastRBO)
    #expect(abs(least - 0.855) < 1e-12)
    #expect(text.contains("\"rbo_least\" : 0.855"))
    #expect(text.contains("\"rbo_ties\" : \"b\""))
  }
}
