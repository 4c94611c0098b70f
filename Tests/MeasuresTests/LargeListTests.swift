@testable import Measures
import Testing

/// Lists far longer than any naive definition could follow: they must run through and stay in range.
@Suite("Long lists")
struct LargeListTests {
  static let size = 20_000
  static let scale = GradeScale(grades: [-1, 0, 1, 2])

  static let distinct: RankedList = {
    var list = RankedList(levels: 4)
    for rank in 0..<size { list.append(level: rank % 5 == 4 ? nil : rank % 4) }
    for row in list.rows { list.pool[Int(row.level)] += Int(row.items) }
    list.timeline = timeline(
      (0..<size).map { [NaiveItem($0 % 5 == 4 ? nil : $0 % 4, on: scale, words: Double($0))] })
    return list
  }()

  private static func timeline(_ groups: [[NaiveItem]]) -> Timeline {
    var timeline = Timeline(TimeModel(), meanWords: 100)
    for group in groups {
      timeline.append(group.map { Timeline.Item(level: $0.level ?? -1, cost: $0.cost) })
    }
    return timeline
  }

  static let tied: RankedList = {
    var list = RankedList(levels: 4, hasTies: true)
    list.pool = [0, size / 3, size / 3, size / 3]
    list.appendTied(levels: list.pool, unjudged: size % 3)
    let levels: [Int?] = (0..<size / 3).flatMap { _ in [1, 2, 3] }
    list.timeline = timeline([
      (levels + Array(repeating: nil, count: size % 3)).enumerated().map {
        NaiveItem($1, on: scale, words: Double($0))
      }
    ])
    return list
  }()

  static let measures =
    NaiveRankingCase.all + [
      NaiveRankingCase("P@999999999999999") { _ in nil },
      NaiveRankingCase("AP@999999999999999") { _ in nil },
      NaiveRankingCase("nDCG@999999999999999") { _ in nil },
      NaiveRankingCase("RBP@999999999999999") { _ in nil },
      NaiveRankingCase("ERR@999999999999999") { _ in nil },
    ]

  @Test("all distinct", arguments: measures)
  func allDistinct(_ measure: NaiveRankingCase) throws { try check(measure, Self.distinct) }

  @Test("all tied", arguments: measures.filter { $0.ties != .refused })
  func allTied(_ measure: NaiveRankingCase) throws { try check(measure, Self.tied) }

  private func check(_ measure: NaiveRankingCase, _ list: RankedList) throws {
    let range = try Measure(measure.measure).definition.range
    guard let number = try measure.kernel(on: Self.scale)(list).number else { return }
    #expect(number.isFinite)
    #expect(number >= range.lowerBound - 1e-9 && number <= range.upperBound + 1e-9)
  }

  /// With two items of interest among equal ones, two places are all that an order is.
  @Test(
    "two items in a tie group of twenty, below one other",
    arguments: NaiveRankingCase.all.filter { $0.ties == .averaged })
  func twoAmongMany(_ measure: NaiveRankingCase) throws {
    let size = 20
    let kernel = try measure.kernel(on: Self.scale)
    let cases: [(others: Int?, level: Int)] = [(1, 2), (1, 3), (nil, 2), (0, 3), (2, 1)]
    for (others, level) in cases {
      var list = RankedList(levels: 4, hasTies: true)
      list.append(level: 1)
      var levels = [0, 0, 0, 0]
      levels[level] = 2
      if let others { levels[others] += size - 2 }
      list.appendTied(levels: levels, unjudged: others == nil ? size - 2 : 0)
      for row in list.rows { list.pool[Int(row.level)] += Int(row.items) }

      let top = NaiveItem(1, on: Self.scale, words: 50)
      let item = NaiveItem(level, on: Self.scale, words: 20)
      let other = NaiveItem(others, on: Self.scale, words: 300)
      list.timeline = Self.timeline([
        [top], [item, item] + Array(repeating: other, count: size - 2),
      ])
      let values = Self.pairs(below: size).compactMap { first, second in
        var order = Array(repeating: other, count: size)
        order[first] = item
        order[second] = item
        return measure.value(NaiveList(groups: ([top] + order).map { [$0] }))
      }
      let value = kernel(list)
      #expect(agree(value, values.isEmpty ? nil : values.average), "\(value), not \(values)")
    }
  }

  private static func pairs(below count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in ((first + 1)..<count).map { (first, $0) } }
  }
}
