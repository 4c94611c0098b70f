/// What is known of each pattern.
struct PatternTotals: Sendable {
  let ofPatterns: [SubgroupTotals]

  init(_ patterns: AttributePatterns, _ columns: (first: [Int64], second: [Int64])) {
    var totals = (0..<patterns.count).map { pattern in
      SubgroupTotals(
        fingerprint: Int64(bitPattern: Self.mixed(UInt64(truncatingIfNeeded: pattern))))
    }
    for (unit, pattern) in patterns.ofUnit.enumerated() {
      totals[Int(pattern)].add(
        SubgroupTotals(units: 1, first: columns.first[unit], second: columns.second[unit]))
    }
    ofPatterns = totals
  }

  /// How many values of each attribute units have.
  func values(of attributes: [SubgroupAttribute], _ patterns: AttributePatterns) -> [Int] {
    zip(attributes, patterns.codes).map { attribute, codes in
      var isThere = Array(repeating: false, count: attribute.values)
      for code in codes {
        let code = Int(code)
        if code < attribute.values {
          isThere[code] = true
        } else {
          for value in attribute.several[code - attribute.values] { isThere[Int(value)] = true }
        }
      }
      return isThere.count { $0 }
    }
  }

  /// The number of this place of SplitMix64: Steele, Lea & Flood, "Fast splittable pseudorandom number
  /// generators", OOPSLA 2014.
  private static func mixed(_ place: UInt64) -> UInt64 {
    var word = (place &+ 1) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// What is added up of the units of a pattern or of a subgroup.
struct SubgroupTotals: Sendable {
  var units: Int64 = 0
  /// The sums of two columns.
  var first: Int64 = 0
  var second: Int64 = 0
  /// The sum of a random number for each pattern.
  var fingerprint: Int64 = 0

  @inline(__always)
  mutating func add(_ other: SubgroupTotals) {
    units &+= other.units
    first &+= other.first
    second &+= other.second
    fingerprint &+= other.fingerprint
  }
}
