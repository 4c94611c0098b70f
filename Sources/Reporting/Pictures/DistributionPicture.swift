/// How many units have a value in each tenth of the range from 0 to 1: small histograms of the measures
/// that are means over units, side by side.
///
/// Tufte, "Envisioning Information" (1990), chapter 4: small multiples on one scale are compared at a
/// glance.
struct DistributionPicture {
  struct Panel {
    let measure: String
    /// Ten counts, of the lowest values first.
    let counts: [Int]
  }

  let panels: [Panel]
  /// What values are of: `topics`, `items`.
  let units: String

  /// Panels that are drawn; the table has all.
  static let most = 12
  private static let tenths = 10
  private let width = Picture.width / 3
  private let panelHeight = 124.0

  private var drawn: ArraySlice<Panel> { panels.prefix(Self.most) }

  func picture(_ id: PictureID) -> Picture {
    let most = Double(max(1, drawn.flatMap(\.counts).max() ?? 1))
    let drawing = drawn.enumerated().flatMap { place, panel in
      elements(
        panel, left: Double(place % 3) * width + 8, top: Double(place / 3) * panelHeight, most: most
      )
    }
    let rows = (max(drawn.count, 1) + 2) / 3
    return Picture(
      id, title: "How values spread over \(units)", description: words, table: table,
      height: Double(rows) * panelHeight,
      drawing: drawing.isEmpty
        ? [PictureShapes.text("nothing to draw", x: 8, y: 40, isFaint: true)] : drawing)
  }

  private func elements(_ panel: Panel, left: Double, top: Double, most: Double) -> [SVGElement] {
    let (ceiling, floor) = (top + 36, top + 96)
    let step = (width - 32) / Double(Self.tenths)
    var elements = [
      PictureShapes.text(
        PictureShapes.fitted(panel.measure, into: width - 24), x: left, y: top + 16, isBold: true,
        tooltip: panel.measure.printable)
    ]
    for (tenth, count) in panel.counts.prefix(Self.tenths).enumerated() {
      let x = left + Double(tenth) * step
      let height = Double(max(count, 0)) / most * (floor - ceiling)
      guard count > 0 else { continue }
      elements.append(
        PictureShapes.rectangle(
          x: x + 1, y: floor - max(height, 1), width: step - 2, height: max(height, 1), .blue))
      if PictureShapes.width("\(count)") * 0.8 <= step {
        elements.append(
          PictureShapes.text(
            "\(count)", x: x + step / 2, y: floor - height - 4, .middle, size: 10))
      }
    }
    let right = left + step * Double(Self.tenths)
    elements.append(PictureShapes.line(left, floor, right, floor, .axis))
    for (value, x) in [("0", left), ("0.5", (left + right) / 2), ("1", right)] {
      elements.append(
        PictureShapes.text(value, x: x, y: floor + 15, .middle, size: 10, isFaint: true))
    }
    return elements
  }

  private var words: String {
    let more = panels.count > Self.most ? " The first \(Self.most) are drawn." : ""
    return
      "One histogram a measure: how many \(units) have a value in each tenth from 0 to 1, on one "
      + "scale of counts.\(more)"
  }

  private var table: Grid {
    var grid = Grid(
      [("measure", .left)]
        + (0..<Self.tenths).map { tenth in
          (
            "\(Number.fixed(Double(tenth) / 10, places: 1))–"
              + Number.fixed(Double(tenth + 1) / 10, places: 1), .right
          )
        })
    for panel in panels {
      let counts = panel.counts.prefix(Self.tenths).map(String.init)
      grid.append(
        [panel.measure.printable] + counts
          + Array(repeating: "", count: Self.tenths - counts.count))
    }
    return grid
  }
}
