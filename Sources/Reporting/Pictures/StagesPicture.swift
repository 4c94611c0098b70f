internal import Scoring

/// Who goes where in a triage: at each stage those who reach it, who passes and who is missed.
struct StagesPicture {
  struct Stage {
    let name: String
    /// Items that reach it, and how many of them are cases.
    let reached: Int
    let cases: Int
    let passed: Int
    /// Cases that do not pass it.
    let missed: Int
    /// Nil where everybody may pass.
    var capacity: Int?

    fileprivate var casesPassed: Int { max(0, cases.subtracted(missed)) }
    fileprivate var othersPassed: Int { max(0, passed.subtracted(casesPassed)) }
    fileprivate var others: Int { max(0, reached.subtracted(cases)) }
  }

  let stages: [Stage]
  /// Cases without an answer.
  var casesLeftOut = 0

  private let left = 170.0
  private let right = 560.0
  private let top = 14.0
  private let stageHeight = 66.0

  private static let pass = PictureMark(shape: .square, hue: .blue)
  private static let stop = PictureMark(shape: .square, isHollow: true, hue: .vermillion)

  func picture(_ id: PictureID) -> Picture {
    let most = stages.map { max($0.cases, $0.others) }.max() ?? 0
    let scale = PictureScale(
      AxisTicks(covering: [0, Double(max(most, 1))], about: 5), from: left, to: right)
    let bottom = top + Double(max(stages.count, 1)) * stageHeight
    var drawing = PictureAxes.horizontal(scale, top: top, bottom: bottom, title: "items")
    for (place, stage) in stages.enumerated() {
      drawing += elements(stage, y: top + Double(place) * stageHeight, scale)
    }
    if stages.isEmpty {
      drawing.append(
        PictureShapes.text(
          "nothing to draw", x: (left + right) / 2, y: top + 24, .middle, isFaint: true))
    }
    drawing += PictureAxes.legend(
      [(Self.pass, "pass the stage"), (Self.stop, "stop there; cases among them are missed")],
      x: left, y: bottom + 58)
    if casesLeftOut > 0 {
      drawing.append(
        PictureShapes.text(
          "Without an answer, and so missed: \(casesLeftOut) cases.", x: left, y: bottom + 78,
          isFaint: true))
    }
    return Picture(
      id, title: "Flow through \(stages.count) \(stages.count == 1 ? "stage" : "stages")",
      description: words, table: table, height: bottom + (casesLeftOut > 0 ? 88 : 68),
      drawing: drawing)
  }

  private func elements(_ stage: Stage, y: Double, _ scale: PictureScale) -> [SVGElement] {
    var elements = [
      PictureShapes.text(
        PictureShapes.fitted(stage.name, into: left - 60), x: 4, y: y + 24, isBold: true,
        tooltip: stage.name.printable),
      PictureShapes.text(
        stage.capacity.map { "capacity \($0)" } ?? "no limit", x: 4, y: y + 44, size: 11,
        isFaint: true),
      PictureShapes.text("cases", x: left - 8, y: y + 24, .end, size: 11),
      PictureShapes.text("others", x: left - 8, y: y + 48, .end, size: 11),
    ]
    elements += bar(
      passed: min(stage.casesPassed, max(stage.cases, 0)), of: max(stage.cases, 0), y: y + 11,
      scale,
      "\(stage.casesPassed) pass, \(stage.missed) missed")
    elements += bar(
      passed: min(stage.othersPassed, stage.others), of: stage.others, y: y + 35, scale,
      "\(stage.othersPassed) pass, \(stage.others.subtracted(stage.othersPassed)) stop")
    return elements
  }

  private func bar(
    passed: Int, of all: Int, y: Double, _ scale: PictureScale, _ text: String
  ) -> [SVGElement] {
    let (start, middle, end) = (
      scale.place(0), scale.place(Double(passed)), scale.place(Double(all))
    )
    var elements: [SVGElement] = []
    if passed > 0 {
      elements.append(
        PictureShapes.rectangle(x: start, y: y, width: middle - start, height: 18, .blue))
    }
    if all > passed {
      elements.append(
        PictureShapes.rectangle(
          x: middle + 1, y: y + 0.75, width: max(end - middle - 1, 1), height: 16.5, .vermillion,
          isHollow: true))
    }
    // Behind the bar: inside it no colour of text would be read on all of its parts.
    elements.append(PictureShapes.text(text, x: end + 8, y: y + 13, size: 11))
    return elements
  }

  private var words: String {
    guard let first = stages.first, let last = stages.last else { return "There are no stages." }
    let missed = stages.reduce(casesLeftOut) { $0.addingReportingOverflow($1.missed).partialValue }
    return
      "Of \(first.reached) items \(last.passed) pass all \(stages.count) stages; \(missed) cases "
      + "are missed. At each stage one bar for cases and one for others."
  }

  private var table: Grid {
    var grid = Grid([
      ("stage", .left), ("reached", .right), ("cases", .right), ("passed", .right),
      ("capacity", .right), ("missed", .right),
    ])
    for stage in stages {
      grid.append([
        stage.name.printable, "\(stage.reached)", "\(stage.cases)", "\(stage.passed)",
        stage.capacity.map(String.init) ?? "", "\(stage.missed)",
      ])
    }
    if casesLeftOut > 0 { grid.append(["left out", "", "", "", "", "\(casesLeftOut)"]) }
    return grid
  }
}

extension Int {
  /// The difference, or the end of the range where it lies beyond.
  fileprivate func subtracted(_ other: Int) -> Int {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }
}

extension StagesPicture {
  init(_ table: StageTable) {
    self.init(
      stages: table.stages.map {
        Stage(
          name: $0.name, reached: $0.reached, cases: $0.cases, passed: $0.passed,
          missed: $0.missed, capacity: $0.capacity)
      }, casesLeftOut: table.casesLeftOut)
  }
}
