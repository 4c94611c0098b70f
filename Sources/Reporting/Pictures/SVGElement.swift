/// An element of a picture in SVG. Whatever its text is, what is written is well-formed and says no
/// more than text: names come from files that anybody may have written.
///
/// Scalable Vector Graphics 2 (W3C, 2018) as XML 1.0. There are no `style` attributes, no scripts and
/// no references to other files: colours are presentation attributes, which the classes of a page's
/// style sheet override, so that a page whose Content-Security-Policy allows nothing inline may hold
/// it.
struct SVGElement: Sendable {
  private enum Child: Sendable {
    case element(SVGElement)
    case text(String)
  }

  private let name: String
  private let attributes: [(name: String, value: SVGValue)]
  private let children: [Child]

  init(
    _ name: String, _ attributes: KeyValuePairs<String, SVGValue> = [:],
    _ children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.children = children.map(Child.element)
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, SVGValue> = [:], text: String) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    children = [.text(text)]
  }

  /// The element as it stands in a file; its own elements on lines of their own.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    text += "<" + name
    for (name, value) in attributes {
      guard let written = value.written else { continue }
      text += " \(name)=\"\(written)\""
    }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for child in children {
      switch child {
      case .element(let element):
        text += "\n"
        element.write(to: &text)
      case .text(let own): text += SVGValue.escaped(own)
      }
    }
    if case .element = children.last { text += "\n" }
    text += "</\(name)>"
  }
}

/// The value of an attribute.
enum SVGValue: Sendable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  case text(String)
  case number(Double)
  /// Commands and coordinates of a path, which have nothing to escape and no limit.
  case drawing(String)
  /// The attribute is not written.
  case absent

  init(stringLiteral text: String) { self = .text(text) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }

  /// As it stands between quotation marks.
  var written: String? {
    switch self {
    case .text(let text): Self.escaped(text)
    case .number(let number): Self.coordinate(number)
    case .drawing(let data): data
    case .absent: nil
    }
  }

  /// A coordinate with two decimals, by arithmetic that is the same on every machine. What is beyond
  /// every picture is cut: no viewer takes more than a single-precision float (SVG 2, section 4.2).
  static func coordinate(_ number: Double) -> String {
    guard !number.isNaN else { return "0.00" }
    return Number.fixed(min(max(number, -farthest), farthest), places: 2)
  }

  private static let farthest = 1e6

  /// Scalars of a text that are kept: more than any sentence has.
  private static let longest = 2_000

  static func escaped(_ text: String) -> String { MarkupText.escaped(text, limit: longest) }
}
