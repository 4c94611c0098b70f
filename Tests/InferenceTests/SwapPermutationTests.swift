import Testing

@testable import Inference

@Suite("The permutation test of any statistic")
struct SwapPermutationTests {
  /// The mean difference as a statistic of which units are swapped.
  private static func meanDifference(
    _ first: [Double], _ second: [Double]
  ) -> @Sendable ([Bool]) -> Double? {
    { isSwapped in
      var sum = 0.0
      for (unit, swapped) in isSwapped.enumerated() {
        sum += swapped ? second[unit] - first[unit] : first[unit] - second[unit]
      }
      return sum / Double(isSwapped.count)
    }
  }

  @Test("of a mean, counts what the paired test counts", arguments: [5, 10, 63, 64, 65, 200])
  func agreement(units: Int) async throws {
    let systems = randomSystems(2, units: units, seed: UInt64(units))
    for alternative in Alternative.allCases {
      let paired = await PairedPermutation.test(
        systems, pairs: [(0, 1)], alternative: alternative, seed: 12, replicates: 1_500, threads: 2)
      let swapped = await SwapPermutation.test(
        units: units, alternative: alternative, seed: 12, replicates: 1_500, threads: 2,
        difference: Self.meanDifference(systems[0], systems[1]))
      let (one, other) = (try #require(paired.first ?? nil), try #require(swapped))
      #expect(one.reached == other.reached && one.isExact == other.isExact && one.p == other.p)
    }
  }

  @Test("results do not depend on threads")
  func threads() async {
    let systems = randomSystems(2, units: 50, seed: 77)
    let difference = Self.meanDifference(systems[0], systems[1])
    let one = await SwapPermutation.test(
      units: 50, seed: 3, replicates: 700, threads: 1, difference: difference)
    for threads in [2, 7, 1_000] {
      let many = await SwapPermutation.test(
        units: 50, seed: 3, replicates: 700, threads: threads, difference: difference)
      #expect(many == one)
    }
  }

  @Test("a statistic that rounding moves by its last bits still ties")
  func rounding() async {
    // Sums of tenths in an order that the swaps change: 0.1 + 0.2 + 0.3 or 0.3 + 0.2 + 0.1.
    let first = [0.1, 0.7, 0.2, 0.3, 0.6, 0.4]
    let second = [0.3, 0.6, 0.1, 0.2, 0.7, 0.4]
    let result = await SwapPermutation.test(
      units: 6, seed: 1, replicates: 64, threads: 1,
      difference: Self.meanDifference(first, second))
    let differences = [-2, 1, 1, 1, -1, 0]
    let observed = abs(differences.reduce(0, +))
    #expect(observed == 0 && result?.reached == 64)
  }

  @Test("arrangements without a statistic never favour a claim")
  func undefined() async {
    let result = await SwapPermutation.test(units: 4, seed: 1, replicates: 16, threads: 2) {
      $0[0] ? nil : $0.contains(true) ? 0 : 1
    }
    // Eight undefined, and the observed one itself.
    #expect(result?.undefined == 8 && result?.reached == 9 && result?.isExact == true)
    for value in [nil, .nan, .infinity] as [Double?] {
      #expect(
        await SwapPermutation.test(units: 3, seed: 1, replicates: 8, threads: 1) { _ in value }
          == nil)
    }
    let empty = await SwapPermutation.test(units: 0, seed: 1, replicates: 8, threads: 1) { _ in 0 }
    #expect(empty?.p == 1)
    let negative = await SwapPermutation.test(units: -1, seed: 1, replicates: 8, threads: 1) { _ in
      0
    }
    #expect(negative?.p == 1)
  }
}
