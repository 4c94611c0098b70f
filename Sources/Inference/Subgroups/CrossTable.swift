/// The conjunctions of the values of some attributes, and which patterns are members of which.
///
/// A pattern with several values of an attribute is a member of several conjunctions, and stands in
/// as many entries.
struct CrossTable: Sendable {
  /// The pattern of each entry; nil where entries are the patterns in their order.
  let patterns: [Int32]?
  /// The conjunction of each entry: a position in `conjunctions`, or their count where it is of none.
  let cells: [Int32]
  /// Those that some pattern is a member of.
  let conjunctions: [Conjunction]

  /// The values that conjunctions are made of: of each attribute its position among them, −1 for
  /// others.
  struct Values: Sendable {
    let places: [[Int32]]
    let chosen: [[Int]]

    /// - Parameter isChosen: of each attribute which values are.
    init(_ isChosen: [[Bool]]) {
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
    var entries = Entries(keys: [UInt64](repeating: 0, count: patterns.count), patterns: nil)
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
    self.patterns = entries.patterns
    cells = numbers.ofEntry
    conjunctions = numbers.keys.map { key in
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
  }

  var entryCount: Int { cells.count }

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
    if let patterns {
      for (entry, cell) in cells.enumerated() {
        sums[Int(cell)] &+= column[Int(patterns[entry])]
      }
    } else {
      for (pattern, cell) in cells.enumerated() { sums[Int(cell)] &+= column[pattern] }
    }
    return sums
  }
}

/// Keys of entries while they are put together, attribute by attribute.
private struct Entries {
  var keys: [UInt64]
  /// Nil while there is one entry a pattern.
  var patterns: [Int32]?

  /// Adds an attribute of which each pattern has one value.
  mutating func append(_ codes: [Int32], _ places: [Int32], _ radix: UInt64) {
    func key(_ key: UInt64, _ pattern: Int) -> UInt64 {
      let place = places[Int(codes[pattern])]
      return place < 0 || key == KeyNumbers.none
        ? KeyNumbers.none : key &* radix &+ UInt64(truncatingIfNeeded: place)
    }
    if let patterns {
      for entry in keys.indices { keys[entry] = key(keys[entry], Int(patterns[entry])) }
    } else {
      for pattern in keys.indices { keys[pattern] = key(keys[pattern], pattern) }
    }
  }

  /// Adds an attribute of which some patterns have several values.
  mutating func append(
    _ codes: [Int32], _ places: [Int32], _ members: [[Int32]], _ radix: UInt64
  ) {
    var newKeys: [UInt64] = []
    var newPatterns: [Int32] = []
    for (entry, key) in keys.enumerated() where key != KeyNumbers.none {
      let pattern = patterns?[entry] ?? Int32(truncatingIfNeeded: entry)
      let code = Int(codes[Int(pattern)])
      if code < places.count {
        guard places[code] >= 0 else { continue }
        newKeys.append(key &* radix &+ UInt64(places[code]))
        newPatterns.append(pattern)
      } else {
        for place in members[code - places.count] where place >= 0 {
          newKeys.append(key &* radix &+ UInt64(place))
          newPatterns.append(pattern)
        }
      }
    }
    keys = newKeys
    patterns = newPatterns
  }
}
