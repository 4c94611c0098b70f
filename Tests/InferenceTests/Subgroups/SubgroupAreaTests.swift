import ExactMath
import Testing

@testable import Inference

@Suite("Areas under the curve of subgroups")
struct SubgroupAreaTests {
  private func audit(replicates: Int = 0) -> SubgroupAudit {
    var audit = SubgroupAudit()
    audit.minimum = 2
    audit.replicates = replicates
    audit.depth = 3
    return audit
  }

  /// The AUC over all pairs, and the variances of DeLong et al. by their equations 4 and 5.
  private func naive(
    _ units: [Int], _ scores: [Double], _ isPositive: [Bool]
  ) -> (area: Double, variance: Double) {
    let positives = units.filter { isPositive[$0] }
    let negatives = units.filter { !isPositive[$0] }
    func psi(_ positive: Int, _ negative: Int) -> Double {
      scores[positive] > scores[negative] ? 1 : scores[positive] == scores[negative] ? 0.5 : 0
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func variance(_ values: [Double]) -> Double {
      let mean = mean(values)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
    let ofPositives = positives.map { one in mean(negatives.map { psi(one, $0) }) }
    let ofNegatives = negatives.map { one in mean(positives.map { psi($0, one) }) }
    return (
      mean(ofPositives),
      variance(ofPositives) / Double(positives.count)
        + variance(ofNegatives) / Double(negatives.count)
    )
  }

  @Test("agree with all pairs of their units, ties and several values and all", arguments: 1...6)
  func definition(seed: UInt64) async throws {
    let sample = SubgroupSample(units: 80, values: [2, -3, 3], seed: seed)
    var stream = RandomStream(seed: seed + 50, purpose: .synthesis)
    var scores = (0..<80).map { _ in Double(stream.integer(below: 12)) }
    scores[3] = -.infinity
    scores[4] = .infinity
    let isPositive = (0..<80).map { _ in stream.uniform() < 0.4 }
    let found = try await audit().findings(
      of: SubgroupRanking(scores: scores, isPositive: isPositive), sample.attributes)
    let all = naive(Array(0..<80), scores, isPositive)
    #expect(isClose(found.overall, all.area) && found.largestViolation == nil)
    #expect(found.subgroups.count > 10)
    for subgroup in found.subgroups {
      let members = sample.members(of: subgroup.conjunction)
      let rest = (0..<80).filter { !members.contains($0) }
      let own = naive(members, scores, isPositive)
      let other = naive(rest, scores, isPositive)
      #expect(subgroup.units == members.count)
      let positives = members.count { isPositive[$0] }
      #expect(subgroup.counted == min(positives, members.count - positives))
      #expect(subgroup.counted >= 2)
      #expect(isClose(subgroup.value, own.area))
      let gap = own.area - all.area
      #expect(isClose(subgroup.gap, gap))
      #expect(isClose(subgroup.violation, Double(members.count) / 80 * gap.magnitude))
      let z = (own.area - other.area).magnitude / (own.variance + other.variance).squareRoot()
      guard let p = subgroup.p else {
        // Fewer than two of a class among the rest.
        #expect(!z.isFinite || own.variance + other.variance < 1e-20)
        continue
      }
      #expect(isClose(p, 2 * NormalDistribution.probability(above: z), within: 1e-10))
    }
  }

  /// scikit-learn 1.9.1, `roc_auc_score` on case c01.
  @Test("give the AUC of case c01 by sex")
  func sex() async throws {
    let scores: [Double] = [
      55, 45, 65, 80, 55, 75, 60, 60, 50, 35, 25, 50, 55, 10, 30, 20, 55, 20, 70, 25, 70, 50, 55, 5,
      60, 10, 95, 70, 30, 25, 25, 5, 30, 60, 85, 25, 75, 70, 45, 20, 25, 85, 55, 60, 75, 60, 80, 25,
    ]
    let codes = Array("FFFFMFFMMFFFFFFFMMMFFMFMFFMMFMFFFMMFMFFMFMMMFMMF").map {
      Int32($0 == "F" ? 0 : 1)
    }
    let label = Array("001111110000100000001010001110001110110001101010").map { $0 == "1" }
    let found = try await audit().findings(
      of: SubgroupRanking(scores: scores, isPositive: label),
      [SubgroupAttribute(values: 2, codes: codes)])
    let byValue = found.subgroups.sorted { $0.conjunction < $1.conjunction }
    #expect(areClose(byValue.map(\.value), [0.911764705882353, 0.885], within: 1e-12))
    #expect(isClose(found.overall, 0.9029982363315696))
  }

  @Test("in permutations each score keeps its class, and all threads find the same")
  func permutations() async throws {
    let sample = SubgroupSample(units: 90, values: [2, -3], seed: 4)
    var stream = RandomStream(seed: 5, purpose: .synthesis)
    let isPositive = (0..<90).map { _ in stream.uniform() < 0.5 }
    let scores = isPositive.map { ($0 ? 0.8 : 0) + stream.normal() }
    var audit = audit(replicates: 200)
    let ranking = SubgroupRanking(scores: scores, isPositive: isPositive)
    let one = try await audit.findings(of: ranking, sample.attributes)
    audit.threads = 3
    #expect(try await audit.findings(of: ranking, sample.attributes) == one)
    // Nothing depends on attributes here, and the search finds nothing.
    #expect(try #require(one.search?.p) > 0.02)

    // Scores of the second group are of no use.
    let useless = sample.attributes[0].codes.enumerated().map { unit, code in
      code == 0 ? scores[unit] + (isPositive[unit] ? 3 : 0) : -scores[unit]
    }
    let two = try await audit.findings(
      of: SubgroupRanking(scores: useless, isPositive: isPositive), sample.attributes)
    #expect(two.search?.p == 1.0 / 201)
  }

  @Test("one class has no area")
  func oneClass() async throws {
    let found = try await audit(replicates: 5).findings(
      of: SubgroupRanking(scores: [1, 2, 3], isPositive: [true, true, true]),
      [SubgroupAttribute(values: 2, codes: [0, 1, 1])])
    #expect(found.overall == nil && found.subgroups.isEmpty && found.search == nil)
  }
}
