/// What is known of each pattern.
struct PatternTotals: Sendable {
  let units: [Int64]
  let first: [Int64]
  let second: [Int64]
  let fingerprints: [Int64]

  init(_ patterns: AttributePatterns, _ columns: (first: [Int64], second: [Int64])) {
    units = patterns.sums(of: Array(repeating: 1, count: patterns.ofUnit.count))
    first = patterns.sums(of: columns.first)
    second = patterns.sums(of: columns.second)
    fingerprints = (0..<patterns.count).map { pattern in
      Int64(bitPattern: Self.mixed(UInt64(truncatingIfNeeded: pattern)))
    }
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
