import Testing

@testable import Reporting

@Suite("A picture of what anybody may have written")
struct HostilePictureTests {
  static let names = [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "'><svg/onload=x>", "]]>&lt;&#0;&x;",
    "a\u{0}b\u{1B}[2J\u{7F}\u{FFFE}", "x\u{202E}y\u{2066}z\u{200B}", "two\r\nlines\ttab", "",
    "\u{301}\u{301}e\u{301}", "日本語😀", "--> <!-- <![CDATA[", String(repeating: "long", count: 2_500),
    String(repeating: "\u{301}", count: 10_000),
  ]

  private static let allowed: Set<String> = [
    "svg", "title", "desc", "g", "text", "line", "path", "rect",
  ]

  @Test(
    "is well-formed and has no element or attribute but ours", arguments: PictureExample.allCases)
  func wellFormed(_ example: PictureExample) throws {
    for name in Self.names {
      let svg = example.picture(id: name, names: [name, "b", name, "c", name]).svg
      let document = try #require(SVGDocument(svg), "of \(name.prefix(30))")
      #expect(Set(document.elements.map(\.name)).isSubset(of: Self.allowed))
      for element in document.elements {
        let attributes = element.attributes.keys
        #expect(!attributes.contains { $0 == "style" || $0.hasPrefix("on") || $0.contains("href") })
        #expect(!element.attributes.values.contains { $0.contains("url(") })
      }
    }
  }

  @Test("shows no control and nothing that directs text", arguments: PictureExample.allCases)
  func printable(_ example: PictureExample) {
    for name in Self.names {
      let picture = example.picture(names: [name, "b", name, "c", name])
      let texts = [picture.svg, picture.table.csv]
      for scalar in texts.flatMap(\.unicodeScalars) where scalar != "\n" {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: Issue.record("\(scalar.value)")
        default: break
        }
      }
    }
  }

  @Test("stays small", arguments: PictureExample.allCases)
  func size(_ example: PictureExample) {
    let name = String(repeating: "<&\u{202E}", count: 100_000)
    let few = example.picture(names: [name, name, name])
    #expect(few.svg.utf8.count < 100_000)
    let many = example.picture(
      names: (0..<300).map { "s\($0)" }, (0..<300).map { Double($0) / 300 })
    #expect(many.svg.utf8.count < 400_000)
    #expect(many.table.rows.count >= 300)
  }

  @Test("says a name as text, whatever it is")
  func text() throws {
    let name = "<b>&\"'"
    let svg = PictureExample.scores.picture(names: [name]).svg
    let document = try #require(SVGDocument(svg))
    #expect(document.elements(named: "text").contains { $0.text == name })
    #expect(svg.contains("&lt;b&gt;&amp;&quot;&#39;"))
  }
}
