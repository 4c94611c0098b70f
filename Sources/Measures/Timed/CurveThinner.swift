/// Keeps the first and the last point of each of so many equal parts of a curve's time, and of each
/// moment where one part ends and the next begins.
///
/// A line that goes from one part into another stays as it is, so that the value at every such
/// moment is that of the whole curve, to the bit. A picture that draws these moments, or every
/// second or third of them, does not change.
struct CurveThinner {
  private let parts: Int
  private let end: Double
  /// Where the last point is: twice the number of its part, and one more unless it is at the moment
  /// at which the part begins.
  private var place = -1
  /// The last point so far, where it is not the first of its place.
  private var pending: GainCurve.Point?
  private(set) var points: [GainCurve.Point] = []

  /// - Parameter end: the time of the last point.
  init(parts: Int, end: Double) {
    self.parts = max(parts, 1)
    self.end = end
  }

  /// Takes the next point in order of time.
  mutating func append(_ point: GainCurve.Point) {
    let own = place(of: point.time)
    if own != place {
      if let pending { points.append(pending) }
      points.append(point)
      pending = nil
      place = own
    } else {
      pending = point
    }
  }

  /// Keeps the last point: there are no more.
  mutating func finish() {
    if let pending { points.append(pending) }
    pending = nil
  }

  /// The place of a moment. A quotient is rounded, and so its neighbours are tried too.
  private func place(of time: Double) -> Int {
    guard end > 0 else { return 0 }
    var part = min(max(Int(time / end * Double(parts)), 0), parts - 1)
    while part > 0, time < Self.moment(part, of: parts, until: end) { part -= 1 }
    while part < parts - 1, time >= Self.moment(part + 1, of: parts, until: end) { part += 1 }
    return time > Self.moment(part, of: parts, until: end) ? 2 * part + 1 : 2 * part
  }

  /// When a part begins. The quotient comes first: it is the same for 1 of 2 as for 2 of 4, so that
  /// the moments of few parts are among those of many.
  static func moment(_ part: Int, of parts: Int, until end: Double) -> Double {
    Double(part) / Double(parts) * end
  }
}
