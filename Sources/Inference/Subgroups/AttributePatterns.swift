/// The different combinations of attributes that units have, each once.
///
/// Subgroups are unions of patterns, so what is known of units is added up once a pattern and from
/// then on only patterns are looked at: of 10⁴ people with four attributes there are a few hundred.
struct AttributePatterns: Sendable {
  /// The pattern of each unit, numbered in the order of first appearance.
  let ofUnit: [Int32]
  let count: Int
  /// Of each attribute the code of each pattern.
  let codes: [[Int32]]

  init(_ attributes: [SubgroupAttribute], units: Int) {
    precondition(attributes.allSatisfy { $0.codes.count == units })
    var keys = [UInt64](repeating: 0, count: units)
    var space: UInt64 = 1
    for attribute in attributes {
      let radix = UInt64(max(1, attribute.values + attribute.several.count))
      var (product, isTooLarge) = space.multipliedReportingOverflow(by: radix)
      if isTooLarge {
        // Numbered anew there are no more keys than units.
        let numbers = KeyNumbers(keys, below: space)
        keys = numbers.ofEntry.map { UInt64($0) }
        space = UInt64(max(1, numbers.keys.count))
        product = space &* radix
      }
      for unit in keys.indices {
        keys[unit] = keys[unit] &* radix &+ UInt64(truncatingIfNeeded: attribute.codes[unit])
      }
      space = product
    }
    let numbers = KeyNumbers(keys, below: space)
    ofUnit = numbers.ofEntry
    count = numbers.keys.count
    var first = [Int](repeating: 0, count: numbers.keys.count)
    for unit in stride(from: units - 1, through: 0, by: -1) { first[Int(ofUnit[unit])] = unit }
    codes = attributes.map { attribute in first.map { attribute.codes[$0] } }
  }
}

/// Numbers for keys, in the order in which they first appear.
struct KeyNumbers {
  /// Stands for an entry that has no key; its number is `keys.count`.
  static let none = UInt64.max

  private(set) var ofEntry: [Int32]
  private(set) var keys: [UInt64] = []

  /// - Parameter space: no key but ``none`` is as large.
  init(_ entries: [UInt64], below space: UInt64) {
    ofEntry = [Int32](repeating: 0, count: entries.count)
    // A table where it is not much larger than what goes into it, else a dictionary.
    if space <= UInt64(65_536 + 4 * entries.count) {
      var numbers = [Int32](repeating: -1, count: Int(space))
      for (entry, key) in entries.enumerated() {
        guard key != Self.none else {
          ofEntry[entry] = -1
          continue
        }
        var number = numbers[Int(key)]
        if number < 0 {
          number = Int32(truncatingIfNeeded: keys.count)
          numbers[Int(key)] = number
          keys.append(key)
        }
        ofEntry[entry] = number
      }
    } else {
      var numbers: [UInt64: Int32] = [:]
      for (entry, key) in entries.enumerated() {
        guard key != Self.none else {
          ofEntry[entry] = -1
          continue
        }
        if let number = numbers[key] {
          ofEntry[entry] = number
        } else {
          let number = Int32(truncatingIfNeeded: keys.count)
          numbers[key] = number
          keys.append(key)
          ofEntry[entry] = number
        }
      }
    }
    let beyond = Int32(truncatingIfNeeded: keys.count)
    for entry in ofEntry.indices where ofEntry[entry] < 0 { ofEntry[entry] = beyond }
  }
}
