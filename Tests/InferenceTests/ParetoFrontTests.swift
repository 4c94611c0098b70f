import Testing

@testable import Inference

@Suite("The front of utility and unfairness")
struct ParetoFrontTests {
  typealias Point = ParetoFront.Point

  /// Eight teams, two of them at one point and one without a gap.
  static let teams = ParetoFront([
    Point(0.9, 0.3), Point(0.85, 0.2), Point(0.8, 0.22), Point(0.7, 0.05), Point(0.85, 0.2),
    Point(0.6, 0.05), Point(0.95, 0.5), Point(0.88, nil),
  ])

  /// Points on a coarse grid, so that many coincide, have a number in common, or have no value.
  static func sample(_ seed: UInt64) -> [Point?] {
    var stream = RandomStream(seed: seed, purpose: .synthesis)
    return (0..<(1 + stream.integer(below: 12))).map { _ in
      let place = (stream.integer(below: 7), stream.integer(below: 7))
      return stream.integer(below: 8) == 0
        ? nil : Point(utility: Double(place.0) / 8, unfairness: Double(place.1) / 8)
    }
  }

  /// The definition: another is no worse in both and better in one.
  static func isDominated(_ place: Int, _ points: [Point?]) -> Bool {
    guard let own = points[place] else { return true }
    for case let other? in points {
      if other.utility >= own.utility, other.unfairness <= own.unfairness,
        other.utility > own.utility || other.unfairness < own.unfairness
      {
        return true
      }
    }
    return false
  }

  @Test("keeps duplicates, leaves out what has no value, and has the area of the published case")
  func publishedCase() {
    let front = Self.teams
    #expect(front.front == [3, 1, 4, 0, 6])
    #expect(front.leftOut == [7])
    // Σ (uᵢ − uᵢ₋₁)(1 − fᵢ): 0.7 · 0.95 + 0.15 · 0.8 + 0.05 · 0.7 + 0.05 · 0.5.
    let area = front.hypervolume(reference: Point(utility: 0, unfairness: 1))
    #expect(abs(area - 0.845) < 1e-12)
  }

  @Test("has a price for every bound that matters")
  func price() throws {
    let price = Self.teams.price
    #expect(price.map(\.atMost) == [0.05, 0.2, 0.3, 0.5])
    #expect(price.map(\.utility) == [0.7, 0.85, 0.9, 0.95])
    #expect(price.map(\.systems) == [[3], [1, 4], [0], [6]])
    for (lost, expected) in zip(price.map(\.lost), [0.25, 0.1, 0.05, 0]) {
      #expect(abs(lost - expected) < 1e-12)
    }
    #expect(Self.teams.best(atMost: 0.04) == nil)
    #expect(Self.teams.best(atMost: 0.05)?.systems == [3])
    #expect(Self.teams.best(atMost: 0.29)?.systems == [1, 4])
    #expect(Self.teams.best(atMost: 9)?.systems == [6])
  }

  @Test("is what the definition says, on random points", arguments: 1...60)
  func definition(_ seed: Int) {
    let points = Self.sample(UInt64(seed))
    let front = ParetoFront(points)
    #expect(
      Set(front.front) == Set(points.indices.filter { !Self.isDominated($0, points) }))
    #expect(front.leftOut == points.indices.filter { points[$0] == nil })
    // Under every bound the best is the greatest utility of all that keep it.
    for eighth in 0...8 {
      let kept = points.compactMap { $0 }.filter { $0.unfairness <= Double(eighth) / 8 }
      #expect(front.best(atMost: Double(eighth) / 8)?.utility == kept.map(\.utility).max())
    }
    let all = points.compactMap { $0?.utility }.max()
    for step in front.price { #expect(step.lost == (all ?? 0) - step.utility) }
  }

