import Testing

@testable import Measures

@Suite("Bins of probabilities")
struct CalibrationBinTests {
  private func assessment(_ scores: [Double], answered: [Bool]? = nil) -> Assessment {
    let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
    var assessment = Assessment(scale: scale, gold: scores.indices.map { $0 % 3 == 0 ? 1 : 0 })
    assessment.scores = scores
    assessment.answered = answered
    return assessment
  }

  @Test("are those of ECE", arguments: [1, 2, 3, 7, 10, 49])
  func expectedCalibrationError(count: Int) throws {
    let scores = (0..<200).map { Double($0 * 37 % 101) / 100 }
    let answered = (0..<200).map { $0 % 11 != 0 }
    let assessment = assessment(scores, answered: answered)
    let bins = try #require(CalibrationBin.bins(of: assessment, count: count))
    let wrong = bins.reduce(Double(assessment.leftOut)) { sum, bin in
      sum + abs(Double(bin.positives) - (bin.meanProbability ?? 0) * Double(bin.items))
    }
    let measure = try Measure("ECE(bins=\(count))").bound(to: assessment.scale)
    let expected = try #require(assessment.values(of: [measure]).first?.number)
    #expect(abs(wrong / 200 - expected) < 1e-12)
    #expect(bins.count == count)
    #expect(bins.reduce(0) { $0 + $1.items } == 200 - assessment.leftOut)
  }

  @Test("begin with their lower bound, and the last one ends with 1")
  func bounds() throws {
    let bins = try #require(
      CalibrationBin.bins(of: assessment([0, 0.25, 0.49, 0.5, 1]), count: 2))
    #expect(bins.map(\.items) == [3, 2])
    #expect(bins.map(\.low) == [0, 0.5] && bins.map(\.high) == [0.5, 1])
  }

  @Test("are none of scores that are no probabilities, and none of no bins")
  func undefined() {
    #expect(CalibrationBin.bins(of: assessment([0.5, 1.5]), count: 10) == nil)
    #expect(CalibrationBin.bins(of: assessment([0.5, .nan]), count: 10) == nil)
    #expect(CalibrationBin.bins(of: assessment([0.5]), count: 0) == nil)
    #expect(CalibrationBin.bins(of: assessment([0.5]), count: .max) == nil)
    #expect(CalibrationBin.bins(of: assessment([]), count: 3)?.map(\.items) == [0, 0, 0])
  }
}
