/// What a reviewer has after so much time: relevant items found, their share, and time-biased gain.
///
/// The points make a line, in order of time; where a value jumps there are two points of one time,
/// before and after. Times are in seconds. In a strict order the curve is exact: an item is found
/// when it is done with, and its gain counts when it is opened. Within a tie group all three rise
/// evenly, as time cutoffs have it.
///
/// Gain against time is that of Smucker and Clarke, "Time-Based Calibration of Effectiveness
/// Measures", SIGIR 2012; recall against time is recall at every time cutoff.
package struct GainCurve: Sendable {
  package struct Point: Sendable, Equatable {
    package var time: Double
    package var found: Double
    package var recall: Double
    package var gain: Double
  }

  package private(set) var points: [Point]

  /// How many parts of its time a curve is told apart in at most: a multiple of what pictures have,
  /// 73 steps in a terminal of 80 columns and 500 in a file, so that theirs are exact.
  package static let parts = 73_000

  /// The curve of a list; nil where nothing is relevant.
  ///
  /// - Parameters:
  ///   - relevant: which levels are.
  ///   - total: R, found or not.
  package init?(_ timeline: Timeline, relevant: [Bool], total: Int) {
    self.init(meanOf: [GainSteps(timeline, relevant: relevant, total: total)])
  }

  /// The mean of the curves of several lists at each moment, each with a clock of its own; nil where
  /// nothing is relevant in any.
  ///
  /// It goes on until the longest list is read, and a list that ends before stays at what it has
  /// come to. One with nothing relevant counts as 0, as in the means of recall and of time-biased
  /// gain, whose values the last point has. All steps are merged in time that grows with their
  /// number and the logarithm of the number of lists; of a curve of very many points ``parts`` are
  /// told apart, and no more memory is taken.
  package init?(meanOf lists: [GainSteps]) {
    self.init(meanOf: lists, parts: Self.parts)
  }

  init?(meanOf lists: [GainSteps], parts: Int) {
    guard lists.contains(where: { $0.total > 0 }) else { return nil }
    var sweep = GainSweep(lists)
    var queue = MomentQueue(lists.indices.map { sweep.nextMoment(of: $0) })
    let last = sweep.last
    let mostPoints = lists.reduce(2) { $0 + 4 * $1.steps.count }
    var thinner = mostPoints > 2 * parts ? CurveThinner(parts: parts, end: last.time) : nil
    var points = [Point(time: 0, found: 0, recall: 0, gain: 0)]
    var before = points[0]
    thinner?.append(before)
    func add(_ point: Point) {
      // A mean may be off by its last bit, but a curve never falls.
      let next = Point(
        time: point.time, found: min(max(point.found, before.found), last.found),
        recall: min(max(point.recall, before.recall), last.recall),
        gain: min(max(point.gain, before.gain), last.gain))
      guard next != before else { return }
      before = next
      if thinner == nil { points.append(next) } else { thinner?.append(next) }
    }
    while let (time, _) = queue.first {
      sweep.advance(to: time)
      add(sweep.point)
      while let next = queue.first, next.time == time {
        sweep.pass(next.list)
        queue.advance(to: sweep.nextMoment(of: next.list))
      }
      if queue.first == nil {
        add(Point(time: time, found: last.found, recall: last.recall, gain: last.gain))
      } else {
        add(sweep.point)
      }
    }
    add(last)
    thinner?.finish()
    self.points = thinner?.points ?? points
  }

  /// The curve with no more than the first and the last point of each of `parts` equal parts of its
  /// time and of the moments where one part ends and the next begins. What a picture of these
  /// moments shows does not change.
  package func thinned(toParts parts: Int) -> GainCurve {
    guard points.count > 2 * parts, let last = points.last else { return self }
    var thinner = CurveThinner(parts: parts, end: last.time)
    for point in points { thinner.append(point) }
    thinner.finish()
    var curve = self
    curve.points = thinner.points
    return curve
  }
}
