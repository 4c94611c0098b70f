import Testing

@testable import Inference

/// Statistics of a column of numbers.
private struct OfColumn: StatisticOnCopies {
  let column: [Double]

  func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    let written = zip(column, copies).flatMap { Array(repeating: $0, count: Int($1)) }
    let size = Double(written.count)
    values[0] = written.reduce(0, +) / size
    values[1] = written.reduce(0) { $0 + $1 * $1 } / size
    values[2] = written.max()
    // Undefined wherever the first unit is not drawn.
    values[3] = copies[0] == 0 ? nil : Double(copies[0])
  }
}

@Suite("Bootstrap")
struct BootstrapTests {
  static let column = [0.9, 0.4, 0.6, 0.2, 0.1, 0.7, 0.3, 0.8, 0.5, 0.55]

  /// Forty resamples by numpy, written down: positions of the column.
  static let resamples = [
    "0865397918", "1773186074", "2793640155", "6917223941", "8613436111", "3494579132",
    "6628451978", "4349066297", "3304964617", "1036579495", "7681023018", "2246047650",
    "8289237988", "2620285286", "0414148978", "1065141652", "4663239446", "8821141642",
    "6963644156", "3662425360", "9998540757", "9977268727", "2826149650", "1235330252",
    "8343857382", "5097894633", "9728414772", "9858741287", "3588516494", "6805218907",
    "4702595446", "3953805856", "4181720404", "4949519756", "2238417581", "0293762429",
    "0821534529", "2410017605", "2462710644", "1495428770",
  ]

  static let columns: [ReplicateColumn] = {
    var values = Array<Double?>(repeating: nil, count: 4)
    var columns = Array(repeating: ReplicateColumn(), count: 4)
    for resample in resamples {
      var copies = Array<Int32>(repeating: 0, count: 10)
      for digit in resample { copies[digit.wholeNumberValue ?? 0] += 1 }
      OfColumn(column: column).evaluate(copies, into: &values)
      for index in columns.indices { columns[index].append(values[index]) }
    }
    return columns
  }()

  @Test("quantiles of the means of given resamples are numpy's, type 7")
  func quantiles() {
    let sorted = Self.columns[0].defined.sorted()
    let expected = [
      (0.025, 0.318875), (0.05, 0.32475), (0.5, 0.49), (0.95, 0.615), (0.975, 0.615375),
    ]
    for (level, value) in expected {
      #expect(abs(Quantile.linear(level, of: sorted) - value) < 1e-14)
    }
    #expect(Quantile.linear(0, of: sorted) == sorted.first)
    #expect(Quantile.linear(1, of: sorted) == sorted.last)
    #expect(Quantile.linear(0.3, of: [7]) == 7)
  }

  @Test("quantiles of a sample in no order are those of the sorted one, ties among them")
  func quantilesWithoutSorting() {
    var stream = RandomStream(seed: 5, purpose: .synthesis)
    for size in [1, 2, 3, 4, 7, 50, 1_000] {
      for different in [1, 2, 10, 1_000_000] {
        let sample = (0..<size).map { _ in Double(stream.integer(below: different)) / 7 - 1 }
        let sorted = sample.sorted()
        for order in [sample, sorted, sorted.reversed()] {
          for level in [0, 0.025, 0.3, 0.5, 0.975, 1] {
            var reordered = order
            let found = Quantile.linear(level, reordering: &reordered)
            #expect(found == Quantile.linear(level, of: sorted), "\(level) of \(order)")
            #expect(reordered.sorted() == sorted)
          }
        }
      }
    }
  }

  struct Published: Sendable {
    let statistic: Int
    let confidence: Double
    let percentile: ClosedRange<Double>
    let bca: ClosedRange<Double>
  }

  /// `scipy.stats.bootstrap` 1.17 on the same resamples: mean, mean of squares, greatest value.
  static let published = [
    Published(
      statistic: 0, confidence: 0.95, percentile: 0.318875...0.615375,
      bca: 0.3213261855043525...0.6188199411598199),
    Published(
      statistic: 0, confidence: 0.9, percentile: 0.32475...0.615, bca: 0.3531842486300074...0.615),
    Published(
      statistic: 0, confidence: 0.8, percentile: 0.3895...0.564,
      bca: 0.40186494296499065...0.5943108635704881),
    Published(
      statistic: 1, confidence: 0.95, percentile: 0.11570625...0.42400625,
      bca: 0.1296887405729547...0.4287875937804771),
    Published(
      statistic: 1, confidence: 0.9, percentile: 0.1361875...0.4225625,
      bca: 0.17679906429871678...0.4234970839228083),
    Published(statistic: 2, confidence: 0.95, percentile: 0.5975...0.9, bca: 0.8...0.9),
    Published(statistic: 2, confidence: 0.8, percentile: 0.7...0.9, bca: 0.9...0.9),
  ]

  @Test("intervals on given resamples are scipy's", arguments: published)
  func intervals(_ published: Published) async throws {
    let replicates = Self.columns[published.statistic]
    let percentile = try #require(
      BootstrapInterval.percentile(replicates, confidence: published.confidence))
    #expect(abs(percentile.low - published.percentile.lowerBound) < 1e-13)
    #expect(abs(percentile.high - published.percentile.upperBound) < 1e-13)
    #expect(percentile.method == .percentile)

