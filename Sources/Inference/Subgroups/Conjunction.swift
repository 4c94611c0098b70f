/// Values of up to four different attributes, all of which a unit has.
///
/// In the order of reports: shorter ones first, then by attribute and value as they are numbered.
package struct Conjunction: Sendable, Hashable, Comparable {
  /// One value of one attribute.
  package struct Term: Sendable, Hashable {
    package let attribute: Int
    package let value: Int

    package init(attribute: Int, value: Int) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// More attributes are never combined: subgroups become too small to say anything about.
  package static let mostTerms = 4

  /// How many choices of attributes there are to combine, up to so many of them at once.
  package static func choices(of attributes: Int, depth: Int) -> Int {
    var sum = 0
    var choices = 1
    for chosen in 1...max(1, min(depth, mostTerms)) where chosen <= attributes {
      choices = choices * (attributes - chosen + 1) / chosen
      sum += choices
    }
    return sum
  }

  /// Attribute and value of each term, ascending; −1 where there is none.
  private let codes: SIMD4<Int64>

  package init(_ terms: some Sequence<Term>) {
    var codes = SIMD4<Int64>(repeating: -1)
    for (place, term) in terms.sorted(by: { $0.attribute < $1.attribute }).enumerated() {
      codes[place] = Int64(term.attribute) << 32 | Int64(term.value)
    }
    self.codes = codes
  }

  private init(codes: SIMD4<Int64>) { self.codes = codes }

  /// How many values are combined.
  package var depth: Int {
    var depth = 0
    while depth < Self.mostTerms, codes[depth] >= 0 { depth += 1 }
    return depth
  }

  package var terms: [Term] {
    (0..<depth).map { Term(attribute: Int(codes[$0] >> 32), value: Int(codes[$0] & 0xFFFF_FFFF)) }
  }

  /// The conjunctions with one term less; of a single term there are none.
  package var parents: [Conjunction] {
    let depth = depth
    guard depth > 1 else { return [] }
    return (0..<depth).map { left in
      var codes = SIMD4<Int64>(repeating: -1)
      var place = 0
      for index in 0..<depth where index != left {
        codes[place] = self.codes[index]
        place += 1
      }
      return Conjunction(codes: codes)
    }
  }

  package static func < (first: Conjunction, second: Conjunction) -> Bool {
    let (one, other) = (first.depth, second.depth)
    guard one == other else { return one < other }
    for place in 0..<one where first.codes[place] != second.codes[place] {
      return first.codes[place] < second.codes[place]
    }
    return false
  }
}
