/// The axes that pictures share, and what marks mean.
enum PictureAxes {
  /// Marks below, lines through the whole of the drawing.
  static func horizontal(
    _ scale: PictureScale, top: Double, bottom: Double, title: String
  ) -> [SVGElement] {
    var elements: [SVGElement] = []
    for value in scale.ticks.values {
      let x = scale.place(value)
      elements.append(PictureShapes.line(x, top, x, bottom, .grid))
      elements.append(PictureShapes.line(x, bottom, x, bottom + 4, .axis))
      elements.append(
        PictureShapes.text(scale.ticks.text(value), x: x, y: bottom + 17, .middle, size: 11))
    }
    let span = scale.ticks.span
    let (start, end) = (scale.place(span.lowerBound), scale.place(span.upperBound))
    elements.append(PictureShapes.line(start, bottom, end, bottom, .axis))
    let middle = (start + end) / 2
    elements.append(
      PictureShapes.text(
        PictureShapes.fitted(title, into: 2 * min(middle, Picture.width - middle)), x: middle,
        y: bottom + 35, .middle, tooltip: title.printable))
    return elements
  }

  /// Marks on the left; the title lies above the axis, where it is read without turning one's head.
  static func vertical(
    _ scale: PictureScale, left: Double, right: Double, title: String
  ) -> [SVGElement] {
    var elements: [SVGElement] = []
    for value in scale.ticks.values {
      let y = scale.place(value)
      elements.append(PictureShapes.line(left, y, right, y, .grid))
      elements.append(PictureShapes.line(left - 4, y, left, y, .axis))
      elements.append(
        PictureShapes.text(scale.ticks.text(value), x: left - 8, y: y + 4, .end, size: 11))
    }
    let span = scale.ticks.span
    let ends = [scale.place(span.lowerBound), scale.place(span.upperBound)]
    elements.append(PictureShapes.line(left, ends[0], left, ends[1], .axis))
    elements.append(
      PictureShapes.text(
        PictureShapes.fitted(title, into: right - 8), x: 8, y: min(ends[0], ends[1]) - 14,
        tooltip: title.printable))
    return elements
  }

  static func legend(
    _ entries: [(mark: PictureMark, meaning: String)], x: Double, y: Double
  ) -> [SVGElement] {
    var elements: [SVGElement] = []
    var place = x
    for (mark, meaning) in entries {
      elements.append(mark.at(place + 6, y - 4))
      elements.append(PictureShapes.text(meaning.printable, x: place + 18, y: y, size: 11))
      place += PictureShapes.width(meaning) + 32
    }
    return elements
  }
}
