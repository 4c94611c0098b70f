import ExactMath
@testable import Measures
import Testing

@Suite("The gain curve of many lists is the mean of theirs at each moment")
struct MeanGainCurveTests {
  /// Three to nine lists of one scale, some in a strict order and some with ties.
  private static let tasks: [[ListSample]] = (0..<60).map { number in
    let same = (RankingDefinitionTests.strict + RankingDefinitionTests.tied).enumerated()
      .filter { $0.element.scale.names == Scales.ofLists[number % 3].names }.map(\.element)
    var random = SeededGenerator(number)
    return (0..<Int.random(in: 3...9, using: &random)).map { _ in random.pick(same) }
  }

  @Test("at random moments, at every point and between two")
  func naive() throws {
    for (number, task) in Self.tasks.enumerated() {
      guard let curve = Self.curve(of: task) else {
        #expect(task.allSatisfy { Self.total($0) == 0 })
        continue
      }
      var random = SeededGenerator(number)
      let end = try #require(curve.points.last).time
      var moments = curve.points.map(\.time)
      moments += zip(moments, moments.dropFirst()).map { ($0 + $1) / 2 }
      moments += (0..<50).map { _ in Double.random(in: 0...(end * 1.1 + 1), using: &random) }
      for moment in moments {
        let (own, naive) = (curve.value(at: moment), Self.naive(task, at: moment))
        #expect(abs(own.found - naive.found) < 1e-11, "\(moment) s of task \(number)")
        #expect(abs(own.recall - naive.recall) < 1e-12, "\(moment) s of task \(number)")
        #expect(abs(own.gain - naive.gain) < 1e-11, "\(moment) s of task \(number)")
      }
    }
  }

  @Test("is recall at every time cutoff, and ends with the means of recall and TBG to the bit")
  func measures() throws {
    for task in Self.tasks {
      guard let curve = Self.curve(of: task), let last = curve.points.last else { continue }
      func mean(_ measure: String) throws -> Double {
        let kernel = try NaiveRankingCase(measure) { _ in nil }.kernel(on: task[0].scale)
        let values = try task.map { try #require(kernel($0.kernel).number) }
        return Exact.sum(values) / Double(values.count)
      }
      #expect(try last.recall == mean("R@1000000000s"))
      #expect(try last.gain == mean("TBG"))
      for seconds in [11, 47, 260] {
        let recall = curve.value(at: Double(seconds)).recall
        #expect(try abs(recall - mean("R@\(seconds)s")) < 1e-9)
      }
    }
  }

  @Test("of one list in a strict order has its shares to the bit")
  func one() throws {
    for sample in RankingDefinitionTests.strict where Self.total(sample) > 0 {
      let total = Double(Self.total(sample))
      let points = try #require(Self.curve(of: [sample])).points
      let relevant = sample.scale.relevant(atLeast: nil)
      let items = try #require(sample.kernel.timeline).items
      let levels = items.map { Int($0.level) }.filter { $0 >= 0 && relevant[$0] }
      #expect(points.allSatisfy { $0.recall == $0.found / total })
      #expect(Set(points.map(\.found)) == Set((0...levels.count).map { Double($0) }))
    }
  }

  @Test("never falls and never goes back in time, and no point stands there twice")
  func rises() {
    for task in Self.tasks {
      let points = Self.curve(of: task)?.points ?? []
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(a.time <= b.time && a.found <= b.found && a.recall <= b.recall && a.gain <= b.gain)
        #expect(a != b)
      }
    }
  }

  @Test("a list without anything relevant counts as 0, an empty one too, and only such give none")
  func undefined() throws {
    let nothing = Self.steps([[(0, 4)]], total: 0)
    let empty = Self.steps([], total: 3)
    let found = Self.steps([[(1, 10)]], total: 2)
    #expect(GainCurve(meanOf: []) == nil)
    #expect(GainCurve(meanOf: [nothing, nothing]) == nil)
    let none = try #require(GainCurve(meanOf: [empty, nothing]))
    #expect(none.points.map(\.recall) == [0, 0] && none.points.last?.time == 4)
    let last = try #require(GainCurve(meanOf: [nothing, found, empty, empty])?.points.last)
    #expect(last == .init(time: 10, found: 0.25, recall: 0.125, gain: 0.4928 / 4))
  }

  @Test(
    "a clock that stands still, and one that hardly goes, draw jumps and no numbers that are none")
  func still() throws {
    let none = Self.steps([[(1, 0), (0, 0)], [(1, 0)]], total: 2)
    let hardly = Self.steps(
      [[(1, 1e-300), (1, Double.leastNonzeroMagnitude)], [(1, 3), (0, 2)]], total: 4)
    let points = try #require(GainCurve(meanOf: [none, hardly])).points
    #expect(points.allSatisfy { $0.recall.isFinite && $0.gain.isFinite && $0.found.isFinite })
    #expect(points.last?.recall == 0.875 && points.last?.time == 5)
    let still = try #require(GainCurve(meanOf: [none])).points
    #expect(still.map(\.recall) == [0, 1])
  }

