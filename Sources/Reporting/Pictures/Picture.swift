/// A picture, and all that a page needs to show it to those who cannot see it.
struct Picture: Sendable {
  let title: String
  /// What it shows, in a sentence or two.
  let description: String
  /// An `svg` element, to stand in a page or, with a declaration in front, in a file.
  let svg: String
  /// What is drawn, to stand beside it.
  let table: Grid

  /// - Parameters:
  ///   - id: no other picture of the page has it.
  ///   - height: of the drawing, whose width is ``width``.
  init(
    _ id: PictureID, title: String, description: String, table: Grid, height: Double,
    drawing: [SVGElement]
  ) {
    self.title = title
    self.description = description
    self.table = table
    // An image to assistive technology, named and described by its first two children (SVG
    // Accessibility API Mappings, W3C 2018).
    svg =
      SVGElement(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "class": "picture", "role": "img",
          "aria-labelledby": .text("\(id.title) \(id.description)"),
          "viewBox": .text("0 0 \(Number.fixed(Self.width, places: 0)) \(Self.rounded(height))"),
          "width": .text(Number.fixed(Self.width, places: 0)),
          "height": .text(Self.rounded(height)),
          "font-family": "system-ui, sans-serif", "font-size": "12", "fill": "currentColor",
        ],
        [
          SVGElement("title", ["id": .text(id.title)], text: title),
          SVGElement("desc", ["id": .text(id.description)], text: description),
        ] + drawing
      ).text + "\n"
  }

  /// Of every drawing; a page may show it smaller.
  static let width = 720.0

  private static func rounded(_ height: Double) -> String {
    Number.fixed(min(max(height, 1), 1e6).rounded(.up), places: 0)
  }
}

/// What tells a picture apart from the others of a page.
struct PictureID: Sendable, Hashable {
  private let name: String

  /// - Parameter name: any text; two names are two ids.
  init(_ name: String) {
    var id = "picture-"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": id.unicodeScalars.append(scalar)
      default: id += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    self.name = id
  }

  // No name has a point, so that no title's id is another picture's.
  var title: String { name + ".title" }
  var description: String { name + ".description" }
}
