import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a strict XML parser reads of a picture.
final class SVGDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Nil where it is not well-formed.
  init?(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func elements(named name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Every number of a coordinate, with the attribute that it is of.
  var coordinates: [(attribute: String, text: String)] {
    let plain = ["x", "y", "x1", "y1", "x2", "y2", "width", "height", "stroke-width"]
    return elements.dropFirst().flatMap { element in
      element.attributes.flatMap { name, value -> [(attribute: String, text: String)] in
        if plain.contains(name) { return [(name, value)] }
        guard name == "d" else { return [] }
        return value.split { " MLZaz".contains($0) }.map { ("d", String($0)) }
      }
    }
  }
}
