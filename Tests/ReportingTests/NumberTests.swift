import Foundation
import Reporting
import Testing

@Suite("Numbers with a fixed count of decimals")
struct NumberTests {
  @Test("are what printf writes")
  func likePrintf() {
    var seed: UInt64 = 1
    for index in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Shares of small counts, which are just above and just below short decimals.
      let value = Double(seed >> 54) / Double(1 + (seed >> 40) % 1000) - (index % 9 == 0 ? 7 : 0)
      for places in [0, 1, 2, 4] {
        let expected = String(format: "%.\(places)f", value)
        let plain =
          expected.allSatisfy { "-0.".contains($0) } ? expected.replacing("-", with: "") : expected
        #expect(Number.fixed(value, places: places) == plain, "\(value)")
      }
    }
  }

  @Test(
    "just below a short decimal are rounded to it",
    arguments: [(0.6, "0.6000"), (0.7, "0.7000"), (0.29, "0.2900")])
  func justBelow(value: Double, text: String) {
    #expect(Number.fixed(value, places: 4) == text)
  }
}
