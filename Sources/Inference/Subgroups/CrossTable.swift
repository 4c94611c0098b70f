/// The conjunctions of the values of some attributes, and which patterns are members of which.
///
/// A pattern with several values of an attribute is a member of several conjunctions, and stands in
/// as many entries.
struct CrossTable: Sendable {
  /// The pattern of each entry; nil where entries are the patterns in their order.
  let patterns: [Int32]?
  /// The conjunction of each entry: a position in `conjunctions`, or their count where it is of none.
  let cells: [Int32]
  /// Those that some pattern is a member of, and maybe others.
  let conjunctions: [Conjunction]
  let entryCount: Int

  /// The values that conjunctions are made of: of each attribute its position among them, −1 for
  /// others.
  struct Values: Sendable {
    let places: [[Int32]]
    let chosen: [[Int]]
    /// The place of each pattern's value, attribute by attribute; nil where patterns have several.
    let ofPatterns: [[Int32]?]

    /// - Parameter isChosen: of each attribute which values are.
    init(
      _ isChosen: [[Bool]], _ attributes: [SubgroupAttribute], _ patterns: AttributePatterns
    ) {
      var places: [[Int32]] = []
      var chosen: [[Int]] = []
      for values in isChosen {
        let positions = values.indices.filter { values[$0] }
        var place = [Int32](repeating: -1, count: values.count)
        for (index, value) in positions.enumerated() {
          place[value] = Int32(truncatingIfNeeded: index)
        }
        places.append(place)
        chosen.append(positions)
      }
      self.places = places
      self.chosen = chosen
      ofPatterns = attributes.indices.map { attribute in
        let place = places[attribute]
        return attributes[attribute].several.isEmpty
          ? patterns.codes[attribute].map { place[Int($0)] } : nil
      }
    }
  }

  /// Nil where patterns with several values would make too many entries: millions, and many times as
  /// many as there are patterns.
  init?(
    of set: [Int], _ attributes: [SubgroupAttribute], _ patterns: AttributePatterns,
    _ values: Values
  ) {
    let most = (1 << 22) + 16 * patterns.count
    guard Self.entries(of: set, attributes, patterns) <= Double(most) else { return nil }
    var space: UInt64 = 1
    // 1,000 values of four attributes at most; any more were refused before.
    for attribute in set {
      let product = space.multipliedReportingOverflow(by: UInt64(values.chosen[attribute].count))
      guard !product.overflow else { return nil }
      space = product.partialValue
    }
    let columns = set.compactMap { values.ofPatterns[$0] }
    if columns.count == set.count, space <= UInt64(patterns.count) {
      // No more conjunctions than patterns: each has a cell, whether a pattern has it or not.
      let radices = set.map { Int32(truncatingIfNeeded: values.chosen[$0].count) }
      self.init(
        patterns: nil, cells: PlainCells(columns, radices, none: Int32(space)).ofPatterns,
        conjunctions: (0..<space).map { Self.conjunction($0, of: set, values) })
      return
    }
    var entries = CrossTableKeys(keys: [UInt64](repeating: 0, count: patterns.count), patterns: nil)
    for attribute in set {
      let codes = patterns.codes[attribute]
      let places = values.places[attribute]
      let radix = UInt64(values.chosen[attribute].count)
      if attributes[attribute].several.isEmpty {
        entries.append(codes, places, radix)
      } else {
        let members = attributes[attribute].several.map { $0.map { places[Int($0)] } }
        entries.append(codes, places, members, radix)
      }
    }
    let numbers = KeyNumbers(entries.keys, below: max(1, space))
    self.init(
      patterns: entries.patterns, cells: numbers.ofEntry,
      conjunctions: numbers.keys.map { Self.conjunction($0, of: set, values) })
  }

  private init(
    patterns: [Int32]?, cells: [Int32], conjunctions: [Conjunction], entryCount: Int? = nil
  ) {
    self.patterns = patterns
    self.cells = cells
    self.conjunctions = conjunctions
    self.entryCount = entryCount ?? cells.count
  }

  /// The table without the cells of entries, which are most of its memory.
  var withoutEntries: CrossTable {
    CrossTable(patterns: nil, cells: [], conjunctions: conjunctions, entryCount: entryCount)
  }

  /// The conjunction that a key stands for.
  private static func conjunction(_ key: UInt64, of set: [Int], _ values: Values) -> Conjunction {
    var rest = key
    var terms: [Conjunction.Term] = []
    for attribute in set.reversed() {
      let chosen = values.chosen[attribute]
      let (quotient, place) = rest.quotientAndRemainder(dividingBy: UInt64(chosen.count))
      terms.append(Conjunction.Term(attribute: attribute, value: chosen[Int(place)]))
      rest = quotient
    }
    return Conjunction(terms)
  }

  /// How many entries there are if all values are chosen.
  private static func entries(
    of set: [Int], _ attributes: [SubgroupAttribute], _ patterns: AttributePatterns
  ) -> Double {
    guard set.contains(where: { !attributes[$0].several.isEmpty }) else { return 0 }
    var entries = Array(repeating: 1.0, count: patterns.count)
    for attribute in set where !attributes[attribute].several.isEmpty {
      let values = attributes[attribute].values
      for (pattern, code) in patterns.codes[attribute].enumerated() where code >= values {
        entries[pattern] *= Double(attributes[attribute].several[Int(code) - values].count)
      }
    }
    return entries.reduce(0, +)
  }

  /// Sums of a column of patterns, conjunction by conjunction; one more for entries of none.
  func sums(of column: [Int64]) -> [Int64] {
    var sums = [Int64](repeating: 0, count: conjunctions.count + 1)
    forEachEntry { sums[$1] &+= column[$0] }
    return sums
  }

  /// What is known of the conjunctions, from what is known of patterns; one more for entries of none.
  func totals(of ofPatterns: [SubgroupTotals]) -> [SubgroupTotals] {
    var totals = [SubgroupTotals](repeating: SubgroupTotals(), count: conjunctions.count + 1)
    forEachEntry { totals[$1].add(ofPatterns[$0]) }
    return totals
  }

  /// Calls `body` with the pattern and the cell of each entry.
  @inline(__always)
  private func forEachEntry(_ body: (_ pattern: Int, _ cell: Int) -> Void) {
    let cells = cells.span
    if let patterns {
      for entry in cells.indices { body(Int(patterns[entry]), Int(cells[entry])) }
    } else {
      for pattern in cells.indices { body(pattern, Int(cells[pattern])) }
    }
  }
}
