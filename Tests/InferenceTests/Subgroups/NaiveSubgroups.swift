@testable import Inference

/// Attributes of units, taken from a seed.
struct SubgroupSample {
  let attributes: [SubgroupAttribute]
  let units: Int

  /// - Parameters:
  ///   - values: how many each attribute has; a negative number gives units up to three of them.
  init(units: Int, values: [Int], seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .synthesis)
    self.units = units
    attributes = values.map { count in
      let size = abs(count)
      var several: [[Int32]] = []
      let codes = (0..<units).map { _ -> Int32 in
        // Lower values are commoner, so that some conjunctions are large and others nobody's.
        let value = Int32(min(stream.integer(below: size), stream.integer(below: size)))
        guard count < 0, stream.integer(below: 3) == 0 else { return value }
        several.append([value, Int32(stream.integer(below: size))])
        return Int32(size + several.count - 1)
      }
      return SubgroupAttribute(values: size, codes: codes, several: several)
    }
  }

  func isMember(_ unit: Int, _ term: Conjunction.Term) -> Bool {
    let attribute = attributes[term.attribute]
    let code = Int(attribute.codes[unit])
    return code < attribute.values
      ? code == term.value
      : attribute.several[code - attribute.values].contains(Int32(term.value))
  }

  func members(of conjunction: Conjunction) -> [Int] {
    (0..<units).filter { unit in conjunction.terms.allSatisfy { isMember(unit, $0) } }
  }

  /// Every conjunction of 1 to `depth` terms of values that units have.
  func conjunctions(depth: Int) -> [Conjunction] {
    func of(_ attributes: ArraySlice<Int>, _ terms: [Conjunction.Term]) -> [Conjunction] {
      var found = terms.isEmpty ? [] : [Conjunction(terms)]
      guard terms.count < depth else { return found }
      for (place, attribute) in zip(attributes.indices, attributes) {
        for value in 0..<self.attributes[attribute].values {
          let term = Conjunction.Term(attribute: attribute, value: value)
          guard (0..<units).contains(where: { isMember($0, term) }) else { continue }
          found += of(attributes[(place + 1)...], terms + [term])
        }
      }
      return found
    }
    return of(attributes.indices[...].map { $0 }[...], []).sorted()
  }
}

/// All subgroups by their definitions, one by one.
struct NaiveSubgroups {
  struct Finding: Equatable {
    var conjunction: Conjunction
    var members: [Int]
    var counted: [Int]
    var mean: Double
    var violation: Double
    var isExplained: Bool
    var others: [Conjunction]
  }

  private(set) var findings: [Finding] = []
  private(set) var tooSmall: [SmallSubgroup] = []
  let conjunctions: Int
  let overall: Double

  init(_ sample: SubgroupSample, _ outcome: [Double?], depth: Int, minimum: Int) {
    let all = sample.conjunctions(depth: depth)
    conjunctions = all.count
    let known = outcome.compactMap(\.self)
    let overall = known.reduce(0, +) / Double(known.count)
    self.overall = overall
    let membersOf = Dictionary(uniqueKeysWithValues: all.map { ($0, sample.members(of: $0)) })
    let countedOf = membersOf.mapValues { $0.filter { outcome[$0] != nil } }
    func counted(_ conjunction: Conjunction) -> [Int] { countedOf[conjunction] ?? [] }
    func mean(_ units: [Int]) -> Double {
      units.reduce(0) { $0 + (outcome[$1] ?? 0) } / Double(units.count)
    }
    func violation(_ conjunction: Conjunction) -> Double {
      let units = counted(conjunction)
      return Double(units.count) / Double(sample.units) * (mean(units) - overall).magnitude
    }
    for conjunction in all {
      let members = membersOf[conjunction] ?? []
      let units = counted(conjunction)
      let partsAreLarge = conjunction.parents.allSatisfy { counted($0).count >= minimum }
      guard units.count >= minimum else {
        if !members.isEmpty, partsAreLarge {
          var small = SmallSubgroup(
            conjunction: conjunction, units: members.count, size: units.count)
          small.value = units.isEmpty ? nil : mean(units)
          tooSmall.append(small)
        }
        continue
      }
      guard members.count < sample.units else { continue }
      if let same = findings.firstIndex(where: { $0.members == members }) {
        findings[same].others.append(conjunction)
        continue
      }
      let own = violation(conjunction)
      findings.append(
        Finding(
          conjunction: conjunction, members: members, counted: units, mean: mean(units),
          violation: own,
          isExplained: conjunction.parents.contains { violation($0) >= own - 1e-12 }, others: []))
    }
  }
}
