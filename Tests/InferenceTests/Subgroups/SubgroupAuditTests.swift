import ExactMath
import Testing

@testable import Inference

@Suite("The search for subgroups that are treated differently")
struct SubgroupAuditTests {
  private func audit(depth: Int = 2, minimum: Int = 1, replicates: Int = 0) -> SubgroupAudit {
    var audit = SubgroupAudit()
    audit.depth = depth
    audit.minimum = minimum
    audit.replicates = replicates
    audit.seed = 1
    return audit
  }

  /// Case c06: 32 people of two sexes and two colours, 20 of them negative, five in each cell.
  private var checkerboard: (outcome: SubgroupOutcome, attributes: [SubgroupAttribute]) {
    let sex = (0..<32).map { Int32($0 / 16) }
    let color = (0..<32).map { Int32($0 / 8 % 2) }
    let outcome = (0..<32).map { unit -> Bool? in
      unit % 8 < 5 ? sex[unit] == color[unit] : nil
    }
    return (
      SubgroupOutcome(rate: outcome),
      [sex, color].map { SubgroupAttribute(values: 2, codes: $0) }
    )
  }

  /// 5/32 · ½, of at most 20/32 · ¼: reference values of the case.
  @Test("finds the checkerboard that every attribute alone hides")
  func gerrymandering() async throws {
    let (outcome, attributes) = checkerboard
    let found = try await audit(replicates: 9_999).findings(of: outcome, attributes)
    #expect(found.overall == 0.5 && found.hits == 10 && found.counted == 20)
    #expect(found.largestViolation == 0.15625)
    #expect(found.subgroups.count == 8)
    for (place, subgroup) in found.subgroups.enumerated() {
      let isCell = place < 4
      #expect(subgroup.conjunction.depth == (isCell ? 2 : 1))
      #expect(subgroup.violation == (isCell ? 0.078125 : 0))
      #expect(subgroup.gap.magnitude == (isCell ? 0.5 : 0))
      #expect(subgroup.mass == (isCell ? 5.0 / 32 : 10.0 / 32))
      #expect(!subgroup.isExplainedByParents)
      // scipy 1.17.1: fisher_exact([[5, 0], [5, 10]]).
      #expect(isClose(subgroup.p, isCell ? 0.032507739938080496 : 1))
    }
    #expect(found.subgroups.map(\.value) == [1, 0, 0, 1, 0.5, 0.5, 0.5, 0.5])
    // A cell is all hits or all misses in 4 · 2 · C(15, 5) of C(20, 10) orders, less those that do so
    // in two or more cells; a marginal reaches it where it has 2.5 hits more, which is never rare.
    let p = try #require(found.search?.p)
    #expect(p > 0.05 && p < 0.5)
  }

