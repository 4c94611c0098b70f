import Inference

@testable import Scoring

/// All that an audit tells as sums over counts of units, and which small subgroups follow from them:
/// another way to the same question, with the size of every profile as one more equation and
/// elimination in full.
struct AuditNumbers {
  private(set) var isSecret = false
  /// The small subgroups that are given away.
  private(set) var given: [Conjunction] = []

  /// - Parameter telling: one more that is told.
  init(
    _ found: SubgroupFindings, _ sample: AuditSample, _ outcome: AuditOutcome, depth: Int,
    below: Int, telling: Conjunction? = nil
  ) {
    let kinds = sample.kinds(outcome)
    let names = sample.profiles
    let secrets = sample.conjunctions.filter { conjunction in
      var counts = Array(repeating: 0, count: kinds.count)
      for unit in 0..<sample.units where sample.isMember(unit, of: conjunction) {
        counts[Int(kinds.ofUnit[unit])] += 1
      }
      return counts.contains { $0 > 0 } && kinds.size(counts) < below
    }
    isSecret = !secrets.isEmpty
    var first: [String: Int] = [:]
    for unit in (0..<sample.units).reversed() { first[names[unit]] = unit }
    let ordered = first.keys.sorted()
    let width = kinds.count + (kinds.hasValue ? 1 : 0)
    func vector(_ isMember: (Int) -> Bool, _ added: [Int], value: Int) -> [Int] {
      ordered.flatMap { name in
        let weights = added + (kinds.hasValue ? [value] : [])
        return isMember(first[name] ?? 0) ? weights : Array(repeating: 0, count: width)
      }
    }
    func told(_ conjunction: Conjunction) -> [[Int]] {
      let isMember = { sample.isMember($0, of: conjunction) }
      return kinds.told.map { vector(isMember, $0, value: 0) }
        + (kinds.hasValue
          ? [vector(isMember, Array(repeating: 0, count: kinds.count), value: 1)] : [])
    }
    var totals = ordered.map { name in
      vector({ names[$0] == name }, Array(repeating: 1, count: kinds.count), value: 0)
    }
    for kind in 0..<kinds.count {
      totals.append(
        vector({ _ in true }, (0..<kinds.count).map { $0 == kind ? 1 : 0 }, value: 0))
    }
    totals.append(vector({ _ in true }, Array(repeating: 0, count: kinds.count), value: 1))
    let published =
      found.subgroups.map(\.conjunction) + found.tooSmall.map(\.conjunction)
      + [telling].compactMap(\.self)
    var before = NaiveSpan(totals)
    var after = NaiveSpan(totals + published.flatMap(told))
    given = secrets.filter { secret in
      told(secret).contains { sum in
        // No unit of one kind at all is known to everybody.
        !before.contains(sum) && after.contains(sum) && isOpen(sum, kinds)
      }
    }
  }

  /// Whether a sum is more than the number of units of some profiles, given the kinds that there are.
  private func isOpen(_ sum: [Int], _ kinds: OutcomeKinds) -> Bool {
    let width = kinds.count + (kinds.hasValue ? 1 : 0)
    let present = Set(kinds.ofUnit)
    return stride(from: 0, to: sum.count, by: width).contains { start in
      let weights = Set(present.map { sum[start + Int($0)] })
      return weights.count > 1 || (kinds.hasValue && sum[start + width - 1] != 0)
    }
  }
}

/// A row echelon form modulo a prime.
private struct NaiveSpan {
  private static let prime = 1_000_003
  private var rows: [(pivot: Int, row: [Int])] = []

  init(_ vectors: [[Int]]) {
    for vector in vectors {
      let rest = reduced(vector)
      guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { continue }
      let inverse = Self.power(rest[pivot], Self.prime - 2)
      rows.append((pivot, rest.map { $0 * inverse % Self.prime }))
    }
  }

  mutating func contains(_ vector: [Int]) -> Bool { reduced(vector).allSatisfy { $0 == 0 } }

  private func reduced(_ vector: [Int]) -> [Int] {
    var rest = vector.map { ($0 % Self.prime + Self.prime) % Self.prime }
    for (pivot, row) in rows where rest[pivot] != 0 {
      let factor = Self.prime - rest[pivot]
      for column in rest.indices where row[column] != 0 {
        rest[column] = (rest[column] + factor * row[column]) % Self.prime
      }
    }
    return rest
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}

/// Every way to put counts into the profiles of a few units that agrees with what an audit of the false
/// positive rate tells, and what each small subgroup then is.
struct AuditCounts {
  struct Values {
    var counted: Set<Int> = []
    var hits: Set<Int> = []
  }

  private(set) var possible: [Conjunction: Values] = [:]
  private var withoutCells: [Conjunction: Values] = [:]

  init(_ found: SubgroupFindings, _ sample: AuditSample) {
    let names = Set(sample.profiles).sorted()
    let sizes = names.map { name in sample.profiles.count { $0 == name } }
    let examples = names.map { sample.profiles.firstIndex(of: $0) ?? 0 }
    let secrets = found.withheld.filter { $0.reason == .small }.map(\.conjunction)
    let told =
      found.subgroups.map { ($0.conjunction, $0.counted, $0.hits ?? 0) }
      + found.tooSmall.map { ($0.conjunction, $0.size, $0.hits ?? 0) }
    func sum(_ counts: [(Int, Int)], _ conjunction: Conjunction) -> (Int, Int) {
      var (counted, hits) = (0, 0)
      for (place, example) in examples.enumerated()
      where sample.isMember(example, of: conjunction) {
        counted += counts[place].0
        hits += counts[place].1
      }
      return (counted, hits)
    }
    func search(_ counts: [(Int, Int)]) {
      guard counts.count < sizes.count else {
        guard counts.reduce(0, { $0 + $1.0 }) == found.counted,
          counts.reduce(0, { $0 + $1.1 }) == found.hits
        else { return }
        let fits = told.allSatisfy { sum(counts, $0.0) == ($0.1, $0.2) }
        for secret in secrets {
          let (counted, hits) = sum(counts, secret)
          withoutCells[secret, default: Values()].counted.insert(counted)
          withoutCells[secret, default: Values()].hits.insert(hits)
          guard fits else { continue }
          possible[secret, default: Values()].counted.insert(counted)
          possible[secret, default: Values()].hits.insert(hits)
        }
        return
      }
      for counted in 0...sizes[counts.count] {
        for hits in 0...counted { search(counts + [(counted, hits)]) }
      }
    }
    search([])
  }

  /// Whether the totals leave one value only.
  func isKnownAnyhow(_ conjunction: Conjunction) -> (counted: Bool, hits: Bool) {
    let values = withoutCells[conjunction] ?? Values()
    return (values.counted.count < 2, values.hits.count < 2)
  }
}
