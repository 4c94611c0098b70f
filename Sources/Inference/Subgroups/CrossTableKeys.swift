/// Keys of entries while they are put together, attribute by attribute.
struct CrossTableKeys {
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

/// The cells of patterns that have one value of each attribute: places of values as the digits of a
/// number, in one pass over all attributes.
struct PlainCells {
  let ofPatterns: [Int32]

  /// - Parameters:
  ///   - columns: of one to four attributes the place of each pattern's value, −1 for none.
  ///   - radices: how many places each of them has.
  ///   - none: the cell of patterns without one of the values; larger than all others.
  init(_ columns: [[Int32]], _ radices: [Int32], none: Int32) {
    precondition((1...Conjunction.mostTerms).contains(columns.count))
    // Attributes that there are not are constants: the digit 0 of as many as one.
    let constant = Array(repeating: Int32(0), count: columns[0].count)
    let left = Conjunction.mostTerms - columns.count
    let all = columns + Array(repeating: constant, count: left)
    let radices = radices + Array(repeating: 1, count: left)
    let (a, b, c, d) = (all[0], all[1], all[2], all[3])
    let (ofB, ofC, ofD) = (radices[1], radices[2], radices[3])
    var cells = constant
    var found = cells.mutableSpan
    for pattern in found.indices {
      let places = (a[pattern], b[pattern], c[pattern], d[pattern])
      let cell = ((places.0 &* ofB &+ places.1) &* ofC &+ places.2) &* ofD &+ places.3
      found[pattern] = places.0 | places.1 | places.2 | places.3 < 0 ? none : cell
    }
    ofPatterns = cells
  }
}
