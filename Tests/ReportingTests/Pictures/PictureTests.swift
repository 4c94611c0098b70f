import Foundation
import Testing

@testable import Reporting

@Suite("A picture")
struct PictureTests {
  static let names = ["alpha / r1", "beta / r1", "gamma / r2", "delta", "epsilon"]

  @Test(
    "is an image with a name and a description, whose ids are its own",
    arguments: PictureExample.allCases)
  func accessible(_ example: PictureExample) throws {
    let picture = example.picture(id: "board 1", names: Self.names)
    let document = try #require(SVGDocument(picture.svg))
    let root = try #require(document.elements.first)
    #expect(root.attributes["role"] == "img")
    let ids = try #require(root.attributes["aria-labelledby"]).split(separator: " ").map(
      String.init)
    #expect(ids == ["picture-board_20_1.title", "picture-board_20_1.description"])
    #expect(document.elements[1].name == "title" && document.elements[1].text == picture.title)
    #expect(document.elements[2].name == "desc" && document.elements[2].text == picture.description)
    #expect(document.elements.compactMap { $0.attributes["id"] } == ids)
    #expect(!picture.title.isEmpty && !picture.description.isEmpty)
  }

  @Test("has every name in its table", arguments: PictureExample.allCases)
  func table(_ example: PictureExample) {
    let table = example.picture(names: Self.names).table
    #expect(table.rows.count >= 5)
    // Bins have no names.
    guard example != .calibration else { return }
    for name in Self.names { #expect(table.rows.contains { $0.contains(name) }, "\(name)") }
  }

  @Test("is the same bytes each time", arguments: PictureExample.allCases)
  func stable(_ example: PictureExample) {
    #expect(
      example.picture(names: Self.names).svg.utf8.elementsEqual(
        example.picture(names: Self.names).svg.utf8))
  }

  @Test("has an id for each name")
  func ids() {
    let names = ["a", "a.title", "a-title", "A", "a b", "a_20_b", "a\u{301}", "á", "", "_", "__"]
    #expect(Set(names.map { PictureID($0).title }).count == names.count)
    let all = names.flatMap { [PictureID($0).title, PictureID($0).description] }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { !$0.contains(" ") && !$0.contains("\"") })
  }

  @Test("says nothing by colour alone", arguments: PictureExample.allCases)
  func colors(_ example: PictureExample) throws {
    let document = try #require(SVGDocument(example.picture(names: Self.names).svg))
    // Shapes moved to one place, and whether they are hollow: two hues are never one shape.
    var hues: [String: Set<String>] = [:]
    for element in document.elements(named: "path") {
      guard let data = element.attributes["d"], data.hasSuffix("Z"),
        let hue = element.attributes["stroke"]
      else { continue }
      let letters = data.filter { "MLaZ".contains($0) }
      let fill = element.attributes["fill"] == "none" ? "hollow" : "full"
      let start = data.dropFirst().prefix { $0 != " " }
      let next = data.split { "ML".contains($0) }.dropFirst().first.map(String.init) ?? ""
      let slope = next.split(separator: " ").first == start ? "upright" : "slanted"
      hues["\(letters) \(fill) \(slope)", default: []].insert(hue)
    }
    // Of curves each has a hue and dashes of its own.
    guard example != .recall else {
      let curves = document.elements(named: "path").filter {
        $0.attributes["fill"] == "none" && $0.attributes["d"]?.hasSuffix("Z") == false
      }
      let dashes = curves.map { $0.attributes["stroke-dasharray"] ?? "" }
      #expect(curves.count == 5 && Set(dashes).count == 5)
      return
    }
    for (shape, colors) in hues {
      #expect(colors.subtracting(["currentColor"]).count <= 1, "\(shape)")
    }
  }

  @Test("has a contrast of 3 : 1 with the ground, light and dark", arguments: Hue.allCases)
  func contrast(_ hue: Hue) throws {
    func luminance(_ color: String) throws -> Double {
      let number = try #require(Int(color.dropFirst(), radix: 16))
      let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
      return weights.reduce(0) { sum, weight in
        let share = Double(number >> weight.0 & 255) / 255
        // sRGB to linear light, as WCAG 2.2 defines relative luminance.
        let linear = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        return sum + weight.1 * linear
      }
    }
    let white = 1.05
    #expect(try white / (luminance(hue.light) + 0.05) >= 3)
    #expect(try (luminance(hue.dark) + 0.05) / (luminance("#1A1A1A") + 0.05) >= 3)
    #expect(
      PictureStyle.css.contains(".picture .\(hue.fill) { fill: var(--picture-\(hue.rawValue)); }"))
    #expect(PictureStyle.css.contains(".picture .\(hue.stroke) {"))
  }
}

@Suite("SVG")
struct SVGElementTests {
  @Test("is these bytes, on every machine")
  func bytes() {
    let mark = PictureMark(shape: .diamond, hue: .blue).at(10, 20, tooltip: "a<b")
    #expect(
      mark.text == """
        <path d="M10.00 14.00L16.00 20.00L10.00 26.00L4.00 20.00Z" class="hue-1 line-1" \
        fill="#0072B2" stroke="#0072B2" stroke-width="1.50">
        <title>a&lt;b</title>
        </path>
        """)
    #expect(
      PictureShapes.path([(0, 1), (0.001, 1), (2.0 / 3, 1e300)], nil, width: 1).text == """
        <path d="M0.00 1.00L0.67 1000000.00" fill="none" stroke="currentColor" \
        stroke-width="1.00" stroke-linejoin="round"/>
        """)
  }

  @Test(
    "has coordinates with two decimals, whatever the number",
    arguments: [
      (0.375, "0.38"), (-0.001, "0.00"), (1 / 3, "0.33"), (-Double.infinity, "-1000000.00"),
      (Double.nan, "0.00"), (1e20, "1000000.00"),
    ] as [(Double, String)])
  func coordinate(number: Double, text: String) {
    #expect(SVGValue.coordinate(number) == text)
  }

  @Test("escapes text and attributes alike")
  func escaping() {
    let element = SVGElement("text", ["class": "a\"b<c"], text: "&\u{1B}'")
    #expect(element.text == "<text class=\"a&quot;b&lt;c\">&amp;\\u{1B}&#39;</text>")
    #expect(SVGElement("g", ["id": .absent]).text == "<g/>")
  }
}