    let leavingOut = await Bootstrap.leavingOut(units: 10, blocks: 10, columns: 4, threads: 1) {
      OfColumn(column: Self.column)
    }
    var values = Array<Double?>(repeating: nil, count: 4)
    OfColumn(column: Self.column)
      .evaluate(Array(repeating: 1, count: 10), into: &values)
    let value = try #require(values[published.statistic])
    let found = BootstrapInterval.bca(
      replicates, value: value,
      leavingOut: leavingOut[published.statistic], confidence: published.confidence)
    // Where scipy gives an interval without width there is none.
    guard published.bca.lowerBound < published.bca.upperBound else {
      #expect(found == nil)
      return
    }
    let bca = try #require(found)
    #expect(abs(bca.low - published.bca.lowerBound) < 1e-12)
    #expect(abs(bca.high - published.bca.upperBound) < 1e-12)
    #expect(bca.method == .bca)
  }

  @Test("any number of threads gives the same replicates", arguments: [2, 3, 5, 64])
  func threads(_ threads: Int) async {
    let resampling = Resampling(units: 10, seed: 3, replicates: 50)
    func run(_ threads: Int) async -> [[Double?]] {
      await Bootstrap.replicates(resampling, columns: 4, threads: threads) {
        OfColumn(column: Self.column)
      }.map(\.all)
    }
    let one = await run(1)
    #expect(one[0].count == 50)
    #expect(await run(threads) == one)
    var alone = Array<Double?>(repeating: nil, count: 4)
    OfColumn(column: Self.column).evaluate(resampling.counts(replicate: 31), into: &alone)
    #expect(one.map { $0[31] } == alone)
  }

  @Test("replicates without a value are counted and enter no quantile")
  func undefined() async throws {
    let resampling = Resampling(units: 10, seed: 3, replicates: 200)
    let column = await Bootstrap.replicates(resampling, columns: 4, threads: 2) {
      OfColumn(column: Self.column)
    }[3]
    let expected = (0..<200).map { resampling.counts(replicate: $0)[0] }
    #expect(column.count == 200)
    #expect(column.undefined == expected.count { $0 == 0 })
    #expect(column.undefined > 0)
    #expect(column.all == expected.map { $0 == 0 ? nil : Double($0) })
    #expect(column.defined == expected.filter { $0 > 0 }.map(Double.init))
    #expect(try #require(BootstrapInterval.percentile(column, confidence: 0.95)).low >= 1)
    #expect(column.minus(column).undefined == column.undefined)
    #expect(BootstrapInterval.percentile(ReplicateColumn([nil]), confidence: 0.9) == nil)
  }

  @Test("values that are all equal, or nearly all, have no interval")
  func allEqual() throws {
    for column in [
      ReplicateColumn(Array(repeating: 0.25, count: 99)),
      ReplicateColumn([0.1] + Array(repeating: 0.25, count: 98)),
    ] {
      #expect(BootstrapInterval.percentile(column, confidence: 0.95) == nil)
      #expect(
        BootstrapInterval.bca(column, value: 0.25, leavingOut: column, confidence: 0.95) == nil)
    }
    // All replicates on one side of the value: there is no bias to correct by.
    let apart = ReplicateColumn((1...99).map { Double($0) / 100 })
    let above = try #require(
      BootstrapInterval.bca(apart, value: 0, leavingOut: apart, confidence: 0.95))
    #expect(above.method == .percentile)
  }

  @Test("a replicate that is the value but for rounding is neither below nor above it")
  func rounding() throws {
    let apart = (1...50).map { Double($0) / 200 }
    let others = apart.map { 0.5 - $0 } + apart.map { 0.5 + $0 }
    let jackknife = ReplicateColumn([0.4, 0.5, 0.6])
    func interval(_ equal: Double) -> BootstrapInterval? {
      let replicates = ReplicateColumn(others + Array(repeating: equal, count: 40))
      return .bca(replicates, value: 0.5, leavingOut: jackknife, confidence: 0.9)
    }
    let exact = try #require(interval(0.5))
    for equal in [(0.5).nextDown, (0.5).nextUp, 0.499_999_999_999_999_6] {
      let found = try #require(interval(equal))
      #expect(abs(found.low - exact.low) < 1e-12 && abs(found.high - exact.high) < 1e-12)
    }
    // Without the correction for bias that forty replicates on one side would make.
    #expect(abs(exact.low + exact.high - 1) < 1e-12)
  }

  @Test("blocks leave every unit out once")
  func blocks() async {
    struct Sizes: StatisticOnCopies {
      func evaluate(_ copies: [Int32], into values: inout [Double?]) {
        for unit in copies.indices { values[unit] = Double(copies[unit]) }
      }
    }
    let columns = await Bootstrap.leavingOut(units: 7, blocks: 3, columns: 7, threads: 2) {
      Sizes()
    }
    for (unit, column) in columns.enumerated() {
      #expect(column.all == (0..<3).map { $0 == unit % 3 ? 0 : 1 })
    }
  }
}
