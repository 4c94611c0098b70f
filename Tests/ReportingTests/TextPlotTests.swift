import Reporting
import Testing

@Suite("Pictures of characters")
struct TextPlotTests {
  @Test("a curve is as high as its values, in eighths of a line")
  func curve() {
    let plot = TextPlot(
      title: "recall", horizontalAxis: "k", points: [(0, 0), (1, 0.25), (2, 1)], vertical: 0...1,
      width: 24, height: 2)
    #expect(
      plot.text
        == """
        recall
        1.00 ┤                 █
             ┤         ▄▄▄▄▄▄▄▄█
        0.00 └──────────────────
              0       k        2

        """)
  }

  @Test("on an axis that pictures share, nothing is drawn where a curve has no points")
  func sharedAxis() {
    let plot = TextPlot(
      title: "PPV", horizontalAxis: "k", points: [(1, 1), (2, 0.5)], horizontal: 0...4,
      vertical: 0...1, width: 24, height: 2)
    #expect(
      plot.text
        == """
        PPV
        1.00 ┤     ████
             ┤     ████
        0.00 └──────────────────
              0       k        4

        """)
  }

  @Test("no line is longer than the picture is wide, whatever is drawn")
  func width() {
    let long = String(repeating: "a long name ", count: 20)
    let points = (0..<1000).map { (x: Double($0) * 1e6, y: Double($0 % 7) - 3) }
    let plot = TextPlot(title: "t", horizontalAxis: long, points: points, vertical: 0...1)
    let bars = TextBars(
      title: "t",
      bars: [
        .init(name: long, value: 1_000_000_000, part: 5), .init(name: "b", value: 1, part: 9),
        .init(name: "c", value: -4, part: -1),
      ])
    for line in (plot.text + bars.text).split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test("one point, equal ends and nothing at all are drawn as what they are")
  func edges() {
    let one = TextPlot(title: "t", horizontalAxis: "k", points: [(3, 0.5)], vertical: 0...1)
    #expect(one.text.contains("▄") || one.text.contains("█"))
    let flat = TextPlot(title: "t", horizontalAxis: "k", points: [(3, 0.5)], vertical: 1...1)
    #expect(flat.text.hasPrefix("t\n"))
    let none = TextPlot(
      title: "t", horizontalAxis: "k", points: [(.nan, 1), (1, .infinity)], vertical: 0...1)
    #expect(none.text == "t\n  nothing to draw: no value is defined\n")
    #expect(TextBars(title: "t", bars: []).text == "t\n")
  }

  @Test("what is not nothing has a mark, and nothing has none")
  func bars() {
    let text = TextBars(
      title: "items",
      bars: [
        .init(name: "screen", value: 1000, part: 500), .init(name: "passed", value: 1, part: 1),
        .init(name: "none", value: 0, part: 0),
      ], width: 40
    ).text
    #expect(
      text == """
        items
        screen  ███████████░░░░░░░░░░ 1000 (500)
        passed  █ 1 (1)
        none    0 (0)

        """)
  }

  @Test("there is no colour, and no character that a terminal acts upon")
  func plain() {
    let plot = TextPlot(title: "t", horizontalAxis: "k", points: [(0, 1), (1, 0)], vertical: 0...1)
    let controls = plot.text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
  }
}
