import Testing

@testable import SharedTasks

@Suite("Base64")
struct Base64Tests {
  @Test(
    "the test vectors of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func vectors(_ plain: String, _ text: String) {
    #expect(Base64.text(of: Array(plain.utf8)) == text)
    #expect(Base64.bytes(of: Array(text.utf8), .standard) == Array(plain.utf8))
  }

  @Test(
    "what is not padded, not of the alphabet, or has bits left over is refused",
    arguments: [
      "Zg", "Zg=", "Zg===", "Z", "Zh==", "Zm9=", "Z===", "====", "=g==", "Z=g=", "Zg= ", "Zm9v\n",
      "Zm9*", "Zmé=",
    ])
  func refused(_ text: String) {
    #expect(Base64.bytes(of: Array(text.utf8), .standardOrURLSafe) == nil)
  }

  @Test("the alphabet for URLs is read where it may stand, and nowhere else")
  func alphabets() {
    #expect(Base64.bytes(of: Array("-_+/".utf8), .standardOrURLSafe) == [0xFB, 0xFF, 0xBF])
    #expect(Base64.bytes(of: Array("-_+/".utf8), .standard) == nil)
  }

  @Test("every byte comes back, at every length")
  func roundTrip() {
    for length in 0...300 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
      let text = Base64.text(of: bytes)
      #expect(Base64.bytes(of: Array(text.utf8), .standard) == bytes)
    }
  }
}
