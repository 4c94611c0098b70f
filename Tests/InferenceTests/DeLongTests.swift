import Testing

@testable import Inference

@Suite("DeLong's method")
struct DeLongTests {
  /// Placements by their definition, pair by pair.
  static func placements(_ scores: [Double], _ isPositive: [Bool]) -> Placements {
    let positives = zip(scores, isPositive).filter(\.1).map(\.0)
    let negatives = zip(scores, isPositive).filter { !$0.1 }.map(\.0)
    func share(_ x: Double, _ y: Double) -> Double { x > y ? 1 : x == y ? 0.5 : 0 }
    return Placements(
      positives: positives.map { p in
        negatives.reduce(0) { $0 + share(p, $1) } / Double(negatives.count)
      },
      negatives: negatives.map { n in
        positives.reduce(0) { $0 + share($1, n) } / Double(positives.count)
      })
  }

  private static let labels = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1].map { $0 == 1 }
  private static let first = placements(
    [0.9, 0.2, 0.7, 0.6, 0.65, 0.3, 0.8, 0.1, 0.4, 0.4, 0.5, 0.95], labels)
  private static let second = placements(
    [0.6, 0.3, 0.8, 0.4, 0.7, 0.35, 0.7, 0.2, 0.5, 0.1, 0.6, 0.75], labels)

  /// numpy 2.4.6, `cov` of the placements, and scipy 1.17.1, `norm`.
  @Test("covariances and p-values agree with numpy and scipy")
  func numpy() throws {
    let area = try #require(AreaUnderCurve(Self.first))
    #expect(isClose(area.value, 0.9027777777777778) && isClose(area.variance, 0.007793209876543209))
    let interval = area.interval(confidence: 0.95)
    #expect(isClose(interval?.low, 0.72975381, within: 1e-8) && interval?.high == 1)
    let logit = area.logitInterval(confidence: 0.95)
    #expect(isClose(logit?.low, 0.56393426, within: 1e-8))
    #expect(isClose(logit?.high, 0.9852232, within: 1e-7))

    let test = try #require(DeLongTest(Self.first, Self.second))
    #expect(isClose(test.difference, 0.06944444444444453))
    #expect(isClose(test.covariance, 0.008796296296296297))
    #expect(isClose(test.z, 0.9009374626955586))
    #expect(isClose(test.p(.twoSided), 0.3676215711769725))
    #expect(isClose(test.p(.greater), 0.18381078558848624))
    #expect(isClose(test.p(.less), 1 - 0.18381078558848624))
    let difference = test.interval(confidence: 0.95)
    #expect(isClose(difference?.low, -0.08162998, within: 1e-8))
    #expect(isClose(difference?.high, 0.22051887, within: 1e-8))
  }

  @Test("the variance of a difference is that of its parts")
  func parts() throws {
    let test = try #require(DeLongTest(Self.first, Self.second))
    let one = try #require(AreaUnderCurve(Self.first))
    let other = try #require(AreaUnderCurve(Self.second))
    #expect(
      isClose(
        test.standardError * test.standardError,
        one.variance + other.variance - 2 * test.covariance, within: 1e-15))
  }

  @Test("what has no variance has no test")
  func hostile() {
    let faultless = Placements(positives: [1, 1, 1], negatives: [1, 1])
    #expect(DeLongTest(Self.first, Self.first) == nil)
    #expect(DeLongTest(faultless, faultless) == nil)
    #expect(DeLongTest(Self.first, faultless) == nil)
    #expect(AreaUnderCurve(faultless)?.variance == 0)
    #expect(AreaUnderCurve(faultless)?.logitInterval(confidence: 0.95) == nil)
    for (positives, negatives) in [
      ([], []), ([1], [1, 0.5]), ([1, 0.5], [1]), ([.nan, 1], [1, 1]), ([1, 1], [.infinity, 1]),
    ] as [([Double], [Double])] {
      let placements = Placements(positives: positives, negatives: negatives)
      #expect(AreaUnderCurve(placements) == nil && DeLongTest(placements, placements) == nil)
    }
  }
}
