internal import Inference

/// The units of an audit by the values of all of their attributes.
struct AuditProfiles: Sendable {
  let count: Int
  /// Of each profile the values of each attribute.
  private let values: [[[Int]]]
  /// Units of each profile and kind.
  private let counts: [Int]
  private let kinds: Int

  init(_ attributes: [SubgroupAttribute], _ kinds: OutcomeKinds) {
    let units = kinds.ofUnit.count
    var profileOf = Array<Int32>(repeating: 0, count: units)
    var examples = units > 0 ? [0] : []
    for attribute in attributes {
      var numbers: [UInt64: Int32] = [:]
      examples = []
      for unit in 0..<units {
        let key =
          UInt64(UInt32(bitPattern: profileOf[unit])) << 32
          | UInt64(UInt32(bitPattern: attribute.codes[unit]))
        if let known = numbers[key] {
          profileOf[unit] = known
        } else {
          let number = Int32(truncatingIfNeeded: examples.count)
          numbers[key] = number
          examples.append(unit)
          profileOf[unit] = number
        }
      }
    }
    count = examples.count
    values = examples.map { unit in
      attributes.map { attribute in
        let code = Int(attribute.codes[unit])
        return code < attribute.values
          ? [code] : attribute.several[code - attribute.values].map { Int($0) }
      }
    }
    self.kinds = kinds.count
    var counts = Array(repeating: 0, count: count * kinds.count)
    for unit in 0..<units {
      counts[Int(profileOf[unit]) * kinds.count + Int(kinds.ofUnit[unit])] += 1
    }
    self.counts = counts
  }

  func count(_ profile: Int, _ kind: Int) -> Int { counts[profile * kinds + kind] }

  func size(_ profile: Int) -> Int { (0..<kinds).reduce(0) { $0 + count(profile, $1) } }

  /// How many conjunctions of up to so many terms the profiles have, each for itself.
  func conjunctions(depth: Int) -> Int {
    values.reduce(0) { sum, profile in
      var ofDepth = [1] + Array(repeating: 0, count: depth)
      for own in profile {
        for terms in stride(from: depth, to: 0, by: -1) {
          ofDepth[terms] = Self.capped(ofDepth[terms] + Self.capped(ofDepth[terms - 1] * own.count))
        }
      }
      return Self.capped(sum + ofDepth.dropFirst().reduce(0, +))
    }
  }

  /// Far more than are ever gone through.
  private static func capped(_ count: Int) -> Int { min(count, 1 << 30) }

  /// The profiles of each conjunction that units have; only of those that are wanted, if not of all.
  func members(of wanted: Set<Conjunction>?, depth: Int) -> [Conjunction: [Int32]] {
    var members: [Conjunction: [Int32]] = [:]
    for profile in 0..<count {
      forEachConjunction(of: values[profile], depth: depth) { conjunction in
        guard wanted?.contains(conjunction) ?? true else { return }
        members[conjunction, default: []].append(Int32(truncatingIfNeeded: profile))
      }
    }
    return members
  }

  private func forEachConjunction(
    of values: [[Int]], depth: Int, _ body: (Conjunction) -> Void
  ) {
    func extend(_ terms: [Conjunction.Term], from first: Int) {
      guard terms.count < depth else { return }
      for attribute in first..<max(first, values.count) {
        for value in values[attribute] {
          let longer = terms + [Conjunction.Term(attribute: attribute, value: value)]
          body(Conjunction(longer))
          extend(longer, from: attribute + 1)
        }
      }
    }
    extend([], from: 0)
  }
}
