/// A curve over one axis, drawn with characters: at most 80 columns, without colour.
///
/// Columns are filled up to the curve in eighths of a line. The first column is drawn at the first
/// point, the last at the last, the others at equal distances between them; pictures that stand
/// together may share an axis, on which columns before the first and after the last point are empty.
package struct TextPlot: Sendable {
  /// What lies between two points. Of points at one place the last one counts.
  package enum Joint: Sendable {
    /// The value of the left one.
    case step
    /// A straight line.
    case line
  }

  private let title: String
  private let horizontalAxis: String
  /// By ascending x.
  private let points: [(x: Double, y: Double)]
  private let horizontal: ClosedRange<Double>?
  private let vertical: ClosedRange<Double>
  private let width: Int
  private let height: Int
  private let joint: Joint
  private let mark: @Sendable (Double) -> String

  /// - Parameters:
  ///   - points: in any order; those that are not finite are left out.
  ///   - horizontal: what the axis spans; without it the points.
  ///   - vertical: what the axis spans; values beyond it are drawn at its end.
  ///   - width: columns of the whole picture.
  ///   - height: lines of the curve.
  ///   - mark: how an end of the horizontal axis is written.
  package init(
    title: String, horizontalAxis: String, points: [(x: Double, y: Double)],
    horizontal: ClosedRange<Double>? = nil, vertical: ClosedRange<Double>, width: Int = 80,
    height: Int = 10, joint: Joint = .step,
    mark: @escaping @Sendable (Double) -> String = Number.shortest
  ) {
    self.title = title
    self.horizontalAxis = horizontalAxis
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }.sorted { $0.x < $1.x }
    self.horizontal = horizontal ?? Self.extent(of: self.points)
    self.vertical = vertical
    self.width = max(width, 24)
    self.height = max(height, 2)
    self.joint = joint
    self.mark = mark
  }

  /// From the first point to the last; nil where there is none.
  private static func extent(of points: [(x: Double, y: Double)]) -> ClosedRange<Double>? {
    guard let first = points.first, let last = points.last else { return nil }
    return first.x...last.x
  }

  /// The picture, each line with its end.
  package var text: String {
    guard !points.isEmpty, let horizontal else {
      return title + "\n  nothing to draw: no value is defined\n"
    }
    let labels = (0...height).map { row in
      let share = 1 - Double(row) / Double(height)
      return row % 5 == 0 || row == height
        ? Number.fixed(
          vertical.lowerBound + share * (vertical.upperBound - vertical.lowerBound), places: 2) : ""
    }
    let margin = labels.map(\.count).max() ?? 0
    let columns = columnHeights(width - margin - 2)
    var lines = [title]
    for row in 0..<height {
      let filled = columns.map { Self.block(eighths: $0 - 8 * (height - 1 - row)) }.joined()
      lines.append(Self.right(labels[row], margin) + " ┤" + filled)
    }
    lines.append(
      Self.right(labels[height], margin) + " └"
        + String(repeating: "─", count: width - margin - 2))
    let ends = (mark(horizontal.lowerBound), mark(horizontal.upperBound))
    let room = width - margin - 2 - ends.0.count - ends.1.count
    let axis = room > horizontalAxis.count + 1 ? horizontalAxis : ""
    let left = max(0, room - axis.count) / 2
    lines.append(
      String(repeating: " ", count: margin + 2) + ends.0 + String(repeating: " ", count: left)
        + axis + String(repeating: " ", count: max(1, room - axis.count - left)) + ends.1)
    return lines.map(Self.trimmed).joined(separator: "\n") + "\n"
  }

  /// How many eighths of a line each column is high.
  private func columnHeights(_ count: Int) -> [Int] {
    guard let first = points.first, let last = points.last, let horizontal else { return [] }
    let extent = vertical.upperBound - vertical.lowerBound
    var next = points.startIndex
    return (0..<count).map { column in
      let share = count < 2 ? 0 : Double(column) / Double(count - 1)
      let x =
        horizontal.lowerBound + share * (horizontal.upperBound - horizontal.lowerBound)
      guard x >= first.x, x <= last.x || horizontal.upperBound == last.x else { return 0 }
      while next + 1 < points.endIndex, points[next + 1].x <= x { next += 1 }
      let y = extent > 0 ? (value(at: x, after: next) - vertical.lowerBound) / extent : 0
      return Int((min(max(y, 0), 1) * Double(8 * height)).rounded())
    }
  }

  /// The value between a point and the next one.
  private func value(at x: Double, after point: Int) -> Double {
    let left = points[point]
    guard joint == .line, x > left.x, point + 1 < points.endIndex else { return left.y }
    let right = points[point + 1]
    return left.y + (right.y - left.y) * ((x - left.x) / (right.x - left.x))
  }

  private static func block(eighths: Int) -> String {
    let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return blocks[min(max(eighths, 0), 8)]
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
