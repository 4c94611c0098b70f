import Testing

@testable import SharedTasks

@Suite("Scores compared as they are written")
struct ScoreTextTests {
  /// What comes of reading one score after the other: nil where they are not comparable as text.
  private func order(_ first: String, _ second: String) -> ScoreText.Order? {
    let bytes = Array((first + " " + second + " and more bytes").utf8)
    let end = first.utf8.count
    var score = ScoreText(bytes.span, 0, end)
    return score.advance(bytes.span, end + 1, end + 1 + second.utf8.count)
  }

  @Test("two scores that are written alike are ordered as their numbers are")
  func agrees() throws {
    var random = SystemRandomNumberGenerator()
    var compared = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...15, using: &random)
      let point = Int.random(in: 0...length, using: &random)
      // Few digits that differ, so that scores often are equal or nearly so.
      func score() -> String {
        let digits = (0..<length).map { $0 < length - 2 ? "7" : "\(Int.random(in: 7...9))" }
        return digits[..<point].joined() + (point < length ? "." : "") + digits[point...].joined()
      }
      let (a, b) = (score(), score())
      guard let first = Double(a), let second = Double(b) else { continue }
      let found = try #require(order(a, b), "\(a) and \(b) are written alike")
      compared += 1
      #expect(found == (first > second ? .descending : first == second ? .equal : .ascending))
    }
    #expect(compared > 10_000)
  }

  @Test(
    "scores that are not written alike, or that text cannot tell apart, are not compared",
    arguments: [
      ("1.5", "10.5"), ("1.50", "15.0"), ("12.5", "1.25"), ("-1.5", "-2.5"), ("1e5", "1e6"),
      ("1.2.3", "1.2.3"), ("1.5", "1x5"), ("1.5", "1/5"), ("1.5", "a.5"), ("1.5", "1.:"),
      ("", "1"), ("0.1234567890123456", "0.1234567890123457"),
      ("1234567890123456", "1234567890123457"), ("12345678901234567", "12345678901234568"),
      ("0.5", "0,5"), ("5", "٣"), ("1.5", "1\0"),
    ])
  func refuses(_ first: String, _ second: String) {
    #expect(order(first, second) == nil)
  }

  @Test("a chain of scores is compared link by link")
  func chain() {
    let bytes = Array("9.75 9.50 9.50 9.51".utf8)
    var score = ScoreText(bytes.span, 0, 4)
    #expect(score.advance(bytes.span, 5, 9) == .descending)
    #expect(score.advance(bytes.span, 10, 14) == .equal)
    #expect(score.advance(bytes.span, 15, 19) == .ascending)
  }
}
