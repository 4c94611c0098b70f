import Foundation
@testable import Measures
import Testing

@Suite("Measures on the reviewer's clock")
struct TimedMeasureTests {
  private static let scale = GradeScale(grades: [0, 1])

  /// A strict order of items that are relevant or not and take so many seconds.
  private static func list(_ items: [(isRelevant: Bool, cost: Double)]) -> RankedList {
    var list = RankedList(levels: 2)
    var timeline = Timeline(TimeModel(), meanWords: 0)
    for item in items {
      let level = item.isRelevant ? 1 : 0
      list.append(level: level)
      list.pool[level] += 1
      timeline.append([Timeline.Item(level: level, cost: item.cost)])
    }
    list.timeline = timeline
    return list
  }

  private static func value(_ measure: String, of list: RankedList) throws -> Double? {
    let bound = try Measure(measure).bound(to: scale)
    guard case .list(_, let function) = bound.function else { return nil }
    return function(list).number
  }

  /// The expected total utility (ETU) that cwl-eval 1.0.12 prints with `TBGCWLMetric(22)` and
  /// `TBGCWLMetric(224)` for gains of 1; a relevant item is worth 0.4928 here.
  @Test(
    "TBG is that of cwl_eval",
    arguments: [(1.0, 22, 4.4537), (1, 224, 4.9417), (0, 22, 4.0038), (0, 224, 4.8846)])
  func agreesWithCWL(cost: Double, halfLife: Int, expected: Double) throws {
    let costs: [Double] =
      cost == 1 ? Array(repeating: 1, count: 10) : [2, 2, 1, 2, 5, 1, 2, 1, 2, 5]
    let items = costs.enumerated().map { rank, cost in
      (isRelevant: [0, 2, 3, 6, 8].contains(rank), cost: cost)
    }
    let value = try #require(
      try Self.value("TBG(halflife=\(halfLife))", of: Self.list(items)))
    #expect(abs(value / 0.4928 - expected) < 5e-5)
  }

  /// People with the expected words 211.2, 85.2 and 95, the second of them not at risk, as in the
  /// worked example of the hTBG program (Shing, Resnik and Oard, ACL 2020).
  @Test("times of the published example")
  func publishedTimes() throws {
    let model = TimeModel()
    let people = [(true, 211.2), (true, 85.2), (false, 95)].map { isRelevant, words in
      (isRelevant: isRelevant, cost: model.cost(words: words, isRelevant: isRelevant))
    }
    let list = Self.list(people)
    #expect(abs(try #require(try Self.value("TTF", of: list)) - 11.825024) < 1e-9)
    #expect(abs(try #require(try Self.value("TTR@1", of: list)) - 22.198528) < 1e-9)
  }

  @Test("an item that comes before another one only when it is relevant is never the worse order")
  func exchanges() throws {
    var random = SeededGenerator(7)
    for _ in 0..<500 {
      var items = (0..<Int.random(in: 2...8, using: &random)).map { _ in
        (isRelevant: random.chance(0.4), cost: Double.random(in: 1...200, using: &random))
      }
      guard
        let place = items.indices.dropLast().first(where: {
          !items[$0].isRelevant && items[$0 + 1].isRelevant
        })
      else { continue }
      let before = Self.list(items)
      items.swapAt(place, place + 1)
      let after = Self.list(items)
      for measure in ["TBG", "nTBG", "nTTR@0.8"] {
        let values = (try Self.value(measure, of: before), try Self.value(measure, of: after))
        #expect(try #require(values.1) >= #require(values.0) - 1e-12)
      }
      for measure in ["TTR@0.8", "TTF", "ATD"] {
        let values = (try Self.value(measure, of: before), try Self.value(measure, of: after))
        #expect(try #require(values.1) <= #require(values.0) + 1e-9)
      }
    }
  }

  @Test("relevant items first, the cheapest first of all, are the best order")
  func ideal() throws {
    var random = SeededGenerator(8)
    for _ in 0..<200 {
      let items = (0..<Int.random(in: 2...8, using: &random)).map { _ in
        (isRelevant: random.chance(0.6), cost: Double.random(in: 1...200, using: &random))
      }
      guard items.contains(where: \.isRelevant) else { continue }
      let best = items.sorted { a, b in
        a.isRelevant == b.isRelevant ? a.cost < b.cost : a.isRelevant
      }
      let least = try #require(try Self.value("TTR@0.5", of: Self.list(best)))
      #expect(try #require(try Self.value("TTR@0.5", of: Self.list(items))) >= least - 1e-9)
      #expect(abs(try #require(try Self.value("nTBG", of: Self.list(best))) - 1) < 1e-12)
      #expect(try #require(try Self.value("nTBG", of: Self.list(items))) <= 1 + 1e-12)
      if items.contains(where: { !$0.isRelevant }) {
        #expect(try Self.value("nTTR@0.5", of: Self.list(best)) == 1)
      }
    }
  }

  @Test("a million tied items, each of another length, have an expected time and gain")
  func millionTied() throws {
    let count = 1_000_000
    var list = RankedList(levels: 2, hasTies: true)
    list.appendTied(levels: [count - count / 10, count / 10])
    list.pool = [count - count / 10, count / 10]
    var timeline = Timeline(TimeModel(), meanWords: 0)
    timeline.append(
      (0..<count).map { Timeline.Item(level: $0 % 10 == 0 ? 1 : 0, cost: 5 + Double($0 % 997)) })
    list.timeline = timeline
    let time = try #require(try Self.value("TTR@0.5", of: list))
    let all = timeline.items.reduce(0) { $0 + $1.cost }
    // Half of the relevant items stand in half of the list.
    #expect(abs(time / all - 0.5) < 1e-4)
    let gain = try #require(try Self.value("TBG", of: list))
    // So many items are as good as drawn one by one: the discount at rank k is that of a mean item
    // to the k − 1, and one in ten is relevant.
    let mean = timeline.items.map { pow(2, -$0.cost / 224) }.average
    #expect(abs(gain - 0.1 * 0.4928 / (1 - mean)) < 1e-5)
  }

  @Test("what is never reached, or not there, has no time")
  func undefined() throws {
    var list = Self.list([(true, 10), (false, 10)])
    list.pool[1] += 1
    #expect(try Self.value("TTR@0.5", of: list) == 10)
    #expect(try Self.value("TTR@1", of: list) == nil)
    #expect(try Self.value("nTTR@1", of: list) == 0)
    #expect(try Self.value("ATD", of: list) == nil)
    let nothing = Self.list([(false, 10)])
    for measure in ["TTR@1", "nTTR@1", "TTF", "ATD", "nTBG", "WSS@1", "NormArea", "loss_er@1"] {
      #expect(try Self.value(measure, of: nothing) == nil)
    }
    #expect(try Self.value("TBG", of: nothing) == 0)
    // One item: the best order is the worst one.
    #expect(try Self.value("nTTR@1", of: Self.list([(true, 10)])) == nil)
  }
}

@Suite("Gauss–Legendre quadrature")
struct GaussLegendreTests {
  @Test("integrates what it must exactly", arguments: [1, 2, 3, 16, 33, 64, 1024])
  func exact(count: Int) {
    let rule = GaussLegendre(count: count)
    #expect(rule.nodes == rule.nodes.sorted())
    #expect(abs(rule.weights.total - 1) < 1e-13)
    for power in [1, 2, min(2 * count - 1, 60)] where power <= 2 * count - 1 {
      let integral = zip(rule.nodes, rule.weights).map { node, weight in
        weight * (0..<power).reduce(1.0) { product, _ in product * node }
      }.total
      #expect(abs(integral - 1 / Double(power + 1)) < 1e-13)
    }
  }
}
