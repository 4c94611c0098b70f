import Testing

@testable import Attestation

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  @Test(
    "numbers are written as in the samples of RFC 8785, appendix B",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
      (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"), (0xC340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
      (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"),
      (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func number(_ bits: UInt64, _ text: String) {
    #expect(CanonicalJSON.text(of: .number(Double(bitPattern: bits))) == text)
  }

  @Test("names stand in the order of RFC 8785, section 3.2.3: by UTF-16 and not by scalar")
  func names() throws {
    let text = #"""
      { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, "ö": 7 }
      """#
    let value = try JSONReader.value(of: Array(text.utf8))
    guard case .fields(let fields) = value else { return #expect(Bool(false)) }
    #expect(CanonicalJSON.order(fields.keys) == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
  }

  @Test("text has the fewest escapes: RFC 8785, section 3.2.2.2")
  func text() throws {
    let text = #"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}"#
    let value = try JSONReader.value(of: Array(text.utf8))
    #expect(CanonicalJSON.text(of: value) == #"{"string":"€$\u000f\nA'B\"\\\\\"/"}"#)
  }

  @Test("every double reads back as itself")
  func roundTrip() throws {
    var random = SplitMix(state: 8)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite, number != 0 else { continue }
      let text = CanonicalJSON.text(of: .number(number))
      guard case .number(let again) = try JSONReader.value(of: Array(text.utf8)) else {
        return #expect(Bool(false), "\(text)")
      }
      #expect(again.bitPattern == number.bitPattern, "\(text)")
    }
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood 2014, SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Some bytes changed, dropped, doubled or cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
