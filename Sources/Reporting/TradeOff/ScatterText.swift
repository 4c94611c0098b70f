/// Points in a plane drawn with characters, and the stairs of the best that is to be had: at most 80
/// columns, without colour.
struct ScatterText {
  struct Point {
    let x: Double
    let y: Double
    let label: Character
  }

  /// Of points in one place the first is shown.
  let points: [Point]
  /// From each on its height is to be had, until the next.
  let stairs: [(x: Double, y: Double)]
  /// Whether greater heights stand below smaller ones.
  let isUpsideDown: Bool
  let title: String
  let horizontalAxis: String

  static let width = 80
  static let height = 12

  /// The picture, each line with its end.
  var text: String {
    guard let least = points.map(\.y).min(), let greatest = points.map(\.y).max() else {
      return title + "\n  nothing to draw: no value is defined\n"
    }
    let pad = greatest > least ? (greatest - least) * 0.08 : max(greatest.magnitude, 1) * 0.1
    let (bottom, top) =
      isUpsideDown
      ? (greatest + pad, least - pad) : (least - pad, greatest + pad)
    let right = points.map(\.x).max() ?? 0
    let labels = (0..<Self.height).map { row in
      row % 4 == 0 || row == Self.height - 1
        ? Number.fixed(top + (bottom - top) * Double(row) / Double(Self.height - 1), places: 3) : ""
    }
    let margin = labels.map(\.count).max() ?? 0
    let columns = Self.width - margin - 2
    let drawn = cells(columns, right: right > 0 ? right * 1.04 : 1, bottom: bottom, top: top)
    var lines = [title]
    for (label, row) in zip(labels, drawn) {
      var line =
        String(repeating: " ", count: margin - label.count) + label + " ┤" + String(row)
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    let indent = String(repeating: " ", count: margin + 2)
    lines.append(
      String(repeating: " ", count: margin + 1) + "└" + String(repeating: "─", count: columns))
    let end = Number.fixed(right > 0 ? right * 1.04 : 1, places: 3)
    let room = columns - 1 - end.count
    let axis = TextWrap.shortened(horizontalAxis, to: max(8, room - 2))
    let left = max(1, (room - TerminalText.width(axis)) / 2)
    let rest = max(1, room - left - TerminalText.width(axis))
    lines.append(
      indent + "0" + String(repeating: " ", count: left) + axis
        + String(repeating: " ", count: rest) + end)
    return lines.map { $0 + "\n" }.joined()
  }

  private func cells(
    _ columns: Int, right: Double, bottom: Double, top: Double
  ) -> [[Character]] {
    var cells = Array(
      repeating: Array<Character>(repeating: " ", count: columns), count: Self.height)
    func place(_ share: Double, of count: Int) -> Int {
      guard share.isFinite else { return 0 }
      return min(count - 1, max(0, Int((min(max(share, 0), 1) * Double(count - 1)).rounded())))
    }
    func row(_ y: Double) -> Int { place((y - top) / (bottom - top), of: Self.height) }
    func column(_ x: Double) -> Int { place(x / right, of: columns) }
    for (index, step) in stairs.enumerated() {
      let end = index + 1 < stairs.count ? column(stairs[index + 1].x) : columns
      for place in column(step.x)..<max(end, column(step.x)) { cells[row(step.y)][place] = "·" }
    }
    for point in points.reversed() { cells[row(point.y)][column(point.x)] = point.label }
    return cells
  }
}
