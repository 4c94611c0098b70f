import Testing

@testable import Attestation

@Suite("Reading JSON strictly")
struct JSONReaderTests {
  private static func problem(_ text: String) -> String? {
    do {
      _ = try JSONReader.value(of: Array(text.utf8))
      return nil
    } catch { return error.description }
  }

  @Test(
    "what others read differently is refused, and where it stands is said",
    arguments: [
      (#"{"a":1,"a":2}"#, "at byte 8: a name that the object has already"),
      (#"{"a":1,"\u0061":2}"#, "at byte 8: a name that the object has already"),
      (#""\ud800""#, "at byte 3: not an escape that JSON has"),
      (#""\ud800\u0041""#, "at byte 3: not an escape that JSON has"),
      (#""\x""#, "at byte 3: not an escape"), ("\"\u{1}\"", "at byte 2: a control character"),
      ("01", "at byte 2: more follows"), ("1.x", "at byte 3: not a number"),
      ("1e999", "at byte 1: a number too large"), ("-", "at byte 2: it ends too early"),
      ("NaN", "at byte 1: a value is expected"), ("\u{FEFF}1", "at byte 1: a value is expected"),
      ("[1,]", "at byte 4: a value is expected"), ("[1 2]", "at byte 4: a comma or ]"),
      (#"{"a":1,}"#, "at byte 8: a name in quotes"), (#"{"a" 1}"#, "at byte 6: a colon"),
      ("{\"a\":1} x", "at byte 9: more follows"), ("\"a", "at byte 3: it ends too early"),
      ("", "at byte 1: it ends too early"), ("tru", "at byte 4: it ends too early"),
    ])
  func refused(_ text: String, _ words: String) throws {
    let problem = try #require(Self.problem(text), "\(text)")
    #expect(problem.hasPrefix(words))
  }

  @Test("bytes that are not UTF-8 are refused")
  func notUTF8() {
    #expect(throws: JSONProblem(offset: 1, kind: .notUTF8)) {
      try JSONReader.value(of: [0x22, 0xC3, 0x28, 0x22])
    }
  }

  @Test("a value is read up to 64 levels, and no deeper")
  func depth() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(Self.problem(nested(65)) == nil)
    #expect(Self.problem(nested(66))?.contains("nested deeper") == true)
    #expect(Self.problem(String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test("a pair of surrogates is one scalar, and spaces do not matter")
  func accepted() throws {
    let text = " { \"a\" : [ \"\\ud83d\\ude00\" , -1.5E+1, true , null ] } \r\n"
    let value = try JSONReader.value(of: Array(text.utf8))
    #expect(CanonicalJSON.text(of: value) == #"{"a":["😀",-15,true,null]}"#)
  }

  @Test("damaged JSON is read or refused, never trapped on")
  func damaged() {
    var random = SplitMix(state: 3)
    let text = Array(#"{"a":[1.5e-3,"\ud83d\ude00é\n",{"b":null,"c":true}],"d":-0.25}"#.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      do { _ = try JSONReader.value(of: random.damaged(text)) } catch { refused += 1 }
    }
    #expect(refused > 10_000)
  }
}
