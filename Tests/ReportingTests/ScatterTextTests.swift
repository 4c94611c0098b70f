import Testing

@testable import Reporting

@Suite("Points drawn with characters")
struct ScatterTextTests {
  private func scatter(
    _ points: [(Double, Double, Character)], isUpsideDown: Bool = false
  ) -> [String] {
    ScatterText(
      points: points.map { ScatterText.Point(x: $0.0, y: $0.1, label: $0.2) },
      stairs: points.prefix(2).map { ($0.0, $0.1) }, isUpsideDown: isUpsideDown, title: "title",
      horizontalAxis: String(repeating: "gap of a long name ", count: 9)
    ).text.split(separator: "\n").map(String.init)
  }

  private func row(_ label: Character, _ lines: [String]) -> Int? {
    lines.dropFirst().firstIndex { $0.contains(label) }
  }

  @Test("fit 80 columns, with every label, the better one above")
  func places() throws {
    let points: [(Double, Double, Character)] = [(0.1, 0.5, "A"), (0.3, 0.9, "B"), (0.3, 0.6, "C")]
    let lines = scatter(points)
    #expect(lines.allSatisfy { TerminalText.width($0) <= 80 })
    let rows = try "ABC".map { try #require(row($0, lines)) }
    #expect(rows[1] < rows[2] && rows[2] < rows[0])
    #expect(lines[rows[0]].contains("A·"))
    let turned = scatter(points, isUpsideDown: true)
    let turnedRows = try "ABC".map { try #require(row($0, turned)) }
    #expect(turnedRows[0] < turnedRows[2] && turnedRows[2] < turnedRows[1])
  }

  @Test("stand for one place, for none, and for numbers beyond measure")
  func degenerate() {
    #expect(scatter([(0, 0.5, "A")]).contains { $0.contains("A") })
    #expect(scatter([]).last == "  nothing to draw: no value is defined")
    #expect(scatter([(1e300, -1e300, "A"), (0, 1e300, "B")]).count > 10)
  }
}