  @Test("has the area of the cells that somebody dominates", arguments: 1...60)
  func area(_ seed: Int) {
    let points = Self.sample(UInt64(seed))
    var cells = 0
    for column in 0..<8 {
      for row in 0..<8 {
        let corner = (Double(column + 1) / 8, Double(row) / 8)
        if points.contains(where: {
          $0.map { $0.utility >= corner.0 && $0.unfairness <= corner.1 } ?? false
        }) {
          cells += 1
        }
      }
    }
    let area = ParetoFront(points).hypervolume(reference: Point(utility: 0, unfairness: 1))
    #expect(abs(area - Double(cells) / 64) < 1e-12)
  }

  @Test("is the same turned round, where less utility is better", arguments: 1...20)
  func directions(_ seed: Int) {
    let points = Self.sample(UInt64(seed))
    let front = ParetoFront(points)
    let turned = ParetoFront(
      points.map { $0.map { Point(utility: 1 - $0.utility, unfairness: $0.unfairness) } },
      utility: .lower)
    #expect(front.front == turned.front)
    #expect(
      abs(
        front.hypervolume(reference: Point(utility: 0, unfairness: 1))
          - turned.hypervolume(reference: Point(utility: 1, unfairness: 1))) < 1e-12)
    #expect(zip(front.price, turned.price).allSatisfy { abs($0.lost - $1.lost) < 1e-12 })
  }

  @Test("takes what differs by rounding alone for the same")
  func rounding() {
    // 0.09999999999999998 and 0.10000000000000003.
    let front = ParetoFront([Point(0.9, 0.3 - 0.2), Point(0.9, 0.4 - 0.3)])
    #expect(front.front == [0, 1])
    #expect(front.price.count == 1)
    #expect(ParetoFront([Point(0.9, 0.4 - 0.3)]).best(atMost: 0.1)?.systems == [0])
  }

  @Test("of one system, of none, and of numbers that are not finite")
  func degenerate() {
    let one = ParetoFront([Point(0.5, 0.25)])
    #expect(one.front == [0] && one.price.map(\.lost) == [0])
    let none = ParetoFront([nil, Point(.nan, 0.1), Point(0.1, .infinity)])
    #expect(none.front.isEmpty && none.leftOut == [0, 1, 2] && none.price.isEmpty)
    #expect(none.hypervolume(reference: Point(utility: 0, unfairness: 1)) == 0)
    #expect(ParetoFront([]).front.isEmpty)
    // Worse than the reference in one respect: nothing is dominated beyond it.
    let far = ParetoFront([Point(0.5, 2), Point(-1, 0.5)])
    #expect(far.front == [1, 0])
    #expect(far.hypervolume(reference: Point(utility: 0, unfairness: 1)) == 0)
  }

  @Test("is taken on each resample for all systems at once")
  func probability() {
    let utility: [ReplicateColumn?] = [
      ReplicateColumn([0.9, 0.9, 0.5, 0.9]), ReplicateColumn([0.8, 0.8, 0.8, 0.8]), nil,
    ]
    let unfairness: [ReplicateColumn?] = [
      ReplicateColumn([0.3, 0.1, 0.2, 0.1]), ReplicateColumn([0.2, 0.2, 0.2, nil]), nil,
    ]
    let found = FrontProbability(utility: utility, unfairness: unfairness)
    // Both, the first, the second; the fourth has no value for one of them and does not count.
    #expect(found.counted == 3 && found.resamples == 4)
    #expect(found.shares == [2.0 / 3, 2.0 / 3, nil])
    let nothing = FrontProbability(
      utility: [ReplicateColumn([nil, nil])], unfairness: [ReplicateColumn([0.1, 0.1])])
    #expect(nothing.counted == 0 && nothing.shares == [nil])
  }

  @Test("is on a resample what it is of the same points", arguments: 1...20)
  func probabilityOfOne(_ seed: Int) {
    let points = Self.sample(UInt64(seed)).compactMap { $0 }
    let found = FrontProbability(
      utility: points.map { ReplicateColumn([$0.utility]) },
      unfairness: points.map { ReplicateColumn([$0.unfairness]) })
    let front = ParetoFront(points)
    for place in points.indices {
      #expect(found.shares[place] == (front.contains(place) ? 1 : 0))
    }
  }
}
