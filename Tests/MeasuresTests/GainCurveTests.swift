import Foundation
@testable import Measures
import Testing

@Suite("Gain curves")
struct GainCurveTests {
  private static func timeline(_ groups: [[(Int, Double)]]) -> Timeline {
    var timeline = Timeline(TimeModel(), meanWords: 0)
    for group in groups {
      timeline.append(group.map { Timeline.Item(level: $0, cost: $1) })
    }
    return timeline
  }

  @Test("a strict order makes steps: found at the end of an item, gain at its start")
  func steps() throws {
    let timeline = Self.timeline([[(1, 10)], [(0, 20)], [(1, 30)]])
    let curve = try #require(GainCurve(timeline, relevant: [false, true], total: 4))
    let rows = curve.points.map { [$0.time, $0.found, $0.recall] }
    #expect(
      rows == [
        [0, 0, 0], [0, 0, 0], [10, 0, 0], [10, 1, 0.25], [30, 1, 0.25], [30, 1, 0.25],
        [60, 1, 0.25], [60, 2, 0.5],
      ])
    let gains = curve.points.map(\.gain)
    #expect(gains[0] == 0 && gains[1] == 0.4928 && gains[4] == 0.4928)
    #expect(abs(gains[5] - 0.4928 * (1 + pow(2, -30.0 / 224))) < 1e-15)
  }

  @Test("ends with the values of the measures, and reaches each time cutoff where that says")
  func agrees() throws {
    for sample in RankingDefinitionTests.strict + RankingDefinitionTests.tied {
      guard let timeline = sample.kernel.timeline else { continue }
      let relevant = sample.scale.relevant(atLeast: nil)
      let total = sample.kernel.poolCount(where: relevant)
      let curve = GainCurve(timeline, relevant: relevant, total: total)
      guard total > 0 else {
        #expect(curve == nil)
        continue
      }
      let points = try #require(curve?.points)
      func value(_ measure: String) throws -> Double {
        try #require(
          try NaiveRankingCase(measure) { _ in nil }
            .kernel(on: sample.scale)(sample.kernel).number)
      }
      #expect(abs(try #require(points.last).gain - (try value("TBG"))) < 1e-12)
      for seconds in [7.0, 33, 90, 400] {
        // Between two points the line is straight.
        let after = points.firstIndex { $0.time > seconds } ?? points.count
        var recall = points[after - 1].recall
        if after < points.count {
          let (low, high) = (points[after - 1], points[after])
          recall += (high.recall - low.recall) * (seconds - low.time) / (high.time - low.time)
        }
        #expect(abs(recall - (try value("R@\(Int(seconds))s"))) < 1e-9)
      }
    }
  }

  @Test("thinning keeps the first and the last point of each part")
  func thins() throws {
    let groups = (0..<50_000).map { [($0 % 3 == 0 ? 1 : 0, 1 + Double($0 % 7))] }
    let curve = try #require(
      GainCurve(Self.timeline(groups), relevant: [false, true], total: 20_000))
    let thin = curve.thinned(toParts: 500)
    #expect(thin.points.count <= 1500 && thin.points.count > 900)
    #expect(thin.points.first == curve.points.first && thin.points.last == curve.points.last)
    #expect(thin.points.allSatisfy { curve.points.contains($0) })
    let few = try #require(
      GainCurve(Self.timeline([[(1, 5)]]), relevant: [false, true], total: 1))
    #expect(few.thinned(toParts: 500).points == few.points)
  }
}
