import Yams

/// Turns the parser's nodes into ``LocatedYAML``, reporting what is not allowed.
struct YAMLTree {
  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  /// Keys whose first letter was changed, and what they were.
  let masked: [Place: String]
  var problems: YAMLProblems
  private var reportedAnchors: Set<Place> = []

  init(masked: [Place: String], problems: YAMLProblems) {
    self.masked = masked
    self.problems = problems
  }

  static func reportDepth(line: Int?, column: Int?, _ problems: inout YAMLProblems) {
    problems.report(
      .tooDeep, line: line, column: column,
      "lists and mappings stand more than \(YAMLDocument.deepest) levels inside each other")
  }

  mutating func located(_ node: Node, depth: Int) -> LocatedYAML {
    let place = place(of: node)
    return LocatedYAML(
      content: content(of: node, at: place, depth: depth), line: place.line, column: place.column)
  }

  private func place(of node: Node) -> Place {
    Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private mutating func content(
    of node: Node, at place: Place, depth: Int
  ) -> LocatedYAML.Content {
    // What an alias stands for is the anchored node itself: it is not walked, and reported once.
    if node.anchor != nil {
      if reportedAnchors.insert(place).inserted {
        YAMLDocument.reportAlias(line: place.line, column: place.column, &problems)
      }
      return .refused
    }
    refuseTag(of: node, at: place)
    switch node {
    case .scalar(let scalar):
      return .text(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let values):
      guard depth < YAMLDocument.deepest else { return tooDeep(at: place) }
      return .list(values.map { located($0, depth: depth + 1) })
    case .mapping(let pairs):
      guard depth < YAMLDocument.deepest else { return tooDeep(at: place) }
      return .mapping(entries(of: pairs, depth: depth))
    case .alias:
      YAMLDocument.reportAlias(line: place.line, column: place.column, &problems)
      return .refused
    }
  }

  private mutating func tooDeep(at place: Place) -> LocatedYAML.Content {
    Self.reportDepth(line: place.line, column: place.column, &problems)
    return .refused
  }

  private mutating func refuseTag(of node: Node, at place: Place) {
    let tag =
      switch node {
      case .scalar(let scalar): scalar.tag
      case .sequence(let sequence): sequence.tag
      case .mapping(let mapping): mapping.tag
      case .alias(let alias): alias.tag
      }
    let ordinary = ["", "!", "str", "seq", "map"].flatMap { [$0, "tag:yaml.org,2002:\($0)"] }
    guard !ordinary.contains(tag.rawValue) else { return }
    problems.report(
      .yamlTag, line: place.line, column: place.column,
      "the tag \(Diagnostic.quoted(tag.rawValue)) is not allowed",
      hint: "all values are text; put text that begins with ! in quotes")
  }

  private mutating func entries(of pairs: Node.Mapping, depth: Int) -> [LocatedYAML.Entry] {
    var entries: [LocatedYAML.Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in pairs {
      let value = located(valueNode, depth: depth + 1)
      guard let key = key(keyNode) else { continue }
      if let line = lines[key.text] {
        problems.report(
          .duplicateKey, at: key, "the key \(Diagnostic.quoted(key.text)) stands there twice",
          hint: "the first is on line \(line); leave one out")
        continue
      }
      lines[key.text] = key.line
      entries.append(LocatedYAML.Entry(key: key, value: value))
    }
    return entries
  }

  private mutating func key(_ node: Node) -> LocatedText? {
    let place = place(of: node)
    guard case .scalar = node else {
      problems.report(
        .wrongType, line: place.line, column: place.column, "a key must be a single word")
      return nil
    }
    guard case .text(let text, _) = content(of: node, at: place, depth: 0) else { return nil }
    return LocatedText(masked[place] ?? text, line: place.line, column: place.column)
  }
}
