/// Utility against unfairness: which submissions no other beats in both respects.
struct TradeOffPicture {
  struct System {
    let name: String
    /// Nil where it is undefined.
    let utility: Double?
    let unfairness: Double?
    let isOnFront: Bool
    /// How likely it is on the front, where that was asked for.
    var chance: Double?

    fileprivate var point: (x: Double, y: Double)? {
      guard let x = unfairness?.drawable, let y = utility?.drawable else { return nil }
      return (x, y)
    }
  }

  /// The most useful first.
  let systems: [System]
  let utility: String
  let unfairness: String
  var isLowerBetter = false
  /// A bound on unfairness.
  var atMost: Double?
  var decimals = 4

  /// Names that stand beside the picture; the table has all.
  static let mostNames = 18
  private let top = 40.0
  private let bottom = 360.0
  private let left = 64.0
  private let right = 470.0

  private static func mark(_ system: System) -> PictureMark {
    system.isOnFront
      ? PictureMark(shape: .disc, hue: .blue, radius: 6)
      : PictureMark(shape: .square, isHollow: true, hue: .vermillion)
  }

  func picture(_ id: PictureID) -> Picture {
    let placed = systems.compactMap(\.point)
    let horizontal = PictureScale(
      AxisTicks(
        covering: placed.map(\.x) + [0] + (atMost.map { [$0] } ?? []), limits: 0...Double.infinity),
      from: left, to: right)
    let heights = AxisTicks(covering: placed.map(\.y))
    // The better one is above.
    let vertical = PictureScale(
      heights, from: isLowerBetter ? top : bottom, to: isLowerBetter ? bottom : top)
    let note = isLowerBetter ? ", lower is better and above" : ", higher is better"
    var drawing =
      PictureAxes.vertical(vertical, left: left, right: right, title: utility + note)
      + PictureAxes.horizontal(
        horizontal, top: top, bottom: bottom, title: unfairness + ", lower is fairer")
    drawing += bound(horizontal)
    drawing.append(
      PictureShapes.path(stairs(horizontal, vertical), .blue, width: 1.5, dashes: "6 3"))
    drawing += marks(horizontal, vertical)
    drawing += PictureAxes.legend(
      [
        (PictureMark(shape: .disc, hue: .blue, radius: 6), "on the Pareto front"),
        (
          PictureMark(shape: .square, isHollow: true, hue: .vermillion),
          "dominated: another is no worse in both, better in one"
        ),
      ], x: left, y: bottom + 58)
    if placed.isEmpty {
      drawing.append(
        PictureShapes.text(
          "nothing to draw", x: (left + right) / 2, y: (top + bottom) / 2, .middle, isFaint: true))
    }
    return Picture(
      id, title: "\(utility) against \(unfairness)", description: words, table: table,
      height: bottom + 70, drawing: drawing)
  }

  private func bound(_ horizontal: PictureScale) -> [SVGElement] {
    guard let atMost = atMost?.drawable else { return [] }
    let x = horizontal.place(atMost)
    return [
      PictureShapes.line(x, top, x, bottom, .reference),
      PictureShapes.text(
        "at most \(number(atMost))", x: min(x + 6, right - 110), y: bottom - 8, isFaint: true),
    ]
  }

  /// From each on its height is to be had, until the next.
  private func stairs(
    _ horizontal: PictureScale, _ vertical: PictureScale
  ) -> [(x: Double, y: Double)] {
    let front = systems.filter(\.isOnFront).compactMap(\.point).sorted { $0.x < $1.x }
    var points: [(x: Double, y: Double)] = []
    for point in front {
      let place = (x: horizontal.place(point.x), y: vertical.place(point.y))
      if let last = points.last { points.append((place.x, last.y)) }
      points.append(place)
    }
    if let last = points.last { points.append((right, last.y)) }
    return points
  }

  /// A letter at each mark, and what it stands for on the right.
  private func marks(_ horizontal: PictureScale, _ vertical: PictureScale) -> [SVGElement] {
    var elements: [SVGElement] = []
    for (place, system) in systems.enumerated() {
      let label = Self.label(place)
      if let point = system.point {
        let (x, y) = (horizontal.place(point.x), vertical.place(point.y))
        elements.append(
          Self.mark(system).at(
            x, y,
            tooltip: "\(system.name.printable): \(number(point.y)), \(number(point.x))"))
        if let label {
          // Above the stairs nothing lies but labels of the front, and those of the others below.
          let isBefore = system.isOnFront ? x > left + 16 : x > right - 16
          elements.append(
            PictureShapes.text(
              label, x: isBefore ? x - 8 : x + 8,
              y: system.isOnFront || y > bottom - 16 ? y - 7 : y + 14,
              isBefore ? .end : .start, size: 11, isBold: true))
        }
      }
      guard place < Self.mostNames, let label else { continue }
      let y = top + 6 + Double(place) * 18
      if system.point != nil { elements.append(Self.mark(system).at(right + 28, y - 4)) }
      elements.append(PictureShapes.text(label, x: right + 42, y: y, isBold: true))
      let name = system.point == nil ? "\(system.name) (no value)" : system.name
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(name, into: Picture.width - right - 62), x: right + 58, y: y,
          tooltip: system.name.printable))
    }
    if systems.count > Self.mostNames {
      elements.append(
        PictureShapes.text(
          "and \(systems.count - Self.mostNames) more in the table", x: right + 58,
          y: top + 6 + Double(Self.mostNames) * 18, isFaint: true))
    }
    return elements
  }

  /// A, B, … by place; none after z.
  private static func label(_ place: Int) -> String? {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return place < letters.count ? String(letters[place]) : nil
  }

  private func number(_ value: Double) -> String {
    Number.fixed(value, places: min(max(decimals, 0), 9))
  }

  private var words: String {
    let front = systems.filter { $0.isOnFront && $0.point != nil }
    var words =
      "One mark a submission; \(utility) is better \(isLowerBetter ? "lower" : "higher"), "
      + "farther to the left is fairer. "
    words +=
      front.isEmpty
      ? "None is on the Pareto front."
      : "On the Pareto front: \(front.prefix(10).map(\.name.printable).joined(separator: ", "))"
        + (front.count > 10 ? " and \(front.count - 10) more." : ".")
    return words
  }

  private var table: Grid {
    let hasChances = systems.contains { $0.chance != nil }
    var grid = Grid(
      [
        ("", .left), ("submission", .left), (utility.printable, .right),
        (unfairness.printable, .right),
        ("on the front", .left),
      ] + (hasChances ? [("chance", .right)] : []))
    for (place, system) in systems.enumerated() {
      grid.append(
        [
          Self.label(place) ?? "", system.name.printable,
          system.utility?.drawable.map(number) ?? "–",
          system.unfairness?.drawable.map(number) ?? "–", system.isOnFront ? "yes" : "no",
        ]
          + (hasChances
            ? [system.chance?.drawable.map { Number.fixed($0, places: 2) } ?? "–"] : []))
    }
    return grid
  }
}
