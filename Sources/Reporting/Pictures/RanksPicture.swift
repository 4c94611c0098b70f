internal import Scoring

/// The ranks that submissions have when the units are drawn anew: how stable the order is.
///
/// Wiesenfarth et al., "Methods and open-source toolkit for analyzing and visualizing challenge
/// results" (Scientific Reports 11, 2021): the area of a disc is the share of resamples on which a
/// submission has that rank.
struct RanksPicture {
  struct Row {
    let name: String
    /// Nil without a value.
    let place: Int?
    /// Ranks between which it is found.
    var range: (low: Int, high: Int)?
    /// Of the resamples, by rank from the first on; empty where they are not known.
    var shares: [Double] = []
    var probabilityOfFirst: Double?
  }

  /// The best first.
  let rows: [Row]
  /// Of the ranges.
  var confidence: Double?

  /// Ranks and rows that are drawn; the table has all.
  static let mostRows = 60
  private let left = 200.0
  private let top = 34.0
  private let rowHeight = 24.0
  private let right = 610.0

  private var shown: ArraySlice<Row> { rows.prefix(Self.mostRows) }
  private var bottom: Double { top + Double(max(shown.count, 1)) * rowHeight + 4 }
  private var hasShares: Bool { shown.contains { !$0.shares.isEmpty } }

  func picture(_ id: PictureID) -> Picture {
    let ranks = Double(max(2, rows.count))
    // Ranks begin at 1, in the middle of a column.
    let width = (right - left) / ranks
    func x(_ rank: Int) -> Double {
      left + (min(max(Double(rank), 0.5), ranks + 0.5) - 0.5) * width
    }
    var drawing = axis(width, x)
    for (place, row) in shown.enumerated() {
      drawing += elements(row, y: top + (Double(place) + 0.5) * rowHeight + 2, width, x)
    }
    if shown.isEmpty {
      drawing.append(
        PictureShapes.text(
          "nothing to draw", x: (left + right) / 2, y: top + 18, .middle, isFaint: true))
    }
    drawing.append(
      PictureShapes.text("is first", x: Picture.width - 8, y: top - 10, .end, isFaint: true))
    let marks: [(mark: PictureMark, meaning: String)] =
      [(PictureMark(shape: .diamond, hue: .vermillion), "rank on all units")]
      + (hasShares
        ? [(PictureMark(shape: .disc, hue: .blue, opacity: 0.35), "area: share of resamples")] : [])
    drawing += PictureAxes.legend(marks, x: left, y: bottom + 58)
    if rows.count > Self.mostRows {
      drawing.append(
        PictureShapes.text(
          "The first \(Self.mostRows) of \(rows.count) rows; the table has all.", x: 4,
          y: bottom + 78, isFaint: true))
    }
    return Picture(
      id, title: "Ranks of \(rows.count) \(rows.count == 1 ? "submission" : "submissions")",
      description: words, table: table, height: bottom + (rows.count > Self.mostRows ? 88 : 68),
      drawing: drawing)
  }

  private func axis(_ width: Double, _ x: (Int) -> Double) -> [SVGElement] {
    // Every rank is marked while there is room for its digits.
    let step =
      [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { Double($0) * width >= 26 } ?? 5_000
    var elements: [SVGElement] = []
    for rank in stride(from: 1, through: max(2, rows.count), by: 1)
    where rank == 1 || rank % step == 0 {
      elements.append(PictureShapes.line(x(rank), top, x(rank), bottom, .grid))
      elements.append(
        PictureShapes.text("\(rank)", x: x(rank), y: bottom + 17, .middle, size: 11))
    }
    elements.append(PictureShapes.line(left, bottom, right, bottom, .axis))
    elements.append(
      PictureShapes.text(
        "rank, the best on the left", x: (left + right) / 2, y: bottom + 35, .middle))
    return elements
  }

  private func elements(
    _ row: Row, y: Double, _ width: Double, _ x: (Int) -> Double
  ) -> [SVGElement] {
    var elements = [
      PictureShapes.text(
        PictureShapes.fitted(row.name, into: left - 14), x: 4, y: y + 4,
        tooltip: row.name.printable)
    ]
    if let range = row.range, range.low <= range.high {
      elements.append(
        PictureShapes.line(x(range.low), y, x(range.high), y, .data(.blue), width: 1.5))
      for rank in [range.low, range.high] {
        elements.append(
          PictureShapes.line(x(rank), y - 5, x(rank), y + 5, .data(.blue), width: 1.5))
      }
    }
    let largest = min(10.5, max(2, width / 2))
    for (index, share) in row.shares.prefix(rows.count).enumerated() {
      // What is smaller than a dot is not seen, and of many ranks it would be most of the file.
      guard let share = share.drawable, share > 0 else { continue }
      let radius = largest * min(share, 1).squareRoot()
      guard radius >= 0.6 else { continue }
      elements.append(
        PictureMark(shape: .disc, hue: .blue, radius: radius, opacity: 0.35).at(
          x(index + 1), y, tooltip: "rank \(index + 1): \(Self.percent(share))"))
    }
    if let place = row.place {
      elements.append(
        PictureMark(shape: .diamond, hue: .vermillion, radius: 4).at(
          x(place), y, tooltip: "\(row.name.printable): rank \(place)"))
    } else {
      elements.append(PictureShapes.text("no value", x: left + 4, y: y + 4, isFaint: true))
    }
    if let first = row.probabilityOfFirst?.drawable {
      elements.append(
        PictureShapes.text(Self.percent(first), x: Picture.width - 8, y: y + 4, .end))
    }
    return elements
  }

  private static func percent(_ share: Double) -> String {
    Number.fixed(min(max(share, 0), 1) * 100, places: 0) + " %"
  }

  private var words: String {
    var words = "One row a submission, the best first, with the ranks that it has on resamples."
    if let confidence { words += " Lines are \(Number.percent(confidence)) ranges." }
    if let first = rows.first, let probability = first.probabilityOfFirst?.drawable {
      words += " \(first.name.printable) is first on \(Self.percent(probability)) of them."
    }
    return words
  }

  private var table: Grid {
    var grid = Grid([
      ("submission", .left), ("rank", .right), ("from", .right), ("to", .right), ("first", .right),
    ])
    for row in rows {
      grid.append([
        row.name.printable, row.place.map(String.init) ?? "–", row.range.map { "\($0.low)" } ?? "",
        row.range.map { "\($0.high)" } ?? "",
        row.probabilityOfFirst?.drawable.map(Self.percent) ?? "",
      ])
    }
    return grid
  }
}

extension RanksPicture {
  init(_ comparison: Comparison) {
    self.init(
      rows: comparison.order.map { index in
        let system = comparison.systems[index]
        return Row(
          name: system.name.text, place: system.place,
          range: system.ranks.map { ($0.low, $0.high) },
          probabilityOfFirst: system.ranks?.probabilityOfFirst)
      }, confidence: comparison.request.confidence)
  }
}
