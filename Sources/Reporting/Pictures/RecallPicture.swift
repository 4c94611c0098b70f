internal import Measures

/// Recall against the reviewer's minutes, one curve a submission.
struct RecallPicture {
  struct Curve {
    let name: String
    /// Ascending minutes; where recall jumps there are two points of one time.
    let points: [(minutes: Double, recall: Double)]

    init(name: String, points: [(minutes: Double, recall: Double)]) {
      self.name = name
      self.points = points.filter { $0.minutes.isFinite && $0.recall.isFinite }
    }

    /// Points that a picture of this width tells apart.
    init(name: String, _ curve: GainCurve) {
      self.init(
        name: name,
        points: curve.thinned(toParts: 500).points.map { ($0.time / 60, $0.recall) })
    }

    /// Recall after so many minutes: on the line between two points, of several at one time the last,
    /// after the end what it has come to. Nil before the first point.
    func recall(after minutes: Double) -> Double? {
      guard let next = points.firstIndex(where: { $0.minutes > minutes }) else {
        return points.last?.recall
      }
      guard next > 0 else { return nil }
      let (before, after) = (points[next - 1], points[next])
      let share = (minutes - before.minutes) / (after.minutes - before.minutes)
      return before.recall + share * (after.recall - before.recall)
    }
  }

  /// The best first: of more than ``mostCurves`` the first are drawn.
  let curves: [Curve]

  static let mostCurves = 8
  private let top = 40.0
  private let bottom = 340.0
  private let left = 52.0
  private let right = 490.0

  func picture(_ id: PictureID) -> Picture {
    let minutes = curves.flatMap { $0.points.map(\.minutes) }
    let horizontal = PictureScale(
      AxisTicks(covering: minutes + [0], limits: 0...Double.infinity, about: 8), from: left,
      to: right)
    let vertical = PictureScale(
      AxisTicks(covering: [0, 1], about: 5), from: bottom, to: top)
    var drawing =
      PictureAxes.vertical(
        vertical, left: left, right: right, title: "recall: share of relevant items found")
      + PictureAxes.horizontal(horizontal, top: top, bottom: bottom, title: "minutes of review")
    let drawn = curves.prefix(Self.mostCurves).enumerated().filter { !$0.element.points.isEmpty }
    for (place, curve) in drawn {
      let points = curve.points.map { (horizontal.place($0.minutes), vertical.place($0.recall)) }
      drawing.append(
        PictureShapes.path(points, Self.hue(place), dashes: Self.dashes(place)))
    }
    drawing += names(drawn.map { ($0.offset, $0.element) }, horizontal, vertical)
    if drawn.isEmpty {
      drawing.append(
        PictureShapes.text(
          "nothing to draw", x: (left + right) / 2, y: (top + bottom) / 2, .middle, isFaint: true))
    }
    if curves.count > Self.mostCurves {
      drawing.append(
        PictureShapes.text(
          "The first \(Self.mostCurves) of \(curves.count); the table has all.", x: 8,
          y: bottom + 56, isFaint: true))
    }
    return Picture(
      id, title: "Recall against minutes of review", description: words,
      table: table(horizontal.ticks), height: bottom + (curves.count > Self.mostCurves ? 66 : 44),
      drawing: drawing)
  }

  private static func hue(_ place: Int) -> Hue { Hue.allCases[place % Hue.allCases.count] }

  /// Lines of one hue differ in their dashes, and neighbours in both.
  private static func dashes(_ place: Int) -> String? {
    [nil, "9 4", "2 3", "9 3 2 3", "14 4", "5 2", "2 6", "14 3 2 3 2 3"][place % 8]
  }

  /// Each name beside the end of its curve, or as near to it as the others let it be, behind a piece
  /// of its line.
  private func names(
    _ curves: [(place: Int, curve: Curve)], _ horizontal: PictureScale, _ vertical: PictureScale
  ) -> [SVGElement] {
    let ends = curves.map { vertical.place($0.curve.points.last?.recall ?? 0) }
    let heights = PictureLabels.spread(ends, apart: 18, within: top...bottom)
    var elements: [SVGElement] = []
    for ((place, curve), y) in zip(curves, heights) {
      elements.append(
        PictureShapes.line(
          right + 14, y, right + 44, y, .data(Self.hue(place)), dashes: Self.dashes(place)))
      elements.append(
        PictureMark(
          shape: PictureMark.Shape.allCases[place % 5], isHollow: place >= 5,
          hue: Self.hue(place), radius: 4
        ).at(right + 52, y))
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(curve.name, into: Picture.width - right - 64), x: right + 62,
          y: y + 4, tooltip: curve.name.printable))
      guard let end = curve.points.last else { continue }
      elements.append(
        PictureMark(
          shape: PictureMark.Shape.allCases[place % 5], isHollow: place >= 5,
          hue: Self.hue(place), radius: 4
        ).at(
          horizontal.place(end.minutes), vertical.place(end.recall),
          tooltip: curve.name.printable))
    }
    return elements
  }

  private var words: String {
    guard let first = curves.first(where: { !$0.points.isEmpty }), let end = first.points.last
    else { return "No curve is defined." }
    return
      "Lines of \(curves.count) \(curves.count == 1 ? "submission" : "submissions"), higher and "
      + "farther to the left is better. \(first.name.printable) comes to a recall of "
      + "\(Number.fixed(end.recall, places: 2)) after \(Number.fixed(end.minutes, places: 1)) minutes."
  }

  /// Recall at each mark of the axis.
  private func table(_ ticks: AxisTicks) -> Grid {
    var grid = Grid(
      [("submission", .left)] + ticks.values.map { ("\(ticks.text($0)) min", .right) })
    for curve in curves {
      grid.append(
        [curve.name.printable]
          + ticks.values.map {
            curve.recall(after: $0).map { Number.fixed($0, places: 2) } ?? "–"
          })
    }
    return grid
  }
}
