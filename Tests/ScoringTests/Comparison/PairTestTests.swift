import Inference
import Testing

@testable import Scoring

/// The reference values are those of scipy 1.17.1 (`ttest_rel`, `ttest_1samp`, `permutation_test`
/// with all samples) on the squared errors of ``TwelveItems``.
@Suite("Tests of a pair")
struct PairTestTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  /// The pair with the first file first, whichever is better.
  private func pair(
    _ measure: String, _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> ComparedPair {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(TwelveItems.both, of: task, measure, change)
    let pair = try #require(comparison.pairs.first)
    #expect(comparison.pairs.count == 1)
    #expect((pair.first, pair.second) == (0, 1))
    return pair
  }

  @Test(
    "permutation p-values of a mean are scipy's",
    arguments: [
      (Alternative.twoSided, 0.0126953125), (.greater, 0.994873046875), (.less, 0.00634765625),
    ])
  func permutation(alternative: Alternative, expected: Double) async throws {
    let pair = try await pair("Brier") { $0.alternative = alternative }
    #expect(pair.p == .number(expected))
    #expect(pair.isExact)
    let difference = try #require(pair.difference.number)
    #expect(difference.isNear(-0.10270833333333333))
  }

  @Test(
    "p-values of t are scipy's, with its interval and effect",
    arguments: [
      (Alternative.twoSided, 0.009334156065218849), (.greater, 0.9953329219673905),
      (.less, 0.0046670780326094246),
    ])
  func studentsT(alternative: Alternative, expected: Double) async throws {
    let pair = try await pair("Brier") {
      $0.test = .t
      $0.alternative = alternative
    }
    #expect(try #require(pair.p.number).isNear(expected, within: 1e-9))
    let interval = try #require(pair.interval)
    #expect(interval.method == .t)
    #expect(interval.low.isNear(-0.17460005143805335, within: 1e-9))
    #expect(interval.high.isNear(-0.030816615228613314, within: 1e-9))
    #expect(try #require(pair.effect.number).isNear(-0.9077229388396915, within: 1e-9))
  }

  @Test("equivalence is the larger of two one-sided tests")
  func equivalence() async throws {
    let pair = try await pair("Brier") { $0.equivalence = 0.15 }
    let found = try #require(pair.equivalence)
    #expect(try #require(found.p.number).isNear(0.08777730829742478, within: 1e-9))
    #expect(!found.isShown)
    let wide = try await self.pair("Brier") { $0.equivalence = 0.3 }
    #expect(wide.equivalence?.isShown == true)
  }

  @Test("the permutation p-value of AUC is that of all exchanges of ranks")
  func area() async throws {
    let pair = try await pair("AUC")
    let (a, b) = (Self.middleRanks(TwelveItems.first), Self.middleRanks(TwelveItems.second))
    let observed = abs(Self.area(a) - Self.area(b))
    var reached = 0
    for arrangement in 0..<(1 << 12) {
      let isSwapped = (0..<12).map { arrangement >> $0 & 1 == 1 }
      let mixed = (0..<12).map { isSwapped[$0] ? b[$0] : a[$0] }
      let other = (0..<12).map { isSwapped[$0] ? a[$0] : b[$0] }
      if abs(Self.area(mixed) - Self.area(other)) >= observed - 1e-12 { reached += 1 }
    }
    #expect(reached > 0 && reached < 1 << 12)
    #expect(pair.isExact)
    #expect(pair.p == .number(Double(reached) / Double(1 << 12)))
  }

  @Test("the permutation p-value of F1 is that of all exchanges of labels")
  func labels() async throws {
    let pair = try await pair("F1")
    let (a, b) = (TwelveItems.first.map { $0 >= 0.5 }, TwelveItems.second.map { $0 >= 0.5 })
    let observed = abs(Self.harmonicMean(a) - Self.harmonicMean(b))
    var reached = 0
    for arrangement in 0..<(1 << 12) {
      let isSwapped = (0..<12).map { arrangement >> $0 & 1 == 1 }
      let mixed = (0..<12).map { isSwapped[$0] ? b[$0] : a[$0] }
      let other = (0..<12).map { isSwapped[$0] ? a[$0] : b[$0] }
      if abs(Self.harmonicMean(mixed) - Self.harmonicMean(other)) >= observed - 1e-12 {
        reached += 1
      }
    }
    #expect(reached < 1 << 12)
    #expect(pair.p == .number(Double(reached) / Double(1 << 12)))
  }

  @Test("the scale of a system's scores does not matter where only their order does")
  func scaleFree() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let plain = try await workspace.comparison(TwelveItems.both, of: task, "AUC")
    let stretched = [
      TwelveItems.both[0],
      ("second.tsv", TwelveItems.table(TwelveItems.second.map { 90 * $0 - 40 })),
    ]
    let other = try await workspace.comparison(stretched, of: task, "AUC")
    #expect(other.pairs[0].p == plain.pairs[0].p)
    #expect(other.pairs[0].interval == plain.pairs[0].interval)
  }

  @Test("DeLong's test gives the difference of the areas, and its own interval")
  func delong() async throws {
    let pair = try await pair("AUC") { $0.test = .delong }
    let difference = Self.area(TwelveItems.first) - Self.area(TwelveItems.second)
    #expect(try #require(pair.difference.number).isNear(difference))
    let interval = try #require(pair.interval)
    #expect(interval.method == .delong)
    #expect(((interval.low + interval.high) / 2).isNear(difference))
  }

  @Test("a bootstrap p-value is never 0 and grows where systems come closer")
  func bootstrap() async throws {
    let pair = try await pair("AUC") {
      $0.test = .bootstrap
      $0.replicates = 500
    }
    let p = try #require(pair.p.number)
    #expect(p >= 1.0 / 501 && p <= 1)
    let task = try workspace.task(TwelveItems.definition)
    let same = [TwelveItems.both[0], ("copy.tsv", TwelveItems.table(TwelveItems.first))]
    let equal = try await workspace.comparison(same, of: task, "AUC") {
      $0.test = .bootstrap
      $0.replicates = 500
    }
    #expect(equal.pairs[0].p == .number(1))
  }

  /// By counting pairs.
  private static func area(_ scores: [Double]) -> Double {
    var sum = 0.0
    var pairs = 0.0
    for (score, isPositive) in zip(scores, TwelveItems.positive) where isPositive {
      for (other, isOtherPositive) in zip(scores, TwelveItems.positive) where !isOtherPositive {
        pairs += 1
        sum += score > other ? 1 : score == other ? 0.5 : 0
      }
    }
    return sum / pairs
  }

  private static func middleRanks(_ scores: [Double]) -> [Double] {
    scores.map { score in
      Double(scores.count { $0 < score }) + Double(scores.count { $0 == score } + 1) / 2
    }
  }

  private static func harmonicMean(_ predicted: [Bool]) -> Double {
    var (both, either) = (0.0, 0.0)
    for (own, gold) in zip(predicted, TwelveItems.positive) {
      if own && gold { both += 2 }
      either += (own ? 1 : 0) + (gold ? 1 : 0)
    }
    return both / either
  }
}
