internal import ExactMath

/// What a reviewer has after so much time: relevant items found, their share, and time-biased gain.
///
/// The points make a line, in order of time; where the value jumps there are two points of one
/// time, before and after. Times are in seconds. In a strict order the curve is exact: an item is
/// found when it is done with, and its gain counts when it is opened. Within a tie group all three
/// rise evenly, as time cutoffs have it.
package struct GainCurve: Sendable {
  package struct Point: Sendable, Equatable {
    package var time: Double
    package var found: Double
    package var recall: Double
    package var gain: Double
  }

  package private(set) var points: [Point]

  /// The curve of a list; nil where nothing is relevant.
  ///
  /// - Parameters:
  ///   - relevant: which levels are.
  ///   - total: R, found or not.
  package init?(_ timeline: Timeline, relevant: [Bool], total: Int) {
    guard total > 0 else { return nil }
    var points = [Point(time: 0, found: 0, recall: 0, gain: 0)]
    var found = 0
    var gain = CompensatedSum()
    func add(_ time: Double) {
      let point = Point(
        time: time, found: Double(found), recall: Double(found) / Double(total),
        gain: timeline.model.gain * gain.value)
      if points.last != point { points.append(point) }
    }
    timeline.forEachGroup(relevant: relevant) { group in
      let end = group.start + group.duration
      guard group.isFound, group.relevant > 0 else { return true }
      let discounts = timeline.sumOfDiscounts(group, relevant, timeline.model.halfLife)
      add(group.start)
      if group.range.count == 1 {
        gain.add(discounts)
        add(group.start)
        add(end)
        found += 1
      } else {
        gain.add(discounts)
        found += group.relevant
      }
      add(end)
      return true
    }
    add(timeline.items.reduce(into: CompensatedSum()) { $0.add($1.cost) }.value)
    self.points = points
  }

  /// The curve with at most two points for each of `columns` equal parts of its time.
  ///
  /// All three values only rise, so that the first and the last point of a part are all that a
  /// picture of so many columns can show.
  package func thinned(toColumns columns: Int) -> GainCurve {
    guard points.count > 2 * columns, let last = points.last, last.time > 0 else { return self }
    var curve = self
    curve.points.removeAll(keepingCapacity: true)
    var column = -1
    var pending: Point?
    for point in points {
      let own = min(Int(point.time / last.time * Double(columns)), columns - 1)
      if own != column {
        if let pending { curve.points.append(pending) }
        curve.points.append(point)
        pending = nil
        column = own
      } else {
        pending = point
      }
    }
    if let pending { curve.points.append(pending) }
    return curve
  }
}
