import Scoring
import Testing

@testable import Reporting

@Suite("What a new edition would change, in words")
struct PreviewReportTests {
  @Test("has the decimals of the board, however many and however large the values")
  func decimals() async throws {
    var document = try await ExampleBoard("suicide-risk").board.document
    document.decimals = 15
    document.standings[0].measures?[document.primary]?.value = 50_000
    let text = PreviewReport(document, LeaderboardChange.all(from: nil, to: document)).text
    #expect(text.contains("50000.000000000000000"))
    #expect(PreviewReport(document, []).text.hasSuffix("nothing would change\n"))
  }
}
