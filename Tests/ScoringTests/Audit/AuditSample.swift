import Inference
import Measures

@testable import Scoring

/// Units with attributes, what was wanted of them and what was decided.
struct AuditSample {
  let gold: [Bool]
  let decided: [Bool]
  let attributes: [SubgroupAttribute]

  init(gold: String, decisions: String, codes: [[Int32]], values: [Int]) {
    self.gold = gold.map { $0 == "1" }
    decided = decisions.map { $0 == "1" }
    attributes = zip(codes, values).map { SubgroupAttribute(values: $1, codes: $0) }
  }

  /// A random one; the later values are rare.
  init(_ seed: UInt32, units: Int, values: [Int]) {
    var stream = RandomStream(seed: 23, purpose: .init(rawValue: 0x2000), replicate: seed)
    gold = (0..<units).map { _ in stream.uniform() < 0.4 }
    decided = (0..<units).map { _ in stream.uniform() < 0.4 }
    attributes = values.map { count in
      SubgroupAttribute(
        values: count,
        codes: (0..<units).map { _ in
          let place = stream.uniform()
          return Int32(place * place * Double(count))
        })
    }
  }

  var units: Int { gold.count }

  /// The kind of each unit, as ``OutcomeKinds`` has them.
  func kinds(_ outcome: AuditOutcome) -> OutcomeKinds {
    switch outcome {
    case .falsePositiveRate: OutcomeKinds(rate: rate(outcome))
    case .rank: OutcomeKinds(numbers: gold.indices.map { Double($0) })
    case .area: OutcomeKinds(isPositive: gold)
    default: OutcomeKinds(rate: rate(outcome))
    }
  }

  private func rate(_ outcome: AuditOutcome) -> [Bool?] {
    gold.indices.map { unit in
      switch outcome {
      case .falsePositiveRate: gold[unit] ? nil : decided[unit]
      case .accuracy: gold[unit] == decided[unit]
      default: decided[unit]
      }
    }
  }

  func findings(
    _ outcome: AuditOutcome, depth: Int, below: Int, replicates: Int = 0,
    mostProfiles: Int = AuditSuppression.mostProfiles
  ) async throws -> SubgroupFindings {
    var search = SubgroupAudit()
    search.depth = depth
    search.minimum = max(below, 6)
    search.replicates = replicates
    if below > 0 {
      let suppression = AuditSuppression(
        attributes, kinds(outcome), depth: depth, below: below, mostProfiles: mostProfiles)
      search.withholding = { suppression.withheld($0, $1) }
    }
    switch outcome {
    case .rank:
      let outcome = SubgroupOutcome(numbers: gold.indices.map { Double($0 * 7 % units) })
      guard let outcome else { throw SubgroupProblem.tooManySubgroups }
      return try await search.findings(of: outcome, attributes)
    case .area:
      let ranking = SubgroupRanking(
        scores: gold.indices.map { Double($0 * 7 % units) }, isPositive: gold)
      return try await search.findings(of: ranking, attributes)
    default:
      return try await search.findings(of: SubgroupOutcome(rate: rate(outcome)), attributes)
    }
  }

  func isMember(_ unit: Int, of conjunction: Conjunction) -> Bool {
    conjunction.terms.allSatisfy { Int(attributes[$0.attribute].codes[unit]) == $0.value }
  }

  /// The values of all attributes of each unit, as text.
  var profiles: [String] {
    gold.indices.map { unit in attributes.map { "\($0.codes[unit])" }.joined(separator: ",") }
  }

  /// Whether no unit of some profile is of some kind.
  func hasEmptyCount(_ outcome: AuditOutcome) -> Bool {
    let kinds = kinds(outcome)
    let seen = Set(zip(profiles, kinds.ofUnit).map { "\($0) \($1)" })
    return seen.count < Set(profiles).count * kinds.count
  }

  /// All conjunctions of up to two terms.
  var conjunctions: [Conjunction] {
    var found: [Conjunction] = []
    for (first, own) in attributes.enumerated() {
      for value in 0..<own.values {
        let term = Conjunction.Term(attribute: first, value: value)
        found.append(Conjunction([term]))
        for second in (first + 1)..<max(first + 1, attributes.count) {
          for other in 0..<attributes[second].values {
            found.append(
              Conjunction([term, Conjunction.Term(attribute: second, value: other)]))
          }
        }
      }
    }
    return found
  }
}
