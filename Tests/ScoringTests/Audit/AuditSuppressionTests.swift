import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("What an audit withholds cannot be computed from what it tells")
struct AuditSuppressionTests {
  @Test(
    "by linear algebra over all that is told, for each outcome",
    arguments: 0..<UInt32(12), [AuditOutcome.falsePositiveRate, .accuracy, .rank, .area])
  func linearAlgebra(seed: UInt32, outcome: AuditOutcome) async throws {
    let sample = AuditSample(seed, units: 60 + 7 * Int(seed), values: [3, 4, 2])
    let below = 5 + Int(seed % 5)
    let found = try await sample.findings(outcome, depth: 2, below: below)
    let numbers = AuditNumbers(found, sample, outcome, depth: 2, below: below)
    #expect(numbers.isSecret && found.subgroups.count + found.tooSmall.count > 0)
    #expect(numbers.given.isEmpty, "\(numbers.given)")
    for one in found.withheld where one.reason == .small {
      #expect(!found.tooSmall.contains { $0.conjunction == one.conjunction })
    }
  }

  @Test("nothing more than needed is withheld: telling any of it would give a small one away")
  func maximal() async throws {
    for seed in 0..<UInt32(8) {
      let sample = AuditSample(seed, units: 80, values: [3, 3])
      let found = try await sample.findings(.falsePositiveRate, depth: 2, below: 5)
      for one in found.withheld where one.reason == .complementary {
        let numbers = AuditNumbers(
          found, sample, .falsePositiveRate, depth: 2, below: 5, telling: one.conjunction)
        // Or a count would be held at 0, which linear algebra alone does not see.
        #expect(!numbers.given.isEmpty || sample.hasEmptyCount(.falsePositiveRate))
      }
    }
  }

  /// Three groups of 20; of the first 2 are negative.
  @Test("not by a total: one small subgroup takes another with it")
  func total() async throws {
    let sample = AuditSample(
      gold: String(repeating: "1", count: 18) + "00" + String(repeating: "01", count: 20),
      decisions: String(repeating: "10", count: 30),
      codes: [(0..<60).map { Int32($0 / 20) }], values: [3])
    let found = try await sample.findings(.falsePositiveRate, depth: 1, below: 4)
    #expect(found.withheld.map(\.reason) == [.small, .complementary] && found.subgroups.count == 1)
    let open = try await sample.findings(.falsePositiveRate, depth: 1, below: 0)
    #expect(open.withheld.isEmpty && open.tooSmall.count == 1 && open.subgroups.count == 2)
    // What is shown of a small one is its rate, as far as it may be.
    #expect(open.tooSmall[0].hits != nil && open.tooSmall[0].size == 2)
  }

  @Test("p-values are corrected for, and permutations drawn of, what is told alone")
  func corrections() async throws {
    let sample = AuditSample(4, units: 90, values: [3, 4])
    let found = try await sample.findings(.selection, depth: 2, below: 8, replicates: 99)
    #expect(found.withheld.contains { $0.reason == .complementary })
    let p = found.subgroups.compactMap(\.p)
    let holm = Correction.holm.adjusted(p)
    #expect(found.subgroups.compactMap(\.adjusted.holm) == holm)
    let told = Set(found.subgroups.flatMap { [$0.conjunction] + $0.otherDescriptions })
    #expect(found.withheld.allSatisfy { !told.contains($0.conjunction) })
    for one in found.subgroups where one.isExplainedByParents {
      #expect(one.conjunction.parents.contains(where: told.contains))
    }
    let largest = found.subgroups.map(\.violation).max() ?? 0
    let first = found.subgroups.first { $0.violation == largest }
    #expect(found.search?.p == first?.adjusted.largestViolation)
  }

  @Test(
    "nor where only some of the profiles are looked at, as of very many", arguments: 0..<UInt32(8))
  func someProfiles(seed: UInt32) async throws {
    let sample = AuditSample(seed, units: 150, values: [3, 4, 3, 2])
    for outcome in [AuditOutcome.falsePositiveRate, .rank] {
      let all = try await sample.findings(outcome, depth: 2, below: 6)
      for most in [30, 12, 1] {
        let found = try await sample.findings(outcome, depth: 2, below: 6, mostProfiles: most)
        let numbers = AuditNumbers(found, sample, outcome, depth: 2, below: 6)
        #expect(numbers.isSecret && numbers.given.isEmpty, "\(numbers.given)")
        #expect(found.subgroups.count <= all.subgroups.count)
      }
    }
  }

  @Test("thousands of units with thousands of profiles are looked at in bounded time")
  func large() async throws {
    let sample = AuditSample(2, units: 6_000, values: [9, 8, 8, 9])
    let found = try await sample.findings(.falsePositiveRate, depth: 2, below: 12)
    #expect(found.withheld.contains { $0.reason == .small } && !found.subgroups.isEmpty)
  }

  @Test("where there is too much to look at, the rest is withheld and said to be so")
  func budget() {
    let total: LinkedTables.Vector = (0..<6).map { ($0, 1) }
    let cells = (0..<6).map {
      LinkedTables.Cell(sums: [[($0, 1)]], weight: 10 - $0, isWithheld: false)
    }
    let tables = LinkedTables(empty: 6, totals: [total], cells: cells)
    let whole = tables.released(protecting: [[(5, 1)]], columns: 6)
    #expect(whole.told == [0, 1, 2, 3] && whole.unchecked.isEmpty)
    let short = tables.released(protecting: [[(5, 1)]], columns: 6, mostSteps: 20)
    #expect(!short.unchecked.isEmpty && short.told.isSubset(of: whole.told))
    #expect(short.told.isDisjoint(with: short.unchecked))
    // All secrets have to be open where that is asked for.
    let known = tables.released(protecting: [total], columns: 6, areAllOpen: true)
    #expect(known.told.isEmpty && known.unchecked.count == 6)
    #expect(tables.released(protecting: [total], columns: 6).told.count == 6)
  }

  @Test("a sum that is 0 tells all its parts, so that it is not told beside a secret in it")
  func zero() {
    // Of 0, 1 and 2 the last two are 0.
    let total: LinkedTables.Vector = [(0, 1), (1, 1), (2, 1)]
    let tables = LinkedTables(
      empty: 1, totals: [total],
      cells: [LinkedTables.Cell(sums: [[(1, 1), (2, 1)]], weight: 3, isWithheld: false)])
    #expect(tables.released(protecting: [[(1, 1)]], columns: 3).told.isEmpty)
    let full = LinkedTables(empty: 3, totals: [total], cells: tables.cells)
    #expect(full.released(protecting: [[(1, 1)]], columns: 3).told == [0])
  }

  /// Of 14 units every table of counts beside what is told, by trying all.
  @Test("nor by trying all counts that there could be", arguments: 0..<UInt32(12))
  func everyCount(seed: UInt32) async throws {
    let sample = AuditSample(seed, units: 14, values: [2, 2])
    let found = try await sample.findings(.falsePositiveRate, depth: 2, below: 3)
    let search = AuditCounts(found, sample)
    for one in found.withheld where one.reason == .small {
      guard let values = search.possible[one.conjunction] else { continue }
      #expect(values.counted.count > 1 || search.isKnownAnyhow(one.conjunction).counted)
      #expect(values.hits.count > 1 || search.isKnownAnyhow(one.conjunction).hits)
    }
  }
}
