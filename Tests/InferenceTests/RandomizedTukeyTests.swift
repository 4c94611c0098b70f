import Testing

@testable import Inference

@Suite("Randomised Tukey's honestly significant differences")
struct RandomizedTukeyTests {
  /// All 6⁴ orders, by Python's `itertools`.
  @Test("agrees with an exhaustive enumeration")
  func exhaustive() async {
    let values: [[Double]] = [[3, 1, 2, 5], [2, 2, 1, 1], [1, 4, 0, 2]]
    let results = await RandomizedTukey.test(
      values, pairs: [(0, 1), (0, 2), (1, 2), (2, 0)], seed: 1, replicates: 1_296, threads: 2)
    #expect(results.map { $0?.reached } == [774, 930, 1_266, 930])
    #expect(results.allSatisfy { $0?.isExact == true && $0?.replicates == 1_296 })
    #expect(results.map { $0?.statistic } == [1.25, 1, -0.25, -1])
    // Tenths do not add up exactly, and tie all the same.
    let tenths = await RandomizedTukey.test(
      values.map { $0.map { $0 / 10 } }, pairs: [(0, 1), (0, 2), (1, 2)], seed: 1,
      replicates: 2_000, threads: 1)
    #expect(tenths.map { $0?.reached } == [774, 930, 1_266])
  }

  @Test("a sample comes close to all arrangements")
  func sampled() async throws {
    let values: [[Double]] = [[3, 1, 2, 5], [2, 2, 1, 1], [1, 4, 0, 2]]
    let results = await RandomizedTukey.test(
      values, pairs: [(0, 1), (0, 2), (1, 2)], seed: 1, replicates: 1_295, threads: 2)
    for (result, exact) in zip(results, [774.0, 930, 1_266]) {
      let result = try #require(result)
      let share = exact / 1_296
      let deviation = (share * (1 - share) / 1_295).squareRoot()
      #expect(!result.isExact && abs(result.p - share) < 5 * deviation)
      #expect(result.p == Double(result.reached + 1) / 1_296)
    }
  }

  @Test("with two systems it is the paired test", arguments: [1, 4, 9])
  func twoSystems(units: Int) async {
    let systems = randomSystems(2, units: units, seed: UInt64(units) + 40)
    let tukey = await RandomizedTukey.test(
      systems, pairs: [(0, 1)], seed: 1, replicates: 512, threads: 1)
    let paired = await PairedPermutation.test(
      systems, pairs: [(0, 1)], seed: 1, replicates: 512, threads: 1)
    #expect(tukey == paired && tukey.first??.isExact == true)
  }

  @Test("more systems, less certainty: never below the p-value of the pair alone, but for chance")
  func strict() async throws {
    let systems = randomSystems(8, units: 40, seed: 6)
    let pairs = allPairs(8)
    let tukey = await RandomizedTukey.test(
      systems, pairs: pairs, seed: 2, replicates: 2_000, threads: 2)
    let paired = await PairedPermutation.test(
      systems, pairs: pairs, seed: 2, replicates: 2_000, threads: 2)
    for (one, other) in zip(tukey, paired) {
      let (family, alone) = (try #require(one), try #require(other))
      #expect(family.p > alone.p - 0.03)
    }
    let values = tukey.compactMap { $0?.p }
    #expect(values.count == 28 && values.contains { $0 < 1 })
  }

  @Test("results do not depend on threads")
  func threads() async {
    let systems = randomSystems(7, units: 20, seed: 9)
    let one = await RandomizedTukey.test(
      systems, pairs: allPairs(7), seed: 2, replicates: 300, threads: 1)
    for threads in [2, 5, 999] {
      let many = await RandomizedTukey.test(
        systems, pairs: allPairs(7), seed: 2, replicates: 300, threads: threads)
      #expect(many == one)
    }
  }

  @Test(
    "systems that cannot be tested are left out, and what is left is what there is without them")
  func hostile() async {
    let systems = randomSystems(3, units: 12, seed: 10)
    let with = await RandomizedTukey.test(
      [systems[0], [.nan], systems[1], systems[2]], pairs: [(0, 2), (0, 1), (9, 0), (-1, 0)],
      seed: 2, replicates: 100, threads: 1)
    let without = await RandomizedTukey.test(
      systems, pairs: [(0, 1)], seed: 2, replicates: 100, threads: 1)
    #expect(with == [without[0], nil, nil, nil] && without[0] != nil)
    for values in [[], [[]], [[], []], [[.infinity], [1]]] as [[[Double]]] {
      #expect(
        await RandomizedTukey.test(values, pairs: [(0, 1)], seed: 1, replicates: 9, threads: 2)
          == [nil])
    }
    let many = await RandomizedTukey.test(
      [[Double]](repeating: [0.5], count: 30), pairs: [(0, 29)], seed: 1, replicates: 50, threads: 1
    )
    #expect(many.first??.p == 1 && many.first??.isExact == false)
  }

