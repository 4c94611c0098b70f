internal import Measures
internal import Scoring

/// The scores of submissions with their intervals, and which of them no test tells apart.
struct ScoresPicture {
  struct Row {
    let name: String
    /// Nil where it is undefined.
    let value: Double?
    var interval: PictureInterval?
    /// Letters of the groups that no test separates.
    var letters = ""
    var isBaseline = false
    /// Why there is no value.
    var reason = ""
  }

  /// The best first.
  let rows: [Row]
  let measure: String
  var isLowerBetter = false
  /// Of the intervals.
  var confidence: Double?
  var limits: ClosedRange<Double>?
  /// Decimals that are published, at most nine.
  var decimals = 4

  func picture(_ id: PictureID) -> Picture {
    let hasBaseline = rows.contains(where: \.isBaseline)
    let plot = DotPlot(
      rows: rows.map { row in
        DotPlot.Row(
          name: row.name, value: row.value?.drawable, interval: row.interval,
          mark: Self.mark(isBaseline: row.isBaseline), text: text(row),
          remark: row.reason.isEmpty ? "undefined" : row.reason,
          letters: row.letters.filter { !$0.isWhitespace }.map(\.self))
      }, axis: measure + (isLowerBetter ? ", lower is better" : ", higher is better"),
      limits: limits,
      legend: hasBaseline
        ? [
          (Self.mark(isBaseline: false), "submission"), (Self.mark(isBaseline: true), "baseline"),
        ] : [])
    return Picture(
      id, title: "\(measure) of \(rows.count) \(rows.count == 1 ? "submission" : "submissions")",
      description: words, table: table, height: plot.height, drawing: plot.drawing)
  }

  private static func mark(isBaseline: Bool) -> PictureMark {
    isBaseline
      ? PictureMark(shape: .diamond, isHollow: true, hue: .vermillion)
      : PictureMark(shape: .disc, hue: .blue)
  }

  private func number(_ value: Double) -> String {
    Number.fixed(value, places: min(max(decimals, 0), 9))
  }

  private func text(_ row: Row) -> String {
    guard let value = row.value?.drawable else { return "–" }
    let interval = row.interval.map { " [\(number($0.low)), \(number($0.high))]" }
    return number(value) + (interval ?? "")
  }

  private var words: String {
    let better = isLowerBetter ? "lower" : "higher"
    var words = "One row a submission, the best first; \(better) values of \(measure) are better."
    if let first = rows.first, let value = first.value?.drawable {
      words += " \(first.name.printable) is first with \(number(value))."
    }
    if let confidence { words += " Lines are \(Number.percent(confidence)) intervals." }
    if rows.contains(where: { !$0.letters.isEmpty }) {
      words += " Submissions that share a bar are not told apart by any test."
    }
    let undefined = rows.count { $0.value?.drawable == nil }
    if undefined > 0 { words += " \(undefined) of \(rows.count) have no value." }
    return words
  }

  private var table: Grid {
    var grid = Grid([
      ("submission", .left), (measure.printable, .right), ("low", .right), ("high", .right),
      ("not told apart", .left), ("", .left),
    ])
    for row in rows {
      grid.append([
        row.name.printable, row.value?.drawable.map(number) ?? "–",
        row.interval.map { number($0.low) } ?? "", row.interval.map { number($0.high) } ?? "",
        row.letters.printable, row.isBaseline ? "baseline" : row.reason.printable,
      ])
    }
    return grid
  }
}

extension ScoresPicture {
  /// The systems of a comparison, the best first.
  init(_ comparison: Comparison, decimals: Int = 4) {
    self.init(
      rows: comparison.order.map { index in
        let system = comparison.systems[index]
        return Row(
          name: system.name.text, value: system.value.number,
          interval: PictureInterval(system.interval?.low, system.interval?.high),
          letters: system.letters ?? "", reason: system.value.reason?.description ?? "")
      }, measure: comparison.measure.description,
      isLowerBetter: comparison.measure.definition.direction == .lowerIsBetter,
      confidence: comparison.request.confidence, decimals: decimals)
  }
}
