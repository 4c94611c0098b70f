import Measures
import Testing

@testable import Reporting

@Suite("Gain curves in a terminal")
struct CurvePlotTests {
  /// Lists whose items take so many seconds each; the first items are the most often
  /// relevant.
  private static func lists(_ count: Int, items: Int, tied: Int = 1) -> [GainSteps] {
    (0..<count).map { list in
      var timeline = Timeline(TimeModel(), meanWords: 0)
      for first in stride(from: 0, to: items, by: tied) {
        let group = (first..<first + tied).map { item in
          let quarters = (item * 31 + list * 17) % 23
          let level = (item * 7 + list) % (3 + 40 * item / items) == 0 ? 1 : 0
          return Timeline.Item(level: level, cost: 1 + Double(quarters) / 4)
        }
        timeline.append(group)
      }
      return GainSteps(
        timeline, relevant: [false, true], total: timeline.items.count { $0.level == 1 })
    }
  }

  @Test(
    "thinning does not change any cell", arguments: [(1, 30_000, 1), (40, 900, 1), (25, 900, 3)])
  func cells(lists count: Int, items: Int, tied: Int) throws {
    let whole = try #require(GainCurve(meanOf: Self.lists(count, items: items, tied: tied)))
    let picture = CurvePlot.plot(of: whole, title: "recall").text
    // A picture of 80 columns draws 74 moments.
    for parts in [73, 146, 730] {
      let thin = whole.thinned(toParts: parts)
      try #require(thin.points.count < whole.points.count / 2)
      #expect(CurvePlot.plot(of: thin, title: "recall").text == picture)
    }
    #expect(GainCurve.parts % 73 == 0)
    // What goes by other moments is another picture.
    #expect(CurvePlot.plot(of: whole.thinned(toParts: 5), title: "recall").text != picture)
  }

  @Test("items that are all tied make a straight line")
  func straight() throws {
    let curve = try #require(GainCurve(meanOf: Self.lists(1, items: 30, tied: 30)))
    let plot = CurvePlot.plot(of: curve, title: "recall").text
    let heights = (0..<74).map { column in
      plot.split(separator: "\n").dropFirst().prefix(10).count { line in
        let cells = Array(line.dropFirst(6))
        return column < cells.count && cells[column] != " "
      }
    }
    #expect(heights.last == 10 && heights[0] == 0 && heights[36] == 5)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 && $1 - $0 <= 1 })
  }

  @Test("short lists keep their steps, and minutes are written with as many digits as they need")
  func short() throws {
    let curve = try #require(GainCurve(meanOf: Self.lists(1, items: 4)))
    let plot = CurvePlot.plot(of: curve, title: "recall").text
    #expect(plot.contains("▄") || plot.contains("█"))
    let minutes = [0, 0.3, 9, 42, 60, 314, 3990, 1e9].map(CurvePlot.minutes)
    #expect(minutes == ["0", "0.005", "0.15", "0.7", "1", "5.2", "66.5", "16666666.7"])
  }
}
