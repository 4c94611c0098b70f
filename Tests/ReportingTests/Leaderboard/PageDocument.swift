/// A page as a strict reader of HTML takes it: every attribute has its value in quotation marks or none,
/// every element is closed in its order. Nil for anything else.
struct PageDocument {
  struct Element {
    let name: String
    /// As written: with its entities.
    var attributes: [String: String]
    /// Its own, and that of the elements in it.
    var text = ""
  }

  private(set) var elements: [Element] = []

  private static let void: Set<String> = ["meta", "link", "input", "br", "hr"]

  init?(_ html: String) {
    var open: [Int] = []
    var rest = Array(html.unicodeScalars)[...]
    func take(until scalars: Set<Unicode.Scalar>) -> String {
      let part = rest.prefix { !scalars.contains($0) }
      rest = rest.dropFirst(part.count)
      return String(String.UnicodeScalarView(part))
    }
    while let scalar = rest.first {
      guard scalar == "<" else {
        let text = take(until: ["<"])
        if text.unicodeScalars.contains(">") { return nil }
        for index in open { elements[index].text += text }
        continue
      }
      rest = rest.dropFirst()
      if rest.first == "!" {
        _ = take(until: [">"])
        rest = rest.dropFirst()
        continue
      }
      let isEnd = rest.first == "/"
      if isEnd { rest = rest.dropFirst() }
      let name = take(until: [" ", ">", "/", "\n"])
      guard !name.isEmpty,
        name.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) })
      else { return nil }
      if isEnd {
        guard rest.first == ">", let last = open.popLast(), elements[last].name == name else {
          return nil
        }
        rest = rest.dropFirst()
        continue
      }
      var element = Element(name: name, attributes: [:])
      while let next = rest.first, next != ">", next != "/" {
        guard next == " " || next == "\n" else { return nil }
        rest = rest.dropFirst()
        let attribute = take(until: [" ", "=", ">", "/", "\n"])
        guard !attribute.isEmpty else { return nil }
        var value = ""
        if rest.first == "=" {
          rest = rest.dropFirst()
          guard rest.first == "\"" else { return nil }
          rest = rest.dropFirst()
          value = take(until: ["\""])
          guard rest.first == "\"", !value.unicodeScalars.contains("<") else { return nil }
          rest = rest.dropFirst()
        }
        guard element.attributes.updateValue(value, forKey: attribute) == nil else { return nil }
      }
      let isClosed = rest.first == "/"
      if isClosed { rest = rest.dropFirst() }
      guard rest.first == ">" else { return nil }
      rest = rest.dropFirst()
      elements.append(element)
      if isClosed || Self.void.contains(name) { continue }
      guard name == "style" || name == "script" else {
        open.append(elements.count - 1)
        continue
      }
      // Raw text, up to the end tag.
      let end = Array("</\(name)>".unicodeScalars)
      while !rest.isEmpty, !rest.starts(with: end) {
        elements[elements.count - 1].text.unicodeScalars.append(rest.removeFirst())
      }
      rest = rest.dropFirst(end.count)
    }
    guard open.isEmpty else { return nil }
  }

  func elements(named name: String) -> [Element] { elements.filter { $0.name == name } }

  func attributes(_ name: String) -> [String] { elements.compactMap { $0.attributes[name] } }
}
