import Testing

@testable import Scoring

@Suite("Ranks on resamples")
struct RankRangeTests {
  @Test("are those that leave out the same share on both sides")
  func range() throws {
    var counts = RankCounts(systems: 3, lowerIsBetter: false)
    for resample in 0..<100 {
      // The first system is third 4 times, second 6 times, else first.
      let first = resample < 4 ? 0.0 : resample < 10 ? 0.5 : 2
      counts.add([first, 1, 0.1])
    }
    let all = try #require(counts.range(of: 0, confidence: 0.95))
    #expect([all.low, all.high] == [1, 3])
    #expect(all.probabilityOfFirst == 0.9)
    let most = try #require(counts.range(of: 0, confidence: 0.9))
    #expect([most.low, most.high] == [1, 2])
    let half = try #require(counts.range(of: 0, confidence: 0.5))
    #expect([half.low, half.high] == [1, 1])
  }

  @Test("systems that are first together share it")
  func ties() throws {
    var counts = RankCounts(systems: 3, lowerIsBetter: true)
    counts.add([1, 1, 2])
    counts.add([1, 3, 2])
    let first = try #require(counts.range(of: 0, confidence: 0.95))
    let second = try #require(counts.range(of: 1, confidence: 0.95))
    #expect(first.probabilityOfFirst == 0.75)
    #expect(second.probabilityOfFirst == 0.25)
    #expect([second.low, second.high] == [1, 3])
  }

  @Test("without resamples there are none")
  func none() {
    #expect(RankCounts(systems: 2, lowerIsBetter: false).range(of: 0, confidence: 0.9) == nil)
  }
}
