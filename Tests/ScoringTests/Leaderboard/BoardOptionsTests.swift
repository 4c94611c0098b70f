import Testing

@testable import Scoring

@Suite("What a board asks of submissions")
struct BoardOptionsTests {
  @Test(
    "is read again as it was written, whatever attributes are called",
    arguments: [
      [], [["sex"]], [["sex"], ["age", "sex"]], [["a,b", "c;d"], ["e\\", "\\,;"], ["é|="]],
    ] as [[[String]]])
  func roundTrip(_ tables: [[String]]) {
    let options = BoardOptions(replicates: 321, confidence: 0.9, seed: .max, tables: tables)
    #expect(BoardOptions(named: options.named, seed: options.seed) == options)
  }

  @Test(
    "is refused where it is none",
    arguments: [
      [:], ["replicates": "-1"], ["replicates": "10", "confidence": "2"],
      ["replicates": "10", "confidence": "0.95", "colour": "red"],
      ["replicates": "99999999999", "confidence": "0.95"],
    ])
  func refused(_ named: [String: String]) {
    #expect(BoardOptions(named: named, seed: 1) == nil)
  }

  @Test("a board of many submissions draws less for each")
  func replicates() {
    #expect(BoardOptions.defaultReplicates(of: 100) == 10_000)
    #expect(BoardOptions.defaultReplicates(of: 101) == 1_000)
  }
}
