import Testing

@testable import Inference

/// Systems with random values on random units, of few values so that sums tie.
func randomSystems(_ count: Int, units: Int, seed: UInt64, steps: Int = 10) -> [[Double]] {
  var stream = RandomStream(seed: seed, purpose: .synthesis)
  return (0..<count).map { _ in
    (0..<units).map { _ in Double(stream.integer(below: steps + 1)) / Double(steps) }
  }
}

func allPairs(_ count: Int) -> [(Int, Int)] {
  (0..<count).flatMap { first in (first + 1..<max(count, first + 1)).map { (first, $0) } }
}

@Suite("The paired permutation test")
struct PairedPermutationTests {
  /// scipy 1.17.1, `permutation_test(permutation_type="samples", n_resamples=inf)`; the counts from
  /// whole hundredths in numpy.
  @Test(
    "is exact where all arrangements are few, and agrees with scipy",
    arguments: [
      (.twoSided, 16, 0.015625), (.greater, 8, 0.0078125), (.less, 1_019, 0.9951171875),
    ] as [(Alternative, Int, Double)])
  func scipy(alternative: Alternative, reached: Int, p: Double) async throws {
    let results = await PairedPermutation.test(
      [TenUnits.first, TenUnits.second], pairs: [(0, 1)], alternative: alternative, seed: 1,
      replicates: 1_024, threads: 2)
    let result = try #require(results.first ?? nil)
    #expect(result.isExact && result.replicates == 1_024 && result.reached == reached)
    #expect(result.p == p && isClose(result.statistic, 0.042))
  }

  /// Every arrangement of whole numbers, one after the other.
  private func enumerated(
    _ first: [Double], _ second: [Double], _ alternative: Alternative, steps: Double
  ) -> Int {
    let differences = zip(first, second).map { Int((($0 - $1) * steps).rounded()) }
    let observed = differences.reduce(0, +)
    return (0..<1 << differences.count).count { arrangement in
      var sum = 0
      for (unit, difference) in differences.enumerated() {
        sum += arrangement >> unit & 1 == 1 ? -difference : difference
      }
      return switch alternative {
      case .twoSided: abs(sum) >= abs(observed)
      case .greater: sum >= observed
      case .less: sum <= observed
      }
    }
  }

  @Test("agrees with an enumeration in whole numbers, ties and all", arguments: 0...11)
  func enumeration(units: Int) async {
    let steps = 10
    let systems = randomSystems(5, units: units, seed: UInt64(units) + 100, steps: steps)
    for alternative in Alternative.allCases {
      let results = await PairedPermutation.test(
        systems, pairs: allPairs(5), alternative: alternative, seed: 1, replicates: 2_048,
        threads: 3)
      for (pair, result) in zip(allPairs(5), results) {
        guard units > 0 else {
          #expect(result == nil)
          continue
        }
        let count = enumerated(
          systems[pair.0], systems[pair.1], alternative, steps: Double(steps))
        #expect(result?.reached == count && result?.replicates == 1 << units)
        #expect(result?.p == Double(count) / Double(1 << units))
      }
    }
  }

  @Test("a sample is the one that its address says, counted by hand")
  func sampled() async throws {
    let (units, replicates) = (150, 500)
    let systems = randomSystems(3, units: units, seed: 8)
    let results = await PairedPermutation.test(
      systems, pairs: [(2, 0), (1, 2)], seed: 99, replicates: replicates, threads: 2)
    for (pair, result) in zip([(2, 0), (1, 2)], results) {
      let differences = (0..<units).map {
        Int(((systems[pair.0][$0] - systems[pair.1][$0]) * 10).rounded())
      }
      let observed = abs(differences.reduce(0, +))
      let reached = (0..<replicates).count { (replicate: Int) -> Bool in
        var stream = RandomStream(
          seed: 99, purpose: .permutation, replicate: UInt32(replicate))
        let words = [stream.next(), stream.next(), stream.next()]
        var sum = 0
        for (unit, difference) in differences.enumerated() {
          let isSwapped = (words[unit / 64] >> UInt64(unit % 64)) & 1 == 1
          sum += isSwapped ? -difference : difference
        }
        return abs(sum) >= observed
      }
      #expect(result?.isExact == false && result?.reached == reached)
      #expect(result?.p == Double(reached + 1) / Double(replicates + 1))
    }
  }

