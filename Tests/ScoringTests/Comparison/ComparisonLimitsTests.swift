import Inference
import Measures
import Testing

@testable import Scoring

@Suite("What a comparison can show")
struct ComparisonLimitsTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  /// Submissions of which each says the positives a little surer than the one before.
  private static func systems(_ count: Int) -> [(name: String, text: String)] {
    (0..<count).map { system in
      let scores = TwelveItems.positive.enumerated().map { item, isPositive in
        let wave = Double((item * 7 + system * 5) % 11) / 40
        return isPositive ? 0.5 + Double(system) / 40 + wave / 2 : 0.4 - wave
      }
      return ("s\(system).tsv", TwelveItems.table(scores))
    }
  }

  private func comparison(
    _ submissions: [(name: String, text: String)], _ measure: String,
    _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> Comparison {
    try await workspace.comparison(
      submissions, of: workspace.task(TwelveItems.definition), measure, change)
  }

  private static func isPowerless(_ comparison: Comparison) -> String? {
    comparison.notes.first { $0.hasPrefix("no difference can be significant") }
  }

  @Test("a note says that no p-value can be small enough, and it is true")
  func powerless() async throws {
    let few = try await comparison(Self.systems(4), "Brier") { $0.replicates = 100 }
    let note = try #require(Self.isPowerless(few))
    #expect(note.contains("100 replicates give no p-value below 0.0099"))
    #expect(note.contains("correction for 6 tests makes 0.059"))
    #expect(note.hasSuffix("--test tukey corrects by itself"))
    #expect(few.pairs.allSatisfy { !$0.isSignificant && ($0.adjusted.number ?? 0) > 0.059 })
    let enough = try await comparison(Self.systems(4), "Brier") { $0.replicates = 4000 }
    #expect(Self.isPowerless(enough) == nil)
    let area = try await comparison(Self.systems(4), "AUC") { $0.replicates = 100 }
    #expect(Self.isPowerless(area)?.hasSuffix("--test delong has no such bound") == true)
    let t = try await comparison(Self.systems(4), "Brier") {
      ($0.replicates, $0.test) = (100, .t)
    }
    #expect(Self.isPowerless(t) == nil)
  }

  @Test("more permutations are taken where the correction needs them and nobody said how many")
  func more() async throws {
    let asked = try await comparison(Self.systems(4), "Brier") { $0.replicates = 200 }
    #expect(asked.permutations == 200)
    let taken = try await comparison(Self.systems(4), "Brier") {
      ($0.replicates, $0.takesMorePermutations) = (200, true)
    }
    // 6 tests: ten times 6/0.05.
    #expect(taken.permutations == 1200)
    #expect(taken.resamples == 200)
    #expect(taken.pairs.allSatisfy { !$0.isExact })
    let uncorrected = try await comparison(Self.systems(4), "Brier") {
      ($0.replicates, $0.takesMorePermutations, $0.correction) = (200, true, .none)
    }
    #expect(uncorrected.permutations == 200)
  }

  @Test(
    "the least p-value is what the test gives of systems as far apart as can be",
    arguments: [Alternative.twoSided, .greater], 1...9)
  func least(_ alternative: Alternative, units: Int) async throws {
    let ones = [Array(repeating: 1.0, count: units), Array(repeating: 0.0, count: units)]
    for replicates in [40, 1 << 9] {
      let result = await PairedPermutation.test(
        ones, pairs: [(0, 1)], alternative: alternative, seed: 3, replicates: replicates,
        threads: 1)
      let p = try #require(result[0]?.p)
      let least = PairedPermutation.leastP(
        units: units, alternative: alternative, replicates: replicates)
      // A sample may hold the arrangement once more.
      if result[0]?.isExact == true { #expect(p == least) } else { #expect(p >= least) }
      let tukey = await RandomizedTukey.test(
        ones, pairs: [(0, 1)], seed: 3, replicates: replicates, threads: 1)
      let bound = RandomizedTukey.leastP(systems: 2, units: units, replicates: replicates)
      if tukey[0]?.isExact == true {
        #expect(tukey[0]?.p == bound)
      } else {
        #expect((tukey[0]?.p ?? 0) >= bound)
      }
    }
    let fewest = PairedPermutation.fewestUnits(level: 0.05, alternative: alternative)
    #expect(fewest == (alternative == .twoSided ? 6 : 5))
  }

  @Test("equal systems are not told apart by any test", arguments: ComparisonRequest.Test.allCases)
  func equal(_ test: ComparisonRequest.Test) async throws {
    let same = [TwelveItems.both[0], ("copy.tsv", TwelveItems.table(TwelveItems.first))]
    let found = try await comparison(same, test == .t || test == .tukey ? "Brier" : "AUC") {
      $0.test = test
    }
    #expect(found.pairs[0].p == .number(1))
    #expect(found.pairs[0].interval == nil)
  }

  @Test("a difference that does not vary has no p-value where the test goes by how much it varies")
  func unvaried() async throws {
    try workspace.gold("item\tlabel\na\tyes\n")
    let one = [("x.tsv", "item\tscore\na\t0.9\n"), ("y.tsv", "item\tscore\na\t0.6\n")]
    for test in [ComparisonRequest.Test.bootstrap, .t] {
      let found = try await comparison(one, "Brier") {
        ($0.test, $0.equivalence, $0.wantsPower) = (test, 0.5, true)
      }
      #expect(found.pairs[0].p.number == nil)
      #expect(found.pairs[0].effect.number == nil)
      #expect(found.pairs[0].equivalence?.p.number == nil)
      #expect(found.pairs[0].power?.units.number == nil)
    }
    let permuted = try await comparison(one, "Brier")
    #expect(permuted.pairs[0].p == .number(1))
    #expect(Self.isPowerless(permuted)?.contains("1 unit has too few permutations") == true)
  }

  @Test("one positive unit gives AUC no p-value by resamples or placements, and a note")
  func onePositive() async throws {
    try workspace.gold(
      "item\tlabel\n" + (0..<12).map { "i\($0)\t\($0 == 2 ? "yes" : "no")\n" }.joined())
    for test in [ComparisonRequest.Test.bootstrap, .delong] {
      let found = try await comparison(TwelveItems.both, "AUC") { $0.test = test }
      #expect(found.pairs[0].p.number == nil)
      #expect(found.notes.contains { $0.hasPrefix("only 1 of 12 units is positive") })
    }
    let means = try await comparison(TwelveItems.both, "Brier")
    #expect(!means.notes.contains { $0.hasPrefix("only") })
  }

  @Test("power never promises what so few units have no permutations for")
  func power() async throws {
    let apart = [
      ("x.tsv", TwelveItems.table(TwelveItems.positive.map { $0 ? 0.95 : 0.05 })),
      (
        "y.tsv",
        TwelveItems.table(
          TwelveItems.positive.enumerated().map { ($1 ? 0.2 : 0.8) + Double($0) / 1000 })
      ),
    ]
    let permuted = try await comparison(apart, "Brier") { $0.wantsPower = true }
    #expect(permuted.pairs[0].power?.units == .number(6))
    let t = try await comparison(apart, "Brier") { ($0.wantsPower, $0.test) = (true, .t) }
    #expect(try #require(t.pairs[0].power?.units.number) < 6)
  }

  @Test("no smallest difference is larger than two values can be apart")
  func largest() async throws {
    let found = try await comparison(TwelveItems.both, "F1") { $0.wantsPower = true }
    for pair in found.pairs { #expect((pair.power?.smallestDifference.number ?? 0) <= 1) }
    // One is right where the other is wrong, so that the differences are as far apart as can be.
    try workspace.gold("item\tlabel\na\tyes\nb\tyes\nc\tno\nd\tno\n")
    let first = "item\tlabel\na\tyes\nb\tno\nc\tno\nd\tno\n"
    let second = "item\tlabel\na\tno\nb\tyes\nc\tyes\nd\tno\n"
    let few = try await comparison([("x.tsv", first), ("y.tsv", second)], "Accuracy") {
      ($0.wantsPower, $0.test) = (true, .t)
    }
    #expect(few.pairs[0].power?.smallestDifference.number == nil)
    #expect(few.pairs[0].power?.smallestDifference.reason?.contains("that there can be") == true)
  }

  @Test("a note says that nothing can be shown to be equivalent, and it is true")
  func notEquivalent() async throws {
    let few = try await comparison(ComparatorTests.three, "AUC") {
      ($0.replicates, $0.equivalence) = (50, 0.99)
    }
    #expect(few.notes.contains { $0.hasPrefix("no pair can be shown to be equivalent: 50") })
    #expect(few.pairs.allSatisfy { $0.equivalence?.isShown == false })
    let enough = try await comparison(ComparatorTests.three, "AUC") {
      ($0.replicates, $0.equivalence) = (500, 0.99)
    }
    #expect(!enough.notes.contains { $0.hasPrefix("no pair can be shown") })
    #expect(enough.pairs.contains { $0.equivalence?.isShown == true })
  }

  @Test("one unit has no ranks on resamples that are all that unit")
  func oneUnit() async throws {
    try workspace.gold("item\tlabel\na\tyes\n")
    let one = [("x.tsv", "item\tscore\na\t0.9\n"), ("y.tsv", "item\tscore\na\t0.6\n")]
    let found = try await comparison(one, "Brier")
    #expect(found.systems.allSatisfy { $0.ranks == nil && $0.interval == nil })
    #expect(found.notes.contains { $0.hasPrefix("one unit does not tell") })
  }

  @Test("tells what scorecards tell, once for all submissions that it is true of")
  func notes() async throws {
    let task = try workspace.task(TwelveItems.definition + "\nmissing: worst")
    let half =
      TwelveItems.both[1].1.split(separator: "\n").dropLast(3).joined(separator: "\n") + "\n"
    let found = try await workspace.comparison(
      [TwelveItems.both[0], ("half.tsv", half), ("same.tsv", half)], of: task, "Brier")
    let notes = found.notes.filter { $0.contains("half.tsv") }
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("half.tsv, same.tsv: ") == true)
  }
}
