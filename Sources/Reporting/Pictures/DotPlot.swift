/// Values with their intervals, one below the other: a name, a dot with whiskers on an axis that all
/// rows share, and the numbers in words.
///
/// Cleveland and McGill, "Graphical perception" (Journal of the American Statistical Association 79,
/// 1984): positions along a common scale are read best.
struct DotPlot {
  struct Row {
    /// Headings stand above rows of a kind and have no value.
    var isHeading = false
    let name: String
    /// Faint, behind the name.
    var count = ""
    var value: Double?
    var interval: PictureInterval?
    var mark = PictureMark(shape: .disc, hue: .blue)
    /// The numbers.
    var text = ""
    /// What stands in place of a dot.
    var remark = ""
    /// Rows that share a letter are joined by a bar.
    var letters: [Character] = []
  }

  let rows: [Row]
  let axis: String
  /// Values that are possible.
  var limits: ClosedRange<Double>?
  /// A value to compare all others with.
  var reference: (value: Double, name: String)?
  /// What marks mean, below the axis.
  var legend: [(mark: PictureMark, meaning: String)] = []

  /// Rows that are drawn; the table has all.
  static let mostRows = 120
  private static let rowHeight = 24.0
  private static let mostBars = 6

  private let nameWidth = 200.0
  private var textWidth: Double {
    min(190, max(40, shown.map { PictureShapes.width($0.text) }.max() ?? 0) + 14)
  }
  private var shown: ArraySlice<Row> { rows.prefix(Self.mostRows) }
  private var letters: [Character] { shown.flatMap(\.letters).uniqued.sorted() }
  private var lettersWidth: Double {
    letters.count > Self.mostBars || letters.isEmpty ? 0 : Double(letters.count) * 14 + 8
  }
  private var left: Double { nameWidth + 12 }
  private var right: Double { Picture.width - textWidth - lettersWidth - 8 }
  private let top = 34.0
  private var bottom: Double { top + Double(max(shown.count, 1)) * Self.rowHeight + 4 }

  var height: Double {
    bottom + 44 + (legend.isEmpty ? 0 : 22) + (rows.count > Self.mostRows ? 20 : 0)
  }

  var drawing: [SVGElement] {
    let values = shown.flatMap { row in
      [
        row.value, row.value == nil ? nil : row.interval?.low,
        row.value == nil ? nil : row.interval?.high,
      ].compactMap(\.self)
    }
    let scale = PictureScale(
      AxisTicks(
        covering: values + (reference.map { [$0.value] } ?? []),
        limits: values.isEmpty ? nil : limits, about: 5), from: left, to: right)
    var elements = PictureAxes.horizontal(scale, top: top, bottom: bottom, title: axis)
    if let reference, reference.value.isFinite {
      let x = scale.place(reference.value)
      elements.append(PictureShapes.line(x, top, x, bottom, .reference))
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(reference.name, into: 200), x: min(max(x, left + 40), right - 40),
          y: top - 8, .middle, isFaint: true))
    }
    for (place, row) in shown.enumerated() {
      elements += elementsOf(row, y: top + (Double(place) + 0.5) * Self.rowHeight + 2, scale)
    }
    if shown.isEmpty {
      elements.append(
        PictureShapes.text(
          "nothing to draw", x: (left + right) / 2, y: top + 18, .middle, isFaint: true))
    }
    return elements + bars + PictureAxes.legend(legend, x: left, y: bottom + 58) + rest
  }

  private func elementsOf(_ row: Row, y: Double, _ scale: PictureScale) -> [SVGElement] {
    let baseline = y + 4
    let countWidth = row.count.isEmpty ? 0 : PictureShapes.width(row.count) + 8
    var elements = [
      PictureShapes.text(
        PictureShapes.fitted(row.name, into: row.isHeading ? 400 : nameWidth - countWidth - 8),
        x: 4, y: baseline, isBold: row.isHeading, tooltip: row.name.printable)
    ]
    guard !row.isHeading else { return elements }
    if !row.count.isEmpty {
      elements.append(
        PictureShapes.text(row.count, x: nameWidth + 2, y: baseline, .end, isFaint: true))
    }
    if let value = row.value?.drawable {
      let x = scale.place(value)
      elements += whiskers(row, x: x, y: y, scale)
      elements.append(
        row.mark.at(x, y, tooltip: "\(row.name.printable): \(row.text)"))
    } else if !row.remark.isEmpty {
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(row.remark, into: right - left), x: left + 4, y: baseline,
          isFaint: true, tooltip: row.remark.printable))
    }
    elements.append(
      PictureShapes.text(row.text, x: right + textWidth, y: baseline, .end))
    return elements
  }

  /// Outside of the mark, so that a hollow one stays hollow.
  private func whiskers(
    _ row: Row, x: Double, y: Double, _ scale: PictureScale
  ) -> [SVGElement] {
    guard let interval = row.interval else { return [] }
    let (low, high) = (scale.place(interval.low), scale.place(interval.high))
    let gap = row.mark.radius + 1
    var elements: [SVGElement] = []
    for (end, side) in [(low, x - gap), (high, x + gap)] {
      if (end < x) == (side < x), abs(end - x) > gap {
        elements.append(PictureShapes.line(side, y, end, y, .data(row.mark.hue)))
      }
      elements.append(PictureShapes.line(end, y - 4, end, y + 4, .data(row.mark.hue)))
    }
    return elements
  }

  /// One bar a letter, with a point at each row that has it, as in diagrams of critical differences
  /// (Demšar, "Statistical comparisons of classifiers over multiple data sets", JMLR 7, 2006).
  private var bars: [SVGElement] {
    guard !letters.isEmpty, letters.count <= Self.mostBars else { return [] }
    var elements: [SVGElement] = []
    for (column, letter) in letters.enumerated() {
      let x = right + textWidth + 14 + Double(column) * 14
      let places = shown.enumerated().filter { $0.element.letters.contains(letter) }.map {
        top + (Double($0.offset) + 0.5) * Self.rowHeight + 2
      }
      guard let first = places.first, let last = places.last else { continue }
      elements.append(
        PictureShapes.text(String(letter).printable, x: x, y: top - 8, .middle, isFaint: true))
      elements.append(PictureShapes.line(x, first, x, last, .axis, width: 2))
      for y in places { elements.append(PictureMark(shape: .disc, radius: 2.5).at(x, y)) }
    }
    return elements
  }

  private var rest: [SVGElement] {
    guard rows.count > Self.mostRows else { return [] }
    return [
      PictureShapes.text(
        "The first \(Self.mostRows) of \(rows.count) rows; the table has all.", x: 4,
        y: height - 8, isFaint: true)
    ]
  }
}
