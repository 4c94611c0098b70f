@testable import Measures

extension MeanGainCurveTests {
  static func timeline(_ groups: [[(Int, Double)]]) -> Timeline {
    var timeline = Timeline(TimeModel(), meanWords: 0)
    for group in groups { timeline.append(group.map { Timeline.Item(level: $0, cost: $1) }) }
    return timeline
  }

  static func steps(_ groups: [[(Int, Double)]], total: Int) -> GainSteps {
    GainSteps(timeline(groups), relevant: [false, true], total: total)
  }

  static func total(_ sample: ListSample) -> Int {
    sample.kernel.poolCount(where: sample.scale.relevant(atLeast: nil))
  }

  static func curve(of task: [ListSample]) -> GainCurve? {
    GainCurve(
      meanOf: task.compactMap { sample in
        sample.kernel.timeline.map {
          GainSteps($0, relevant: sample.scale.relevant(atLeast: nil), total: total(sample))
        }
      })
  }

  /// What the lists have come to on average, group by group from their beginning.
  static func naive(_ task: [ListSample], at moment: Double) -> GainCurve.Point {
    naive(
      task.compactMap { sample in
        sample.kernel.timeline.map {
          ($0, sample.scale.relevant(atLeast: nil), total(sample))
        }
      }, at: moment)
  }

  static func naive(
    _ lists: [(Timeline, relevant: [Bool], total: Int)], at moment: Double
  ) -> GainCurve.Point {
    var point = GainCurve.Point(time: moment, found: 0, recall: 0, gain: 0)
    for (timeline, relevant, total) in lists {
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
      if total > 0 { point.recall += found / Double(total) }
    }
    let count = Double(lists.count)
    return GainCurve.Point(
      time: moment, found: point.found / count, recall: point.recall / count,
      gain: point.gain / count)
  }
}

extension GainCurve {
  /// The value on the line, after a jump.
  func value(at time: Double) -> Point {
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