  @Test("tied items of one list rise evenly while another jumps")
  func mixed() throws {
    let tied = Self.steps([[(1, 10), (0, 10)]], total: 1)
    let strict = Self.steps([[(0, 5)], [(1, 5)]], total: 1)
    let curve = try #require(GainCurve(meanOf: [tied, strict]))
    let rows = curve.points.map { [$0.time, $0.recall] }
    #expect(rows == [[0, 0], [5, 0.125], [5, 0.125], [10, 0.25], [10, 0.75], [20, 1]])
  }

  @Test(
    "thinned while it is made or afterwards, it keeps its values where two parts meet, to the bit")
  func thinned() throws {
    var random = SeededGenerator(7)
    for round in 0..<12 {
      let lists = (0..<5).map { _ in
        let groups = (0..<400).map { _ in
          (0...random.pick([0, 0, 2])).map { _ in
            (random.pick([0, 1]), random.pick([0.5, 1, 2, 7.25, 0.1]))
          }
        }
        return Self.steps(groups, total: 900)
      }
      let whole = try #require(GainCurve(meanOf: lists))
      // Each of 7 times as many parts knows the moments of the fewer.
      let parts = 60 + round
      let streamed = try #require(GainCurve(meanOf: lists, parts: parts * 7))
      for thin in [
        whole.thinned(toParts: parts), streamed.thinned(toParts: parts),
        whole.thinned(toParts: 7 * parts).thinned(toParts: parts),
      ] {
        #expect(thin.points.count <= 3 * parts && thin.points.count > parts)
        #expect(thin.points.first == whole.points.first && thin.points.last == whole.points.last)
        let end = try #require(whole.points.last).time
        for part in 0...parts {
          let moment = CurveThinner.moment(part, of: parts, until: end)
          #expect(thin.value(at: moment) == whole.value(at: moment))
        }
      }
    }
  }

  @Test("many lists come in the order of their moments, those of one moment by their number")
  func queue() {
    var random = SeededGenerator(3)
    for size in [0, 1, 2, 3, 10, 57] {
      var lists = (0..<size).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          Double(Int.random(in: 0...9, using: &random))
        }.sorted()
      }
      let expected = lists.enumerated().flatMap { list, times in times.map { ($0, list) } }
        .sorted(by: <)
      var queue = MomentQueue(lists.map(\.first))
      var came: [(Double, Int)] = []
      while let (time, list) = queue.first {
        came.append((time, list))
        lists[list].removeFirst()
        queue.advance(to: lists[list].first)
      }
      #expect(came.elementsEqual(expected, by: ==))
    }
  }
}

extension MeanGainCurveTests {
  private static func steps(_ groups: [[(Int, Double)]], total: Int) -> GainSteps {
    var timeline = Timeline(TimeModel(), meanWords: 0)
    for group in groups { timeline.append(group.map { Timeline.Item(level: $0, cost: $1) }) }
    return GainSteps(timeline, relevant: [false, true], total: total)
  }

  private static func total(_ sample: ListSample) -> Int {
    sample.kernel.poolCount(where: sample.scale.relevant(atLeast: nil))
  }

  private static func curve(of task: [ListSample]) -> GainCurve? {
    GainCurve(
      meanOf: task.compactMap { sample in
        sample.kernel.timeline.map {
          GainSteps($0, relevant: sample.scale.relevant(atLeast: nil), total: total(sample))
        }
      })
  }

  /// What the lists have come to on average, group by group from their beginning.
  private static func naive(_ task: [ListSample], at moment: Double) -> GainCurve.Point {
    var point = GainCurve.Point(time: moment, found: 0, recall: 0, gain: 0)
    for sample in task {
      guard let timeline = sample.kernel.timeline else { continue }
      let relevant = sample.scale.relevant(atLeast: nil)
      var found = 0.0
      timeline.forEachGroup(relevant: relevant) { group in
        let gain =
          timeline.model.gain * timeline.sumOfDiscounts(group, relevant, timeline.model.halfLife)
        if group.range.count == 1 {
          if group.relevant > 0, group.start <= moment { point.gain += gain }
          if group.end <= moment { found += Double(group.relevant) }
        } else {
          let share =
            moment >= group.end
            ? 1 : min(max((moment - group.start) / (group.end - group.start), 0), 1)
          if group.relevant > 0 { point.gain += share * gain }
          found += share * Double(group.relevant)
        }
        return true
      }
      point.found += found
      if total(sample) > 0 { point.recall += found / Double(total(sample)) }
    }
    let count = Double(task.count)
    return GainCurve.Point(
      time: moment, found: point.found / count, recall: point.recall / count,
      gain: point.gain / count)
  }
}

extension GainCurve {
  /// The value on the line, after a jump.
  fileprivate func value(at time: Double) -> Point {
    let after = points.firstIndex { $0.time > time } ?? points.count
    let left = points[after - 1]
    guard after < points.count else {
      return Point(time: time, found: left.found, recall: left.recall, gain: left.gain)
    }
    let right = points[after]
    let share = (time - left.time) / (right.time - left.time)
    return Point(
      time: time, found: left.found + (right.found - left.found) * share,
      recall: left.recall + (right.recall - left.recall) * share,
      gain: left.gain + (right.gain - left.gain) * share)
  }
}
