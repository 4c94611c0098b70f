internal import SharedTasks

/// Lines, texts and marks that all pictures are made of.
enum PictureShapes {
  enum Anchor: String { case start, middle, end }

  private static let columnWidth = 7.0

  /// The width of a text of 12 units, near enough: no font is known here, and those of browsers are
  /// narrower.
  static func width(_ text: String) -> Double { Double(TerminalText.width(text)) * columnWidth }

  /// A name that fits; what is cut is in the tooltip and in the table.
  static func fitted(_ name: String, into width: Double) -> String {
    TextWrap.shortened(name.printable, to: max(4, Int(min(max(width, 0), 1e4) / columnWidth)))
  }

  static func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, size: Double = 12,
    isFaint: Bool = false, isBold: Bool = false, tooltip: String? = nil
  ) -> SVGElement {
    let attributes: KeyValuePairs<String, SVGValue> = [
      "x": .number(x), "y": .number(y),
      "text-anchor": anchor == .start ? .absent : .text(anchor.rawValue),
      "font-size": size == 12 ? .absent : .number(size),
      "font-weight": isBold ? "bold" : .absent, "fill-opacity": isFaint ? "0.75" : .absent,
    ]
    // A tooltip cannot stand beside text in one element of ours, and in a group it can.
    let element = SVGElement("text", attributes, text: text)
    guard let tooltip, tooltip != text else { return element }
    return SVGElement("g", [:], [SVGElement("title", text: tooltip), element])
  }

  enum Stroke { case axis, grid, reference, data(Hue?) }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Stroke,
    width: Double? = nil, dashes: String? = nil
  ) -> SVGElement {
    let (hue, opacity, ownWidth, ownDashes): (Hue?, String?, Double, String?) =
      switch stroke {
      case .axis: (nil, "0.6", 1, nil)
      case .grid: (nil, "0.15", 1, nil)
      case .reference: (nil, "0.7", 1, "5 4")
      case .data(let hue): (hue, nil, 2, nil)
      }
    return SVGElement(
      "line",
      [
        "x1": .number(x1), "y1": .number(y1), "x2": .number(x2), "y2": .number(y2),
        "class": hue.map { .text($0.stroke) } ?? .absent,
        "stroke": .text(hue?.light ?? "currentColor"),
        "stroke-opacity": opacity.map(SVGValue.text) ?? .absent,
        "stroke-width": .number(width ?? ownWidth),
        "stroke-dasharray": (dashes ?? ownDashes).map(SVGValue.text) ?? .absent,
      ])
  }

  /// A line through points, of which those at one place of the drawing are one.
  static func path(
    _ points: [(x: Double, y: Double)], _ hue: Hue?, width: Double = 2, dashes: String? = nil
  ) -> SVGElement {
    var data = ""
    var last = ""
    for point in points {
      let place = SVGValue.coordinate(point.x) + " " + SVGValue.coordinate(point.y)
      guard place != last else { continue }
      data += (data.isEmpty ? "M" : "L") + place
      last = place
    }
    return SVGElement(
      "path",
      [
        "d": .drawing(data), "fill": "none", "class": hue.map { .text($0.stroke) } ?? .absent,
        "stroke": .text(hue?.light ?? "currentColor"), "stroke-width": .number(width),
        "stroke-linejoin": "round", "stroke-dasharray": dashes.map(SVGValue.text) ?? .absent,
      ])
  }

  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ hue: Hue?, opacity: Double = 1,
    isHollow: Bool = false
  ) -> SVGElement {
    let color: SVGValue = .text(hue?.light ?? "currentColor")
    return SVGElement(
      "rect",
      [
        "x": .number(x), "y": .number(y), "width": .number(max(width, 0)),
        "height": .number(max(height, 0)),
        "class": hue.map { .text(isHollow ? $0.stroke : $0.fill) } ?? .absent,
        "fill": isHollow ? "none" : color,
        "fill-opacity": opacity == 1 ? .absent : .number(opacity),
        "stroke": isHollow ? color : .absent, "stroke-width": isHollow ? 1.5 : .absent,
      ])
  }
}

/// What stands at a value: shapes differ where hues do.
struct PictureMark: Sendable, Hashable {
  enum Shape: Sendable, CaseIterable { case disc, square, diamond, triangle, wedge }

  let shape: Shape
  var isHollow = false
  var hue: Hue?
  var radius = 5.0
  /// Of what fills it.
  var opacity = 1.0

  func at(_ x: Double, _ y: Double, tooltip: String? = nil) -> SVGElement {
    let color: SVGValue = .text(hue?.light ?? "currentColor")
    return SVGElement(
      "path",
      [
        "d": .drawing(outline(x, y)),
        "class": hue.map { .text(isHollow ? $0.stroke : "\($0.fill) \($0.stroke)") } ?? .absent,
        "fill": isHollow ? "none" : color,
        "fill-opacity": opacity == 1 ? .absent : .number(opacity), "stroke": color,
        "stroke-width": 1.5,
      ], tooltip.map { [SVGElement("title", text: $0)] } ?? [])
  }

  private func outline(_ x: Double, _ y: Double) -> String {
    func polygon(_ corners: [(Double, Double)]) -> String {
      corners.enumerated().map { place, corner in
        (place == 0 ? "M" : "L") + SVGValue.coordinate(x + corner.0 * radius) + " "
          + SVGValue.coordinate(y + corner.1 * radius)
      }.joined() + "Z"
    }
    switch shape {
    case .disc:
      let (r, d) = (SVGValue.coordinate(radius), SVGValue.coordinate(2 * radius))
      return "M" + SVGValue.coordinate(x - radius) + " " + SVGValue.coordinate(y)
        + "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0Z"
    case .square: return polygon([(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)])
    case .diamond: return polygon([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])
    case .triangle: return polygon([(0, -1.15), (1.1, 0.85), (-1.1, 0.85)])
    case .wedge: return polygon([(0, 1.15), (1.1, -0.85), (-1.1, -0.85)])
    }
  }
}