  @Test("results do not depend on threads, nor on which other pairs are asked for")
  func threads() async {
    let systems = randomSystems(9, units: 70, seed: 4)
    let pairs = allPairs(9)
    let one = await PairedPermutation.test(
      systems, pairs: pairs, seed: 5, replicates: 3_000, threads: 1)
    for threads in [2, 3, 64, 5_000] {
      let many = await PairedPermutation.test(
        systems, pairs: pairs, seed: 5, replicates: 3_000, threads: threads)
      #expect(many == one)
    }
    let alone = await PairedPermutation.test(
      [systems[3], systems[7]], pairs: [(0, 1)], seed: 5, replicates: 3_000, threads: 1)
    #expect(alone.first??.reached == one[pairs.firstIndex { $0 == (3, 7) } ?? 0]?.reached)
  }

  @Test("a pair the other way round has the same two-sided and the mirrored one-sided result")
  func mirrored() async {
    let systems = randomSystems(2, units: 40, seed: 21)
    func reached(_ pair: (Int, Int), _ alternative: Alternative) async -> Int? {
      await PairedPermutation.test(
        systems, pairs: [pair], alternative: alternative, seed: 5, replicates: 999, threads: 1
      ).first??.reached
    }
    #expect(await reached((0, 1), .twoSided) == reached((1, 0), .twoSided))
    #expect(await reached((0, 1), .greater) == reached((1, 0), .less))
  }

  @Test("systems that never differ are as equal as can be, however their sums round")
  func equal() async {
    let values = (0..<30).map { 0.1 * Double($0) + 0.3 }
    let shuffled = Array(values.reversed())
    let results = await PairedPermutation.test(
      [values, values, shuffled], pairs: [(0, 1), (0, 2), (2, 1)], seed: 1, replicates: 500,
      threads: 1)
    // The same values on other units: the sums are equal, so everything reaches the difference.
    #expect(results.allSatisfy { $0?.p == 1 && $0?.reached == 500 })
  }

  @Test("all differences the same: only all signs alike reach them")
  func constant() async {
    let first = [Double](repeating: 0.7, count: 10)
    let second = [Double](repeating: 0.6, count: 10)
    let results = await PairedPermutation.test(
      [first, second], pairs: [(0, 1)], seed: 1, replicates: 10_000, threads: 1)
    #expect(results.first??.reached == 2)
  }

  @Test("what cannot be tested has no result")
  func hostile() async {
    let systems = [
      [1, 2, 3], [1, .infinity, 3], [1, 2, .nan], [1, 2], [3, 2, 2], [1e308, 1, 1],
      [-1e280, 1e-300, .leastNonzeroMagnitude], [0, 0, 0],
    ]
    let pairs = [(0, 1), (0, 2), (0, 3), (0, 8), (-1, 0), (0, 4), (4, 6), (7, 7), (5, 0)]
    let results = await PairedPermutation.test(
      systems, pairs: pairs, seed: 1, replicates: 100, threads: 4)
    #expect(
      results.map { $0 != nil } == [false, false, false, false, false, true, true, true, false])
    #expect(
      await PairedPermutation.test([], pairs: [(0, 0)], seed: 1, replicates: 9, threads: 1)
        == [nil])
    #expect(
      await PairedPermutation.test([[], []], pairs: [(0, 1)], seed: 1, replicates: 9, threads: 0)
        == [nil])
    // One unit: two arrangements, and each reaches a difference in size.
    let one = await PairedPermutation.test(
      [[1], [0]], pairs: [(0, 1)], seed: 1, replicates: 2, threads: 1)
    #expect(one.first??.p == 1 && one.first??.isExact == true)
    for replicates in [0, -5] {
      let none = await PairedPermutation.test(
        [[1], [0]], pairs: [(0, 1)], seed: 1, replicates: replicates, threads: 1)
      #expect(none.first??.p == 1 && none.first??.replicates == 0)
    }
  }

  @Test("without a difference, p-values are even")
  func null() async {
    var stream = RandomStream(seed: 31, purpose: .synthesis)
    var twentieths = [Int](repeating: 0, count: 20)
    let trials = 2_000
    for trial in 0..<trials {
      let systems = (0..<2).map { _ in (0..<18).map { _ in stream.normal() } }
      let result = await PairedPermutation.test(
        systems, pairs: [(0, 1)], seed: UInt64(trial), replicates: 199, threads: 1)
      let reached = result.first??.reached ?? 0
      // (reached + 1) / 200 in (0, 0.05], (0.05, 0.1], …
      twentieths[min(19, reached / 10)] += 1
    }
    // Five standard deviations of a binomial count of mean 100.
    #expect(twentieths.allSatisfy { abs($0 - 100) < 49 }, "\(twentieths)")
  }
}
