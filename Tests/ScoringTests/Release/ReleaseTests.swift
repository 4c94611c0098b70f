import Foundation
import Measures
import Testing

@testable import Scoring

@Suite("What is published")
struct ReleaseTests {
  @Test("is rounded as printf rounds", arguments: 0..<60)
  func printf(_ seed: Int) throws {
    var random = SplitMix(UInt64(seed))
    for decimals in 0...15 {
      for magnitude in [1e-5, 1, 1e4, 1e9] {
        let number = Double.random(in: -magnitude...magnitude, using: &random)
        let expected = try #require(Double(String(format: "%.\(decimals)f", number)))
        let rounded = DecimalRounding.rounded(number, decimals: decimals)
        #expect(rounded == expected, "\(number) to \(decimals)")
        #expect(rounded != 0 || rounded.sign == .plus)
      }
    }
  }

  @Test("of halves the even one is taken, by the exact value of the number")
  func halves() {
    #expect(DecimalRounding.rounded(0.5, decimals: 0) == 0)
    #expect(DecimalRounding.rounded(1.5, decimals: 0) == 2)
    #expect(DecimalRounding.rounded(0.125, decimals: 2) == 0.12)
    #expect(DecimalRounding.rounded(0.375, decimals: 2) == 0.38)
    // 0.00005 lies a little above a half as a Double, 1.005 a little below.
    #expect(DecimalRounding.rounded(0.00005, decimals: 4) == 0.0001)
    #expect(DecimalRounding.rounded(1.005, decimals: 2) == 1)
    #expect(DecimalRounding.rounded(-0.4, decimals: 0).sign == .plus)
  }

  @Test("numbers too large to have decimals, and what is no number, are left as they are")
  func large() {
    for number in [1e300, -1e18, 0x1p53, .infinity, -.infinity] {
      #expect(DecimalRounding.rounded(number, decimals: 15) == number)
    }
    #expect(DecimalRounding.rounded(.nan, decimals: 4).isNaN)
    #expect(PublicationPolicy(decimals: 99).decimals == 15)
    #expect(PublicationPolicy(decimals: -1).decimals == 0)
  }

  @Test("is the same when it is published once more, and keeps values in their intervals")
  func again() {
    var random = SplitMix(7)
    for decimals in 0...6 {
      let policy = PublicationPolicy(decimals: decimals)
      let bounds = (0..<3).map { _ in Double.random(in: 0...1, using: &random) }.sorted()
      let interval = MeasureInterval(
        low: bounds[0], high: bounds[2], confidence: 0.951, method: .bca, replicates: 7,
        undefined: 1, isApproximate: true, comparisons: 3)
      let once = Release(of: interval, under: policy)
      #expect(Release(of: once.answer, under: policy) == once)
      #expect(once.answer.low <= policy.rounded(bounds[1]))
      #expect(policy.rounded(bounds[1]) <= once.answer.high)
      #expect(once.answer.confidence == 0.951)
      #expect(once.answer.replicates == 7)
      #expect(once.answer.comparisons == 3)
    }
  }

  @Test("a ratio is no longer told by its counts, and a reason stays")
  func values() {
    let policy = PublicationPolicy(decimals: 2)
    #expect(Release(of: MeasureValue.ratio(1, of: 3), under: policy).answer == .number(0.33))
    let undefined = MeasureValue.undefined(.noneFound)
    #expect(Release(of: undefined, under: policy).answer == undefined)
    #expect(
      Release(of: MeasureValue.number(.infinity), under: policy).answer == .undefined(.overflow))
    let document = ValueDocument(.number(0.123), nil)
    #expect(Release(of: document, under: policy).answer.value == 0.12)
  }
}
