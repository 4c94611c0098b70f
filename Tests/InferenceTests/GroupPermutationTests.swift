import Testing

@testable import Inference

@Suite("The permutation test of two separate groups")
struct GroupPermutationTests {
  /// All 70 divisions of eight units, and scipy 1.17.1,
  /// `permutation_test(permutation_type="independent")`.
  @Test("is exact where divisions are few")
  func exact() async {
    let result = await GroupPermutation.test(
      [1, 1, 0, 1], [0, 0, 0, 1], seed: 1, replicates: 70, threads: 2)
    #expect(result?.isExact == true && result?.reached == 34 && result?.replicates == 70)
    #expect(result?.p == 0.4857142857142857 && result?.statistic == 0.5)
  }

  /// Every choice of units by the bits of a number.
  private func enumerated(_ values: [Int], _ size: Int, _ alternative: Alternative) -> (Int, Int) {
    let total = values.reduce(0, +)
    // The difference of means times both sizes.
    func difference(_ sum: Int) -> Int { sum * (values.count - size) - (total - sum) * size }
    let observed = difference(values[..<size].reduce(0, +))
    var (reached, all) = (0, 0)
    for choice in 0..<1 << values.count where choice.nonzeroBitCount == size {
      var sum = 0
      for (unit, value) in values.enumerated() where choice >> unit & 1 == 1 { sum += value }
      let one = difference(sum)
      all += 1
      let isReached =
        switch alternative {
        case .twoSided: abs(one) >= abs(observed)
        case .greater: one >= observed
        case .less: one <= observed
        }
      if isReached { reached += 1 }
    }
    return (reached, all)
  }

  @Test("agrees with an enumeration in whole numbers, ties and all", arguments: 2...10)
  func enumeration(units: Int) async {
    let values = randomSystems(1, units: units, seed: UInt64(units) + 7)[0]
    let tenths = values.map { Int(($0 * 10).rounded()) }
    for size in 1..<units {
      for alternative in Alternative.allCases {
        let (reached, all) = enumerated(tenths, size, alternative)
        let result = await GroupPermutation.test(
          Array(values[..<size]), Array(values[size...]), alternative: alternative, seed: 1,
          replicates: all, threads: 1)
        #expect(result?.isExact == true && result?.reached == reached)
        #expect(result?.replicates == all)
      }
    }
  }

  @Test("a sample comes close to all divisions, whatever the threads")
  func sampled() async throws {
    let values = randomSystems(1, units: 14, seed: 70)[0]
    let (first, second) = (Array(values[..<5]), Array(values[5...]))
    let exact = try #require(
      await GroupPermutation.test(first, second, seed: 1, replicates: 2_002, threads: 1))
    let sample = try #require(
      await GroupPermutation.test(first, second, seed: 1, replicates: 2_001, threads: 1))
    #expect(exact.isExact && !sample.isExact && exact.replicates == 2_002)
    // What the seed gave on every other machine.
    #expect(sample.reached == 864)
    let deviation = (exact.p * (1 - exact.p) / 2_001).squareRoot()
    #expect(abs(sample.p - exact.p) <= 5 * deviation)
    for threads in [2, 3, 100] {
      let other = await GroupPermutation.test(
        first, second, seed: 1, replicates: 2_001, threads: threads)
      #expect(other == sample)
    }
  }

  @Test("what cannot be tested has no result")
  func hostile() async {
    for (first, second) in [
      ([], []), ([1], []), ([], [1]), ([.nan], [1]), ([1], [2, .infinity]),
      ([1e308], [-1e308]),
    ] as [([Double], [Double])] {
      #expect(
        await GroupPermutation.test(first, second, seed: 1, replicates: 9, threads: 2) == nil)
    }
    let constant = [Double](repeating: 0.3, count: 50)
    let same = await GroupPermutation.test(
      constant, constant, seed: 1, replicates: 100, threads: 2)
    #expect(same?.p == 1)
    let huge = await GroupPermutation.test(
      [1e280, 1e280], [-1e280], seed: 1, replicates: 0, threads: 0)
    #expect(huge?.p == 1 && huge?.replicates == 0)
  }
}
