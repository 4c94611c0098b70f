internal import Inference

/// How often probabilities came true: a reliability diagram, with how many items each bin has.
///
/// Murphy and Winkler, "Reliability of subjective probability forecasts of precipitation and
/// temperature" (Applied Statistics 26, 1977). A bin's point stands at the mean of its probabilities,
/// with Wilson's interval of the share that is positive.
struct CalibrationPicture {
  struct Bin {
    /// Which probabilities it has.
    let low: Double
    let high: Double
    /// Nil where that is not told.
    let items: Int?
    let positives: Int?
    let meanProbability: Double?

    fileprivate var share: Double? {
      guard let items, let positives, items > 0, (0...items).contains(positives) else { return nil }
      return Double(positives) / Double(items)
    }
  }

  /// By ascending probability.
  let bins: [Bin]
  /// Whose probabilities they are.
  let name: String
  /// Items without an answer.
  var leftOut = 0
  var confidence = 0.95
  var decimals = 4

  private let left = 60.0
  private let right = 400.0
  private let top = 40.0
  private let bottom = 380.0
  private let floor = 500.0

  func picture(_ id: PictureID) -> Picture {
    let ticks = AxisTicks(covering: [0, 1], about: 5)
    let horizontal = PictureScale(ticks, from: left, to: right)
    let vertical = PictureScale(ticks, from: bottom, to: top)
    var drawing = PictureAxes.vertical(
      vertical, left: left, right: right, title: "share of items that are positive")
    for value in ticks.values {
      let x = horizontal.place(value)
      drawing.append(PictureShapes.line(x, top, x, bottom, .grid))
    }
    drawing.append(PictureShapes.line(left, bottom, right, bottom, .axis))
    drawing.append(
      PictureShapes.line(
        horizontal.place(0), vertical.place(0), horizontal.place(1), vertical.place(1),
        .reference))
    drawing += points(horizontal, vertical)
    drawing += counts(horizontal)
    drawing += sidelines
    return Picture(
      id, title: "Calibration of \(name.printable)", description: words, table: table,
      height: floor + 44, drawing: drawing)
  }

  private func points(_ horizontal: PictureScale, _ vertical: PictureScale) -> [SVGElement] {
    var elements: [SVGElement] = []
    var line: [(x: Double, y: Double)] = []
    var marks: [SVGElement] = []
    for bin in bins {
      guard let share = bin.share, let mean = bin.meanProbability?.drawable else { continue }
      let (x, y) = (horizontal.place(mean), vertical.place(share))
      line.append((x, y))
      if let interval = interval(bin) {
        let (low, high) = (vertical.place(interval.low), vertical.place(interval.high))
        elements.append(PictureShapes.line(x, low, x, high, .data(.blue), width: 1.5))
        for end in [low, high] {
          elements.append(PictureShapes.line(x - 4, end, x + 4, end, .data(.blue), width: 1.5))
        }
      }
      marks.append(
        PictureMark(shape: .disc, hue: .blue).at(
          x, y,
          tooltip: "\(range(bin)): mean \(number(mean)), positive \(number(share)) of "
            + "\(bin.items ?? 0)"))
    }
    elements.append(PictureShapes.path(line, .blue, width: 1.5))
    return elements + marks
  }

  /// How many items each bin has, below the diagram on the same axis.
  private func counts(_ horizontal: PictureScale) -> [SVGElement] {
    let most = Double(max(1, bins.compactMap(\.items).max() ?? 1))
    let top = bottom + 32
    var elements = PictureAxes.horizontal(
      horizontal, top: top, bottom: floor, title: "probability given")
    elements.append(PictureShapes.text("items", x: left - 8, y: top + 12, .end, isFaint: true))
    for bin in bins {
      let (start, end) = (horizontal.place(bin.low), horizontal.place(bin.high))
      let middle = (start + end) / 2
      // More bins than numbers have room for are told by the table.
      let hasRoom = end - start >= 22
      guard let items = bin.items else {
        if hasRoom {
          elements.append(
            PictureShapes.text("?", x: middle, y: floor - 6, .middle, size: 11, isFaint: true))
        }
        continue
      }
      let height = Double(max(items, 0)) / most * (floor - top - 16)
      elements.append(
        PictureShapes.rectangle(
          x: start + 1, y: floor - height, width: max(end - start - 2, 0.5), height: height, .blue,
          opacity: 0.5))
      if hasRoom, PictureShapes.width("\(items)") * 0.8 <= end - start {
        elements.append(
          PictureShapes.text("\(items)", x: middle, y: floor - height - 4, .middle, size: 10))
      }
    }
    return elements
  }

  /// How to read it.
  private var sidelines: [SVGElement] {
    let x = right + 36
    var lines = [
      "Dots: the share of a bin's items that is",
      "positive, with \(Number.percent(confidence)) intervals.",
      "", "Dashes: perfect calibration.", "Below them probabilities are too",
      "high, above them too low.",
    ]
    if bins.contains(where: { $0.items == nil }) { lines += ["", "?: too few items to tell."] }
    if leftOut > 0 { lines += ["", "\(leftOut) items have no answer."] }
    if bins.allSatisfy({ $0.share == nil }) { lines += ["", "Nothing to draw."] }
    return lines.enumerated().filter { !$0.element.isEmpty }.map {
      PictureShapes.text($0.element, x: x, y: top + 12 + Double($0.offset) * 17, isFaint: true)
    }
  }

  private func interval(_ bin: Bin) -> PictureInterval? {
    guard let items = bin.items, let positives = bin.positives, bin.share != nil else { return nil }
    let wilson = ProportionInterval.wilson(
      successes: Double(positives), of: Double(items), confidence: confidence)
    return PictureInterval(wilson?.low, wilson?.high)
  }

  private func number(_ value: Double) -> String {
    Number.fixed(value, places: min(max(decimals, 0), 9))
  }

  private func range(_ bin: Bin) -> String {
    "\(Number.fixed(bin.low, places: 2))–\(Number.fixed(bin.high, places: 2))"
  }

  private var words: String {
    let items = bins.compactMap(\.items).reduce(0) { $0.addingReportingOverflow($1).partialValue }
    guard items > 0 else { return "No bin has items." }
    return "The share of positive items against the probability given, in \(bins.count) bins of "
      + "\(items) items in all. On the diagonal both are equal."
  }

  private var table: Grid {
    var grid = Grid([
      ("probability", .left), ("items", .right), ("mean", .right), ("positive", .right),
      ("low", .right), ("high", .right),
    ])
    for bin in bins {
      let interval = interval(bin)
      grid.append([
        range(bin), bin.items.map(String.init) ?? "withheld",
        bin.share == nil ? "–" : bin.meanProbability?.drawable.map(number) ?? "–",
        bin.share.map(number) ?? "–", interval.map { number($0.low) } ?? "",
        interval.map { number($0.high) } ?? "",
      ])
    }
    return grid
  }
}
