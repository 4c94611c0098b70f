import Testing

@testable import Measures

@Suite("AUC of copies")
struct AreaOnCopiesTests {
  /// Where an item stands among others, its answer left out or not.
  private static func height(_ item: Int, _ assessment: Assessment, _ scores: [Double]) -> Double {
    if assessment.isAnswered(item) { return scores[item] }
    return assessment.scale.positive[Int(assessment.gold[item])] ? -.infinity : .infinity
  }

  /// The share of the pairs of copies that are in order, ties counting one half, pair by pair.
  private static func naive(_ assessment: Assessment, _ copies: [Int32]) -> Double? {
    guard let scores = assessment.rankingScores else { return nil }
    var doubled = 0
    var pairs = 0
    let isPositive = assessment.gold.map { assessment.scale.positive[Int($0)] }
    for positive in isPositive.indices where isPositive[positive] {
      for other in isPositive.indices where !isPositive[other] {
        let weight = Int(copies[positive]) * Int(copies[other])
        let above = height(positive, assessment, scores)
        let below = height(other, assessment, scores)
        doubled += weight * (above > below ? 2 : above == below ? 1 : 0)
        pairs += 2 * weight
      }
    }
    return pairs > 0 ? Double(doubled) / Double(pairs) : nil
  }

  @Test("is that of all pairs, to the last bit, whichever class has fewer items")
  func pairs() {
    var fewerPositives = 0
    var morePositives = 0
    for seed in 0..<300 {
      let sample = AnswerSample(seed: 40_000 + seed, items: 0...40, leavesOut: seed % 3 == 0).kernel
      let positives = sample.gold.count { sample.scale.positive[Int($0)] }
      guard var area = AreaOnCopies(sample) else { continue }
      if positives > 0, positives < sample.gold.count {
        if 2 * positives <= sample.gold.count { fewerPositives += 1 } else { morePositives += 1 }
      }
      for copies in CopiesTests.copies(seed, of: sample.gold.count) {
        #expect(area.value(copies) == Self.naive(sample, copies))
      }
    }
    #expect(fewerPositives > 20 && morePositives > 20)
  }
}
