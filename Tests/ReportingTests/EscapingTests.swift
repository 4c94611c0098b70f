import Testing

@testable import Reporting

@Suite("Text in markup")
struct EscapingTests {
  @Test(
    "is set by pdfLaTeX as it stands",
    arguments: [
      ("50 % & $x_{1}#", "50~\\% \\& \\$x\\_\\{1\\}\\#"),
      ("a<b>|c", "a\\textless{}b\\textgreater{}\\textbar{}c"),
      ("\"x\"", "{\\ttfamily\\char34}x{\\ttfamily\\char34}"),
      ("\\~^`", "\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\textasciigrave{}"),
      ("-0.5", "$-$0.5"), ("[-0.5, -0.1]", "[$-$0.5, $-$0.1]"), ("bm-25", "bm-25"),
      ("--x---", "-{}-x-{}-{}-"), ("O''Brien's", "O'{}'Brien's"), ("1 − 2", "1 $-$ 2"),
      ("1–3 …", "1--3 \\dots{}"), ("two\nlines\r\nand\ttabs", "two lines  and tabs"),
      ("Łódź é", "Łódź é"), ("e\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"),
      ("√n τ", "$\\surd$n $\\tau$"),
      ("日😀", "\\textbackslash{}u\\{65E5\\}\\textbackslash{}u\\{1F600\\}"),
      ("\u{212A}", "\\textbackslash{}u\\{212A\\}"),
      ("|\u{338}", "\\textbar{}\\textbackslash{}u\\{338\\}"),
      ("\u{1B}", "\\textbackslash{}u\\{1B\\}"), ("a\u{A0}b", "a b"),
    ])
  func latex(text: String, expected: String) {
    // Canonical equivalence would call an accent apart the same.
    #expect(Array(TerminalText.latex(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("of any scalar is what OT1 can set")
  func everyScalar() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = TerminalText.latex(String(scalar))
      let isPlain = text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
      let isLetter =
        text.count == 1 && text.unicodeScalars.count == 1 && scalar.properties.isAlphabetic
      if !isPlain, !isLetter { Issue.record("U+\(String(value, radix: 16)) is \(text)") }
    }
  }

  @Test("begins no row of a tabular as an argument", arguments: ["[1ex]", "*", "* x", "[x"])
  func arguments(name: String) {
    var grid = Grid([(name, .left), ("*", .right)])
    grid.append([name, "[2]"])
    let lines = grid.latex(caption: "c").split(separator: "\n")
    #expect(lines.contains("{}\(name) & [2] \\\\"))
    #expect(!lines.contains { $0.hasPrefix("[") || $0.hasPrefix("*") })
  }

  @Test("of a signature may be broken in a caption, and is escaped")
  func signature() {
    #expect(
      TerminalText.latexSignature("F1(a_b)|v:1") == "\\texttt{F1(a\\_b)|\\allowbreak{}v:1}")
    #expect(TerminalText.markdownSignature("F1(a_b)|v:1") == "`F1(a_b)|v:1`")
    #expect(TerminalText.markdownSignature("a`b") == "a\\`b")
  }

  @Test(
    "stays text in Markdown",
    arguments: [
      ("a|b", "a\\|b"), ("|\u{338}", "\\|\u{338}"), ("`code`", "\\`code\\`"),
      ("<b>&lt;", "\\<b\\>\\&lt;"), ("p < 0.05", "p \\< 0.05"),
      ("*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"),
      ("[x](y)", "\\[x\\](y)"), ("two\nlines", "two lines"), ("a\\", "a\\\\"),
      ("https://x www.y 0.5", "https\\://x www\\.y 0.5"), ("$x$", "\\$x\\$"),
    ])
  func markdown(text: String, expected: String) {
    #expect(Array(TerminalText.markdown(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("with combining marks is quoted in CSV")
  func csv() {
    var grid = Grid([("name", .left)])
    for cell in ["a,\u{301}b", "\"\u{301}", "two\r\nlines", "=\u{301}1"] { grid.append([cell]) }
    let expected = "name\n\"a,\u{301}b\"\n\"\"\"\u{301}\"\n\"two\r\nlines\"\n'=\u{301}1\n"
    #expect(Array(grid.csv.unicodeScalars) == Array(expected.unicodeScalars))
  }
}