  /// scipy 1.17.1 for p; the marks and numbers are those of case c01.
  @Test("gives the numbers of case c01 by sex")
  func sex() async throws {
    let isWoman = Array("FFFFMFFMMFFFFFFFMMMFFMFMFFMMFMFFFMMFMFFMFMMMFMMF").map { $0 == "F" }
    let label = Array("001111110000100000001010001110001110110001101010").map { $0 == "1" }
    let predicted = Array("101111111001100010101110101100000110110001111110").map { $0 == "1" }
    let codes = isWoman.map { Int32($0 ? 0 : 1) }
    let outcome = SubgroupOutcome(rate: zip(label, predicted).map { $0 ? nil : $1 })
    let found = try await audit().findings(
      of: outcome, [SubgroupAttribute(values: 2, codes: codes)])
    #expect(found.hits == 9 && found.counted == 27)
    #expect(found.subgroups.map(\.units) == [28, 20])
    #expect(found.subgroups.map(\.hits) == [3, 6] && found.subgroups.map(\.counted) == [17, 10])
    #expect(found.subgroups.map(\.value) == [3.0 / 17, 0.6])
    #expect(found.subgroups.allSatisfy { isClose($0.p, 0.03930272625924801) })
    #expect(found.subgroups.allSatisfy { isClose($0.violation, 1.0 / 18) })
    // The two sides of a cut have one γ, as a set and its complement always have.
    #expect(found.subgroups[0].violation == found.subgroups[1].violation)
    #expect(found.subgroups.allSatisfy { isClose($0.adjusted.holm, 2 * 0.03930272625924801) })
    #expect(
      found.subgroups.allSatisfy { isClose($0.adjusted.benjaminiHochberg, 0.03930272625924801) })
    #expect(
      found.subgroups.allSatisfy {
        isClose($0.adjusted.benjaminiYekutieli, 1.5 * 0.03930272625924801)
      })
  }

  static let shapes: [[Int]] = [
    [2], [3, 3], [2, 3, 4], [5, 1, 2], [-3, 2], [-2, -3, 2], [3, 3, 2, 3], [-4, 2, 2, 2, 3],
  ]

  @Test("agrees with the definitions, one subgroup after the other", arguments: shapes)
  func definition(values: [Int]) async throws {
    for (seed, minimum) in [(UInt64(1), 1), (2, 3), (3, 8)] {
      let sample = SubgroupSample(units: 40, values: values, seed: seed)
      var stream = RandomStream(seed: seed + 100, purpose: .synthesis)
      let rate = (0..<40).map { _ in stream.integer(below: 4) > 0 ? stream.uniform() < 0.4 : nil }
      let numbers = rate.map { $0.map { ($0 ? 3 : 0) + Double(stream.integer(below: 50)) / 10 } }
      for depth in [1, 2, 4] {
        let audit = audit(depth: depth, minimum: minimum)
        try await compare(
          audit.findings(of: SubgroupOutcome(rate: rate), sample.attributes), sample,
          rate.map { $0.map { $0 ? 1 : 0 } }, audit)
        try await compare(
          audit.findings(
            of: #require(SubgroupOutcome(numbers: numbers)), sample.attributes), sample, numbers,
          audit)
      }
    }
  }

  private func compare(
    _ found: SubgroupFindings, _ sample: SubgroupSample, _ outcome: [Double?],
    _ audit: SubgroupAudit
  ) throws {
    let naive = NaiveSubgroups(sample, outcome, depth: audit.depth, minimum: audit.minimum)
    #expect(found.conjunctions == naive.conjunctions)
    #expect(found.tooSmall.map(\.conjunction) == naive.tooSmall.map(\.conjunction))
    for (own, other) in zip(found.tooSmall, naive.tooSmall) {
      #expect(own.units == other.units && own.size == other.size)
      #expect((own.value == nil) == (other.value == nil))
      #expect(abs((own.value ?? 0) - (other.value ?? 0)) < 1e-9)
    }
    #expect(isClose(found.overall, naive.overall))
    #expect(found.subgroups.count == naive.findings.count)
    let deviations = outcome.compactMap(\.self).map { $0 - naive.overall }
    #expect(
      isClose(
        found.largestViolation,
        deviations.reduce(0) { $0 + max(0, $1) } / Double(sample.units), within: 1e-12))
    let total = Double(deviations.count)
    let variance = deviations.reduce(0) { $0 + $1 * $1 } / total
    let byName = Dictionary(grouping: found.subgroups, by: \.conjunction)
    for expected in naive.findings {
      let subgroup = try #require(byName[expected.conjunction]?.first)
      #expect(subgroup.units == expected.members.count)
      #expect(subgroup.counted == expected.counted.count)
      #expect(isClose(subgroup.value, expected.mean, within: 1e-12))
      #expect(isClose(subgroup.gap, expected.mean - naive.overall, within: 1e-12))
      #expect(isClose(subgroup.violation, expected.violation, within: 1e-12))
      #expect(subgroup.isExplainedByParents == expected.isExplained)
      #expect(subgroup.otherDescriptions == expected.others)
      let rest = total - Double(expected.counted.count)
      guard rest > 0, found.hits == nil else { continue }
      // z of a mean of units drawn without replacement.
      let spread = (variance / Double(expected.counted.count) * rest / (total - 1)).squareRoot()
      let z = (expected.mean - naive.overall).magnitude / spread
      #expect(isClose(subgroup.p, 2 * NormalDistribution.probability(above: z), within: 1e-9))
    }
    for (first, second) in zip(found.subgroups, found.subgroups.dropFirst()) {
      #expect(
        first.violation > second.violation
          || (first.violation == second.violation && first.conjunction < second.conjunction))
    }
  }

  /// scipy 1.17.1: mannwhitneyu(method="asymptotic", use_continuity=False) of the ranks in case c01.
  @Test("is the test of Wilcoxon, Mann and Whitney where the numbers are ranks")
  func ranks() async throws {
    let scores = [
      55, 45, 65, 80, 55, 75, 60, 60, 50, 35, 25, 50, 55, 10, 30, 20, 55, 20, 70, 25, 70, 50, 55, 5,
      60, 10, 95, 70, 30, 25, 25, 5, 30, 60, 85, 25, 75, 70, 45, 20, 25, 85, 55, 60, 75, 60, 80, 25,
    ]
    let race = Array("AABABBAABCBACAAABABAAACCAABBABBBAAAABABAAACAABAC").map {
      Int32($0 == "A" ? 0 : $0 == "B" ? 1 : 2)
    }
    let ranks = scores.map { score in
      Double(scores.count { $0 > score }) + Double(scores.count { $0 == score } + 1) / 2
    }
    let found = try await audit().findings(
      of: #require(SubgroupOutcome(numbers: ranks)), [SubgroupAttribute(values: 3, codes: race)])
    let byValue = found.subgroups.sorted { $0.conjunction < $1.conjunction }
    #expect(areClose(byValue.map(\.value), [24.574074074074073, 21.9, 30.666666666666668]))
    #expect(
      areClose(
        byValue.compactMap(\.p), [0.9667031349958292, 0.3836503567649294, 0.24670754566042863],
        within: 1e-12))
  }

  @Test("the chance of the largest gap is that of all orders")
  func search() async throws {
    let codes: [[Int32]] = [[0, 0, 0, 0, 1, 1, 1, 1], [0, 1, 0, 1, 1, 1, 0, 0]]
    let attributes = codes.map { SubgroupAttribute(values: 2, codes: $0) }
    let hits = [true, true, false, true, false, false, false, true]
    let audit = audit(depth: 2, minimum: 1, replicates: 20_000)
    let found = try await audit.findings(of: SubgroupOutcome(rate: hits), attributes)
    // Of all ways to have four hits: how many have a subgroup with as large a γ.
    func largest(_ hits: [Bool]) -> Int {
      var largest = 0
      for first in [nil, 0, 1] as [Int32?] {
        for second in [nil, 0, 1] as [Int32?] {
          let members = (0..<8).filter {
            first ?? codes[0][$0] == codes[0][$0] && second ?? codes[1][$0] == codes[1][$0]
          }
          largest = max(largest, abs(2 * members.count { hits[$0] } - members.count))
        }
      }
      return largest
    }
    let orders = (0..<256).filter { $0.nonzeroBitCount == 4 }.map { word in
      (0..<8).map { word >> $0 & 1 == 1 }
    }
    let reached = orders.count { largest($0) >= largest(hits) }
    let p = Double(reached) / 70
    let search = try #require(found.search)
    #expect(abs(search.p - p) < 5 * (p * (1 - p) / 20_000).squareRoot())
    let mean = Double(orders.reduce(0) { $0 + largest($1) }) / 70 / 16
    #expect(abs(search.expected - mean) < 0.005)
    // The largest is the first, and its corrected p-value that of the search.
    #expect(found.subgroups[0].adjusted.largestViolation == search.p)
    for (first, second) in zip(found.subgroups, found.subgroups.dropFirst()) {
      #expect((first.adjusted.largestViolation ?? 2) <= (second.adjusted.largestViolation ?? 0))
    }
  }

  @Test("does not depend on the number of threads", arguments: [2, 3, 64])
  func threads(count: Int) async throws {
    let sample = SubgroupSample(units: 200, values: [3, -4, 2, 5], seed: 9)
    var stream = RandomStream(seed: 10, purpose: .synthesis)
    let outcome = SubgroupOutcome(rate: (0..<200).map { _ in stream.uniform() < 0.3 })
    var audit = audit(depth: 3, minimum: 5, replicates: 101)
    let one = try await audit.findings(of: outcome, sample.attributes)
    audit.threads = count
    #expect(try await audit.findings(of: outcome, sample.attributes) == one)
  }
}