  @Test("no system is better: one family in twenty has a false claim")
  func null() async {
    var stream = RandomStream(seed: 32, purpose: .synthesis)
    var claims = 0
    let trials = 600
    for trial in 0..<trials {
      let systems = (0..<5).map { _ in (0..<12).map { _ in stream.normal() } }
      let results = await RandomizedTukey.test(
        systems, pairs: allPairs(5), seed: UInt64(trial), replicates: 99, threads: 1)
      if results.contains(where: { ($0?.p ?? 1) <= 0.05 }) { claims += 1 }
    }
    // Five standard deviations of a binomial count of mean 30.
    #expect(abs(claims - 30) < 27, "\(claims)")
  }
}

@Suite("Shuffled rows")
struct ShuffledRowsTests {
  @Test("every order is as likely as any other", arguments: [2, 3, 4])
  func even(length: Int) {
    var shuffledRows = ShuffledRows(length: length)
    var stream = RandomStream(seed: 3, purpose: .synthesis)
    let orders = (1...length).reduce(1, *)
    var counts: [[Int64]: Int] = [:]
    for _ in 0..<(orders * 1_000) {
      var row = (0..<length).map { Int64($0) }
      var sums = [Int64](repeating: 0, count: length)
      row.withUnsafeMutableBufferPointer { row in
        sums.withUnsafeMutableBufferPointer { shuffledRows.shuffle(row, addingTo: $0, &stream) }
      }
      counts[sums, default: 0] += 1
    }
    #expect(counts.count == orders && counts.values.allSatisfy { abs($0 - 1_000) < 160 })
  }

  @Test("long rows, of several random words, keep all their values", arguments: [1, 17, 50, 300])
  func long(length: Int) {
    var shuffledRows = ShuffledRows(length: length)
    var stream = RandomStream(seed: 4, purpose: .synthesis)
    // Where the first value goes, on average over many rows.
    var places = 0.0
    for _ in 0..<400 {
      var row = (0..<length).map { Int64($0) }
      var sums = [Int64](repeating: 0, count: length)
      row.withUnsafeMutableBufferPointer { row in
        sums.withUnsafeMutableBufferPointer { shuffledRows.shuffle(row, addingTo: $0, &stream) }
      }
      #expect(sums.sorted() == (0..<length).map { Int64($0) })
      places += Double(sums.firstIndex(of: 0) ?? 0)
    }
    // Five standard errors of an even distribution over the places.
    let middle = Double(length - 1) / 2
    let deviation = (Double(length * length - 1) / 12 / 400).squareRoot()
    #expect(abs(places / 400 - middle) <= 5 * deviation)
  }

  @Test("the order in which systems are named changes nothing")
  func order() async {
    var stream = RandomStream(seed: 5, purpose: .synthesis)
    let systems = (0..<4).map { _ in (0..<30).map { _ in stream.normal() } }
    let pairs = (0..<4).flatMap { first in (first + 1..<4).map { (first, $0) } }
    let results = await RandomizedTukey.test(
      systems, pairs: pairs, seed: 1, replicates: 500, threads: 1)
    let places = [2, 0, 3, 1]
    let turned = await RandomizedTukey.test(
      places.map { systems[$0] },
      pairs: pairs.map { pair in
        (places.firstIndex(of: pair.0) ?? 0, places.firstIndex(of: pair.1) ?? 0)
      }, seed: 1, replicates: 500, threads: 1)
    #expect(results.map { $0?.p } == turned.map { $0?.p })
  }
}
