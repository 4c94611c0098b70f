internal import Scoring

/// Gold labels by predicted labels: each cell has its count and its share of the row, and is the
/// darker the larger the share is.
struct ConfusionPicture {
  let labels: [String]
  /// Rows are gold labels; nil where a count is not told.
  let counts: [[Int?]]
  /// Items of each gold label without an answer.
  var leftOut: [Int] = []
  let name: String
  /// What rows and columns are.
  var rows = "gold"
  var columns = "predicted"

  /// Labels that are drawn; the table has all.
  static let mostLabels = 16
  private let left = 170.0
  private let top = 70.0

  init(
    labels: [String], counts: [[Int?]], leftOut: [Int] = [], name: String, rows: String = "gold",
    columns: String = "predicted"
  ) {
    self.labels = labels
    // A count that is missing or negative is none.
    self.counts = labels.indices.map { gold in
      labels.indices.map { predicted in
        gold < counts.count && predicted < counts[gold].count
          ? counts[gold][predicted].map { max($0, 0) } : 0
      }
    }
    self.leftOut = leftOut.contains { $0 > 0 } && leftOut.count == labels.count ? leftOut : []
    self.name = name
    self.rows = rows
    self.columns = columns
  }

  init(_ table: ConfusionTable, name: String, isTriage: Bool = false) {
    self.init(
      labels: table.labels, counts: table.counts, leftOut: table.leftOut, name: name,
      rows: isTriage ? "needed" : "gold", columns: isTriage ? "assigned" : "predicted")
  }

  private var drawn: Range<Int> { 0..<min(labels.count, Self.mostLabels) }
  private var columnCount: Int { drawn.count + (leftOut.isEmpty ? 0 : 1) }
  private var cellWidth: Double {
    min(96, (Picture.width - left - 12) / Double(max(columnCount, 1)))
  }
  private var cellHeight: Double { min(48, max(32, cellWidth * 0.6)) }
  private var height: Double {
    top + Double(max(drawn.count, 1)) * cellHeight + (labels.count > Self.mostLabels ? 34 : 14)
  }

  func picture(_ id: PictureID) -> Picture {
    var drawing = heads
    for gold in drawn {
      for predicted in drawn { drawing += cell(gold, predicted) }
      if !leftOut.isEmpty { drawing += cell(gold, nil) }
    }
    if labels.count > Self.mostLabels {
      drawing.append(
        PictureShapes.text(
          "The first \(Self.mostLabels) of \(labels.count) labels; the table has all.", x: 4,
          y: height - 8, isFaint: true))
    }
    return Picture(
      id, title: "Confusion of \(name.printable)", description: words, table: table,
      height: height, drawing: drawing)
  }

  private var heads: [SVGElement] {
    var elements = [
      PictureShapes.text(
        columns + " →", x: left, y: top - 36, isFaint: true),
      PictureShapes.text(rows + " ↓", x: left - 10, y: top - 12, .end, isFaint: true),
    ]
    for label in drawn {
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(labels[label], into: cellWidth - 4), x: x(label) + cellWidth / 2,
          y: top - 12, .middle, tooltip: labels[label].printable))
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted(labels[label], into: left - 16), x: left - 10,
          y: y(label) + cellHeight / 2 + 4, .end, tooltip: labels[label].printable))
    }
    if !leftOut.isEmpty {
      elements.append(
        PictureShapes.text(
          PictureShapes.fitted("left out", into: cellWidth - 2), x: x(drawn.count) + cellWidth / 2,
          y: top - 12, .middle, isFaint: true))
    }
    return elements
  }

  private func x(_ column: Int) -> Double { left + Double(column) * cellWidth }
  private func y(_ row: Int) -> Double { top + Double(row) * cellHeight }

  private func count(_ gold: Int, _ predicted: Int?) -> Int? {
    predicted.map { counts[gold][$0] } ?? leftOut[gold]
  }

  /// Nil where a part of the row is not told, or where the row has nothing.
  private func share(_ gold: Int, _ predicted: Int?) -> Double? {
    var sum = leftOut.isEmpty ? 0 : Double(leftOut[gold])
    for count in counts[gold] {
      guard let count else { return nil }
      sum += Double(count)
    }
    guard sum > 0, let own = count(gold, predicted) else { return nil }
    return Double(own) / sum
  }

  private func cell(_ gold: Int, _ predicted: Int?) -> [SVGElement] {
    let (x, y) = (x(predicted ?? drawn.count), y(gold))
    let share = share(gold, predicted)
    let isRight = predicted == gold
    // Up to a half of the hue, on which text in the page's colour keeps its contrast.
    var elements = [
      PictureShapes.rectangle(
        x: x + 1.5, y: y + 1.5, width: cellWidth - 3, height: cellHeight - 3, .blue,
        opacity: 0.04 + 0.46 * min(max(share ?? 0, 0), 1))
    ]
    if isRight {
      elements.append(
        PictureShapes.rectangle(
          x: x + 1.5, y: y + 1.5, width: cellWidth - 3, height: cellHeight - 3, nil, isHollow: true)
      )
    }
    let number = count(gold, predicted).map(String.init) ?? "?"
    let middle = x + cellWidth / 2
    elements.append(
      PictureShapes.text(
        PictureShapes.fitted(number, into: cellWidth), x: middle,
        y: y + cellHeight / 2 + (share == nil ? 4 : -1), .middle,
        size: cellWidth < 44 ? 10 : 13, isBold: isRight))
    if let share {
      elements.append(
        PictureShapes.text(
          Number.fixed(share * 100, places: 0) + " %", x: middle, y: y + cellHeight / 2 + 12,
          .middle, size: cellWidth < 44 ? 9 : 10.5, isFaint: true))
    }
    return elements
  }

  private var words: String {
    var right = 0.0
    var all = leftOut.reduce(0) { $0 + Double($1) }
    for gold in labels.indices {
      for predicted in labels.indices {
        guard let count = counts[gold][predicted] else {
          return "Counts by \(rows) and \(columns) label; those that are not told are marked."
        }
        all += Double(count)
        if gold == predicted { right += Double(count) }
      }
    }
    let verdict = "\(Number.shortest(right)) of \(Number.shortest(all)) items"
    return
      "Counts by \(rows) label, in rows, and \(columns) label, in columns, with their share of "
      + "the row. On the diagonal, which is framed: \(verdict)."
  }

  private var table: Grid {
    var grid = Grid(
      [("\(rows) \\ \(columns)", .left)] + labels.map { ($0.printable, .right) }
        + (leftOut.isEmpty ? [] : [("left out", .right)]))
    for gold in labels.indices {
      grid.append(
        [labels[gold].printable] + counts[gold].map { $0.map(String.init) ?? "withheld" }
          + (leftOut.isEmpty ? [] : [String(leftOut[gold])]))
    }
    return grid
  }
}
