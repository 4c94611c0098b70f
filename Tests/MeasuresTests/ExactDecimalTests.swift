@testable import Measures
import Testing

@Suite("Decimals as they were written")
struct ExactDecimalTests {
  @Test("⌈0.07 · 100⌉ is 7, as in arithmetic, though not in Double")
  func ceiling() throws {
    #expect((0.07 * 100).rounded(.up) == 8)
    #expect(try #require(ExactDecimal("0.07")).ceiling(times: 100) == 7)
  }

  @Test("the ceiling of every hundredth of every count is that of whole numbers")
  func ceilings() throws {
    for hundredths in 0...100 {
      let padded = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
      let text = hundredths == 100 ? "1.00" : "0.\(padded)"
      let decimal = try #require(ExactDecimal(text))
      for count in 0...1000 {
        #expect(decimal.ceiling(times: count) == (hundredths * count + 99) / 100)
      }
    }
  }

  @Test("negative products are rounded up too, and those that do not fit are refused")
  func extremes() throws {
    #expect(try #require(ExactDecimal("-0.5")).ceiling(times: 3) == -1)
    #expect(try #require(ExactDecimal("999999999999999")).ceiling(times: .max) == nil)
    #expect(try #require(ExactDecimal(".000000000000001")).ceiling(times: .max) == 9224)
    #expect(ExactDecimal(7).ceiling(times: 6) == 42)
  }

  @Test(
    "it is read as Double would be, and written back",
    arguments: [
      "0", "1", "-1", "0.8", ".5", "12.", "0.07", "123456789.123456", "0.1", "-0.003",
      "999999999999999",
      ".000000000000001",
    ])
  func reads(_ text: String) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(decimal.double == Double(text.hasSuffix(".") ? text + "0" : text))
    #expect(ExactDecimal(decimal.description) == decimal)
  }

  @Test("trailing zeros do not make another number")
  func zeros() {
    #expect(ExactDecimal("0.50") == ExactDecimal(".5"))
    #expect(ExactDecimal("10.0") == ExactDecimal(10))
    #expect(ExactDecimal("-0") == ExactDecimal(0))
    #expect(ExactDecimal("10.0")?.whole == 10)
    #expect(ExactDecimal("10.5")?.whole == nil)
  }

  @Test(
    "anything else is no number",
    arguments: [
      "", "-", ".", "-.", "+1", "1e9", "1_000", "1,5", "--1", "1-", "0x10", "١", " 1", "1 ", "nan",
      "inf",
      "1.2.3", "1234567890123456", ".0000000000000001",
    ])
  func refuses(_ text: String) { #expect(ExactDecimal(text) == nil) }
}
