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

  @Test("of many lists whose ties last from a thousandth of a second to a year")
  func manyTied() throws {
    var random = SeededGenerator(5)
    let lists = (0..<200).map { _ in
      let groups = (0..<25).map { _ in
        (0...random.pick([0, 1, 3])).map { _ in
          (random.pick([0, 1]), random.pick([1e-3, 0.3, 7, 40, 900, 3e7]))
        }
      }
      return (Self.timeline(groups), relevant: [false, true], total: 80)
    }
    let steps = lists.map { GainSteps($0.0, relevant: $0.relevant, total: $0.total) }
    let curve = try #require(GainCurve(meanOf: steps, parts: 1 << 30))
    let end = try #require(curve.points.last).time
    for _ in 0..<200 {
      let moment = Double.random(in: 0...1, using: &random) * random.pick([30, 4000, 1e6, end])
      let (own, naive) = (curve.value(at: moment), Self.naive(lists, at: moment))
      #expect(abs(own.found - naive.found) < 1e-11, "\(moment) s")
      #expect(abs(own.recall - naive.recall) < 1e-12, "\(moment) s")
      #expect(abs(own.gain - naive.gain) < 1e-11, "\(moment) s")
    }
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
}
