import Foundation
import Testing

@testable import SharedTasks

@Suite("Times of submissions")
struct SubmissionTimeTests {
  @Test("are those of Foundation", arguments: 0..<40)
  func foundation(_ seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let seconds = Int64.random(in: -12_000_000_000...200_000_000_000, using: &random)
    let formatter = ISO8601DateFormatter()
    let zone = Int.random(in: -11...13, using: &random) * 3600
    formatter.timeZone = TimeZone(secondsFromGMT: zone)
    let date = Date(timeIntervalSince1970: Double(seconds))
    let time = try #require(SubmissionTime(parsing: formatter.string(from: date)))
    #expect(time.seconds == seconds)
    formatter.timeZone = .gmt
    #expect(time.description == formatter.string(from: date))
  }

  @Test("are read in every way that RFC 3339 writes them")
  func forms() throws {
    let noon = try #require(SubmissionTime(parsing: "2026-05-01T12:00:00Z"))
    for text in [
      "2026-05-01t12:00:00z", "2026-05-01 12:00:00.000Z", "2026-05-02T00:00:00+12:00",
      "2026-05-01T00:00:00-12:00",
    ] { #expect(SubmissionTime(parsing: text) == noon) }
    let later = try #require(SubmissionTime(parsing: "2026-05-01T12:00:00.000000001Z"))
    #expect(noon < later)
    #expect(
      try #require(SubmissionTime(parsing: "0000-01-01T00:00:00+23:59")).description.hasPrefix("-"))
    #expect(
      SubmissionTime(parsing: "2016-12-31T23:59:60Z")
        == SubmissionTime(parsing: "2017-01-01T00:00:00Z"))
  }

  @Test(
    "without an offset, or off the calendar, they are none",
    arguments: [
      "", "2026-05-01", "2026-05-01T12:00:00", "2026-02-29T12:00:00Z", "1900-02-29T00:00:00Z",
      "2026-13-01T12:00:00Z", "2026-00-01T12:00:00Z", "2026-05-00T12:00:00Z",
      "2026-05-01T24:00:00Z", "2026-05-01T12:60:00Z", "2026-05-01T12:00:61Z",
      "2026-05-01T12:00:00.Z", "2026-05-01T12:00:00.0000000001Z", "2026-05-01T12:00:00+24:00",
      "2026-05-01T12:00:00+1200", "2026-05-01T12:00:00Zulu", "２026-05-01T12:00:00Z",
      "2026-05-01T12:00:00+", "-026-05-01T12:00:00Z",
    ])
  func refused(_ text: String) { #expect(SubmissionTime(parsing: text) == nil) }
}
