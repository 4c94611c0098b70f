import Inference
import Measures
import Testing

@testable import Scoring

@Suite("Gaps by chance")
struct GroupChanceTests {
  /// All ways to choose which 17 of 27 negative items are those of F: what the permutations sample.
  private func exactP(of observed: Int) -> Double {
    // 9 of the 27 negative items are false alarms; the gap reaches that of 3 in F where 3 or fewer of
    // them, or so many that the other side is as far off, fall on F.
    func ways(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    func gap(_ inF: Int) -> Double { abs(Double(9 - inF) / 10 - Double(inF) / 17) }
    let reached = (0...9).filter { gap($0) >= gap(observed) - 1e-12 }
    return reached.reduce(0) { $0 + ways(9, $1) * ways(18, 17 - $1) } / ways(27, 17)
  }

  @Test("a rate's p is that of all divisions of those it is a rate of")
  func rate() async throws {
    let report = try await GroupSample.people.report(
      by: [["sex"]], measures: ["FPR"], replicates: 20_000)
    let chance = try #require(report.tables[0].gaps[0][0].finding?.chance)
    let exact = exactP(of: 3)
    #expect(abs(chance.p - exact) < 0.006, "\(chance.p) for \(exact)")
    #expect(chance.undefined == 0 && chance.permutations == 20_000)
  }

  /// Ten groups of 100 units, a rate of 0.3 in all of them: the mean gap of numpy's binomials is 0.139
  /// (PCG64, seed 7).
  @Test("noise alone makes a gap, and the more groups the larger")
  func expected() async throws {
    let decisions = (0..<1_000).map { $0 % 10 < 3 ? "1" : "0" }.joined()
    func mean(_ groups: Int) async throws -> Double {
      let sample = GroupSample(
        gold: String(repeating: "0", count: 1_000), decisions: decisions,
        attributes: [("group", (0..<1_000).map { "\($0 / (1_000 / groups))" })])
      let report = try await sample.report(by: [["group"]], measures: ["FPR"], replicates: 1_000)
      let gap = try #require(report.tables[0].gaps[0][0].finding)
      let chance = try #require(gap.chance)
      // All groups have a rate of 0.3, so that every arrangement reaches the gap.
      #expect(gap.difference.isNear(0) && chance.p == 1)
      return chance.expected
    }
    let (two, ten) = (try await mean(2), try await mean(10))
    #expect(abs(ten - 0.139) < 0.01, "\(ten)")
    #expect(two < 0.05)
  }

  @Test("groups with other base rates and the same error rates differ by chance alone")
  func conditional() async throws {
    // Of the positive and of the negative items of both groups half are predicted positive.
    let groups = [(name: "a", positive: 80, negative: 20), ("b", 20, 80)]
    var (gold, decisions, names) = ("", "", [String]())
    for (name, positive, negative) in groups {
      for (count, label) in [(positive, "1"), (negative, "0")] {
        for item in 0..<count {
          gold += label
          decisions += item % 2 == 0 ? "1" : "0"
          names.append(name)
        }
      }
    }
    let sample = GroupSample(gold: gold, decisions: decisions, attributes: [("group", names)])
    let report = try await sample.report(
      by: [["group"]], measures: ["TPR", "FPR", "Accuracy"], replicates: 500)
    for gap in report.tables[0].gaps.joined() {
      #expect(gap.finding?.difference == 0 && gap.finding?.chance?.p == 1)
    }
  }

  @Test("the same on any number of threads, another by another seed")
  func threads() async throws {
    func findings(threads: Int, seed: UInt64) async throws -> [[Double?]] {
      let report = try await GroupSample.people.report(
        by: [["sex"], ["sex", "race"]], measures: ["FPR", "AUC", "Brier"], replicates: 300,
        seed: seed, threads: threads)
      return report.tables.flatMap(\.gaps).joined().map { gap in
        [
          gap.finding?.chance?.p, gap.finding?.chance?.expected, gap.finding?.interval?.low,
          gap.finding?.interval?.high,
        ]
      }
    }
    let one = try await findings(threads: 1, seed: 5)
    #expect(try await findings(threads: 3, seed: 5) == one)
    #expect(try await findings(threads: 1, seed: 6) != one)
  }
}
