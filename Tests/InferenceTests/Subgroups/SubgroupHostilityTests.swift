import Testing

@testable import Inference

@Suite("Subgroups of anything")
struct SubgroupHostilityTests {
  private func findings(
    _ outcome: [Bool?], _ attributes: [SubgroupAttribute], depth: Int = 4, minimum: Int = 1
  ) async throws -> SubgroupFindings {
    var audit = SubgroupAudit()
    audit.depth = depth
    audit.minimum = minimum
    audit.replicates = 20
    audit.threads = 2
    return try await audit.findings(of: SubgroupOutcome(rate: outcome), attributes)
  }

  @Test("no units, one unit, no attributes")
  func nothing() async throws {
    let empty = try await findings([], [SubgroupAttribute(values: 0, codes: [])])
    #expect(empty.subgroups.isEmpty && empty.overall == nil && empty.search == nil)
    #expect(empty.conjunctions == 0 && empty.largestViolation == 0)
    let bare = try await findings([true, false], [])
    #expect(bare.subgroups.isEmpty && bare.overall == 0.5 && bare.conjunctions == 0)
    let one = try await findings([true], [SubgroupAttribute(values: 3, codes: [1])])
    // The only value is that of everybody.
    #expect(one.subgroups.isEmpty && one.collapsed == 1 && one.conjunctions == 1)
  }

  @Test("an outcome that is of nobody, or the same for all")
  func nobody() async throws {
    let sex = SubgroupAttribute(values: 2, codes: [0, 0, 1, 1])
    let none = try await findings([nil, nil, nil, nil], [sex])
    #expect(none.overall == nil && none.subgroups.isEmpty && none.tooSmall.count == 2)
    #expect(none.search == nil)
    let same = try await findings([true, true, true, true], [sex])
    #expect(same.overall == 1 && same.subgroups.count == 2 && same.largestViolation == 0)
    #expect(same.subgroups.allSatisfy { $0.violation == 0 && $0.p == nil })
    #expect(same.search?.p == 1)
  }

  @Test("a value that all units have says nothing, alone or with others")
  func missing() async throws {
    let missing = SubgroupAttribute(values: 1, codes: [0, 0, 0, 0])
    let sex = SubgroupAttribute(values: 2, codes: [0, 0, 1, 1])
    let found = try await findings([true, true, false, true], [missing, sex])
    #expect(found.subgroups.map(\.conjunction.depth) == [1, 1])
    #expect(found.subgroups.allSatisfy { $0.otherDescriptions.count == 1 })
    #expect(found.conjunctions == 5 && found.collapsed == 3)
  }

  @Test("three hundred values of four attributes, most of them nobody's together")
  func manyValues() async throws {
    let sample = SubgroupSample(units: 2_000, values: [300, 300, 300, 300], seed: 3)
    let outcome = (0..<2_000).map { Optional($0 % 3 == 0) }
    let found = try await findings(outcome, sample.attributes, minimum: 8)
    #expect(found.subgroups.allSatisfy { $0.counted >= 8 })
    #expect(found.subgroups.contains { $0.conjunction.depth == 1 })
    // 1 + 300 of each, less the empty one; the rarest values are nobody's.
    #expect(found.conjunctions > 1 << 32 && found.conjunctions < 301 * 301 * 301 * 301)
  }

  @Test("units with all values of every attribute are refused, not waited for")
  func manyMemberships() async throws {
    let all = (0..<Int32(2_500)).map { $0 }
    let attributes = (0..<4).map { _ in
      SubgroupAttribute(values: 2_500, codes: [2_500, 2_500], several: [all])
    }
    await #expect(throws: SubgroupProblem.tooManyMemberships) {
      _ = try await findings([true, false], attributes)
    }
  }

  @Test("more attributes than can be combined are refused")
  func manyAttributes() async throws {
    let attributes = (0..<120).map { _ in SubgroupAttribute(values: 2, codes: [0, 1]) }
    await #expect(throws: SubgroupProblem.tooManyAttributes(120)) {
      _ = try await findings([true, false], attributes)
    }
    let pairs = try await findings([true, false], attributes, depth: 2)
    // All are one cut: two sides, and all else the same units or nobody's.
    #expect(pairs.subgroups.count == 2)
  }

  @Test("numbers without a finite sum are no outcome; those that differ by rounding do not differ")
  func numbers() throws {
    #expect(SubgroupOutcome(numbers: [1, .infinity]) == nil)
    #expect(SubgroupOutcome(numbers: [1, .nan]) == nil)
    #expect(SubgroupOutcome(numbers: [1e300, -1e300]) == nil)
    let same = try #require(SubgroupOutcome(numbers: [0.1 + 0.2, 0.3, nil, 0.3]))
    #expect(same.largestViolation == 0 && same.counted == 3)
    #expect(SubgroupOutcome(numbers: [])?.overall == nil)
    let tiny = try #require(SubgroupOutcome(numbers: [0, .leastNonzeroMagnitude]))
    #expect(tiny.largestViolation == 0)
  }
}
