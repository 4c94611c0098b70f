import SharedTasks
import Testing

@testable import Reporting

@Suite("Text and addresses of pages")
struct PageTextTests {
  @Test(
    "what a browser takes for markup is escaped, whatever stands beside it",
    arguments: [
      ("<b>", "&lt;b&gt;"), ("\"\u{301}", "&quot;\u{301}"), ("\u{0D4E}<", "\u{0D4E}&lt;"),
      ("'&'", "&#39;&amp;&#39;"), ("a\u{202E}b", "a\\u{202E}b"), ("a\r\nb", "a\\r\\nb"),
      ("plain", "plain"),
    ])
  func escaped(text: String, expected: String) {
    #expect(PageEscaping().escapeText(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("a text that is too long is cut")
  func cut() {
    let long = String(repeating: "a", count: 100_000)
    #expect(PageEscaping().escapeText(long).utf8.count < 6_000)
    #expect(PageEscaping().escapeText("<" + long).utf8.count < 6_000)
  }

  @Test(
    "addresses keep nothing that means something in them",
    arguments: [
      ("a/b.html", "a/b.html"), ("a:b?#", "a%3Ab%3F%23"), ("é \"", "%C3%A9%20%22"),
      ("\u{1}", "%01"),
    ])
  func links(path: String, expected: String) { #expect(PageLink.to(path) == expected) }

  @Test(
    "arguments of commands are text to a shell",
    arguments: [
      ("a/b-c.json", "a/b-c.json"), ("it's $(x)", "'it'\\''s $(x)'"), ("", "''"), ("~", "'~'"),
      ("'\u{301}", "''\\''\u{301}'"),
    ])
  func commands(argument: String, expected: String) {
    #expect(PageLink.shellQuoted(argument).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(
    "digests of what pages allow are in base64",
    arguments: [
      ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ])
  func integrity(text: String, expected: String) {
    #expect(Digest.integrity(Array(text.utf8)) == expected)
  }

  @Test(
    "a p-value is never 0, nor told more exactly than the board is",
    arguments: [(0.0, 4, "<0.0001"), (0.0, 2, "<0.01"), (0.0213, 4, "0.0213"), (1, 3, "1.000")])
  func probabilities(p: Double, decimals: Int, expected: String) {
    #expect(BoardNumbers(decimals: decimals).probability(p) == expected)
  }
}
