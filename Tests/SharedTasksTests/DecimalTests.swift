import Testing

@testable import SharedTasks

@Suite("Decimal numbers")
struct DecimalTests {
  /// Parses `text` alone and among other digits, which must not be read.
  private func parse(_ text: String) -> Decimal.Result {
    let alone = Array(text.utf8)
    let among = Array(("99999999" + text + "99999999").utf8)
    let result = Decimal.parse(alone.span, 0, alone.count)
    #expect(Decimal.parse(among.span, 8, 8 + alone.count) == result, "\(text) among digits")
    return result
  }

  /// How many of `texts` are read other than by `Double(String)`, and the first of them.
  private func differences(_ texts: some Sequence<String>) -> (count: Int, first: String?) {
    var count = 0
    var first: String?
    for text in texts {
      let expected = Double(text)
      let isSame =
        switch parse(text) {
        case .number(let value): value.bitPattern == expected?.bitPattern && value.isFinite
        case .notFinite: expected?.isInfinite ?? false
        case .malformed: false
        }
      if !isSame {
        count += 1
        first = first ?? text
      }
    }
    return (count, first)
  }

  private func expectSame(_ texts: some Sequence<String>) {
    let (count, first) = differences(texts)
    #expect(count == 0, "first: \(first ?? "")")
  }

  @Test("hard cases are read to the bit")
  func hardCases() {
    let significands = [
      "0", "1", "9", "5", "10", "9007199254740991", "9007199254740992", "9007199254740993",
      "9007199254740994", "9007199254740995", "18014398509481985", "18446744073709551615",
      "18446744073709551616", "9999999999999999999", "10000000000000000000",
      "123456789012345678901234567890", "2.2250738585072011", "2.2250738585072014",
      "4.9406564584124654", "2.4703282292062327", "2.4703282292062328", "1.7976931348623157",
      "1.7976931348623158", "1.7976931348623159", "0.1", "0.3", "0.5", ".5", "5.", "00.5", "0.50",
      "000000000000000000000000.5", "0.000000000000000000000001", "1.00000000000000000000000000001",
      "0.1000000000000000055511151231257827", "0.30000000000000004", "7.2057594037927933",
      "6929495644600919.5", "3.518437208883201171875", "1.448997445238699", "8.5", "12345678.5",
      "1234567.12345678", "1234567.123456789", "1234567.1234567890123456", "0.00000001",
      "0.123456789012345678", "0.1234567890123456789", "0.12345678901234567890",
      String(repeating: "7", count: 400), "0." + String(repeating: "3", count: 400),
      "1" + String(repeating: "0", count: 300), "0." + String(repeating: "0", count: 320) + "1",
    ]
    let exponents = [
      "", "e0", "E5", "e+5", "e-5", "e22", "e23", "e-22", "e-23", "e27", "e28", "e-27", "e-28",
      "e37", "e300", "e-300", "e308", "e309", "e-308", "e-323", "e-324", "e-325", "e-400", "e400",
      "e99999", "e-99999", "e123456789012345678901234567890", "e-123456789012345678901234567890",
      "e00000000000000000000000000000001",
    ]
    expectSame(
      significands.flatMap { significand in
        exponents.flatMap { exponent in
          ["", "-", "+"].map { $0 + significand + exponent }
        }
      })
  }

  @Test("numbers halfway between two neighbours are rounded to the even one")
  func halfwayCases() {
    var random = RandomNumbers(seed: 1)
    expectSame(
      (0..<2_000).lazy.flatMap { _ -> [String] in
        // An odd number of 54 bits, and its neighbours.
        let half = random.next() >> 10 | 1 << 53 | 1
        let zeros = String(repeating: "0", count: Int(random.next() % 6))
        return ["\(half)", "\(half - 1)\(zeros)", "\(half + 1).\(zeros)", "\(half).\(zeros)1"]
      })
  }

  @Test("any number, as it is printed, with 17 digits and with a point anywhere")
  func randomNumbers() {
    var random = RandomNumbers(seed: 2)
    expectSame(
      (0..<6_000).lazy.flatMap { _ -> [String] in
        let any = Double(bitPattern: random.next())
        let digits = String(random.next() % 10_000_000_000_000_000_000)
        let point = digits.index(
          digits.startIndex, offsetBy: Int.random(in: 0...digits.count, using: &random))
        let decimal = "\(digits[..<point]).\(digits[point...])"
        let exponent = Int.random(in: -345...310, using: &random)
        return (any.isFinite ? ["\(any)"] : []) + [decimal, "-\(decimal)e\(exponent)"]
      })
  }

  @Test("scores as systems write them")
  func scores() {
    var random = RandomNumbers(seed: 3)
    expectSame(
      (0..<3_000).lazy.map { _ in
        let whole =
          random.next() % [1, 2, 100, 10_000_000, 100_000_000_000][Int(random.next() % 5)]
        let decimals = Int(random.next() % 20)
        let digits = String(random.next()).prefix(decimals)
        return "\(random.happens(0.3) ? "-" : "")\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
      })
  }

  @Test(
    "what is not a number is refused",
    arguments: [
      "", ".", "-", "+", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1e5.", "1e5x", "0x10", "0x1p4",
      "1_000", " 1", "1 ", "\t1", "--1", "+-1", "1-", "1.2.3", "1,5", "1..2", "12a", "a12", "1\0",
      "0.12345678x", "0.1234567x", "x.12345678", "1.2345:78", "1.2345/78", "1.\u{FF11}", "١",
      "infinit", "infinityy", "na", "nan0", "nan()", "inff", "e", "E", "1f", "0b1", "½",
    ])
  func malformed(text: String) {
    #expect(parse(text) == .malformed)
  }

  @Test(
    "what is a number and not finite is told apart",
    arguments: [
      "nan", "NaN", "-nan", "inf", "-inf", "+Inf", "INFINITY", "-infinity", "1e400", "-1e400",
      "1" + String(repeating: "0", count: 400), "1.7976931348623159e308",
    ])
  func notFinite(text: String) {
    #expect(parse(text) == .notFinite)
  }
}
