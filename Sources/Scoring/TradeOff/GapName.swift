/// The gap of a measure between groups as task.yaml and command lines write it: `gap(FNR,race)`, and
/// `gap(FNR,sex,age)` for groups that have a value of each.
package struct GapName: Sendable, Hashable, CustomStringConvertible {
  package let measure: String
  package let attributes: [String]

  init(measure: String, attributes: [String]) {
    self.measure = measure
    self.attributes = attributes
  }

  /// Throws ``TradeOffError/badGap(_:)`` for anything else.
  package init(parsing text: String) throws(TradeOffError) {
    let opening = "gap("
    guard text.hasPrefix(opening), text.hasSuffix(")"), text.utf8.count <= 1_000 else {
      throw .badGap(text)
    }
    let inside = text.dropFirst(opening.count).dropLast()
    // The comma that ends the measure is the first one outside of its arguments, as in F1(macro).
    var depth = 0
    let end = inside.firstIndex { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return character == "," && depth == 0
    }
    guard let end else { throw .badGap(text) }
    let measure = String(inside[..<end])
    let attributes = inside[inside.index(after: end)...]
      .split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
    guard !measure.isEmpty, attributes.allSatisfy({ !$0.isEmpty }),
      Set(attributes).count == attributes.count
    else { throw .badGap(text) }
    self.init(measure: measure, attributes: attributes)
  }

  package var description: String {
    "gap(\(measure),\(attributes.joined(separator: ",")))"
  }
}
