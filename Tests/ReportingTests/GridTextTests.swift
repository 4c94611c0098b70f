import Testing

@testable import Reporting

@Suite("Grids on a terminal")
struct GridTextTests {
  private func grid(columns: Int, name: String, interval: Int? = nil) -> Grid {
    var grid = Grid(
      [("submission", .left)]
        + (0..<columns).map { ("measure \($0)", $0 == interval ? .left : .right) })
    grid.append([name] + (0..<columns).map { "0.\($0)" })
    return grid
  }

  @Test(
    "have blocks of columns within 80 columns, each column in one of them",
    arguments: [1, 3, 8, 30],
    ["bm25", String(repeating: "long", count: 40), "日本語のチーム名日本語のチーム名日本語のチーム名日本語のチーム名日本語のチーム名"])
  func blocks(columns: Int, name: String) {
    let blocks = grid(columns: columns, name: name).blocks
    for line in blocks.flatMap({ $0.text.split(separator: "\n") }) {
      #expect(TerminalText.width(String(line)) <= 80)
    }
    #expect(blocks.flatMap { $0.header.dropFirst() } == (0..<columns).map { "measure \($0)" })
    #expect(blocks.allSatisfy { $0.header[0] == "submission" })
  }

  @Test("leave half of the terminal to narrow columns")
  func narrow() {
    var grid = Grid([("system", .left), ("1", .right), ("2", .right)])
    grid.append([String(repeating: "long", count: 40), "3", "14"])
    #expect(grid.blocks.count == 1)
  }

  @Test("keep an interval beside its value")
  func interval() {
    for interval in 1..<12 {
      let blocks = grid(columns: 12, name: "bm25", interval: interval).blocks
      let place = blocks.compactMap { $0.header.firstIndex(of: "measure \(interval)") }
      #expect(place.count == 1 && place[0] > 1)
    }
  }

  @Test("break the words of the last column")
  func words() {
    var grid = Grid([("measure", .left), ("value", .right), ("", .left)])
    let reason = "undefined: " + String(repeating: "word ", count: 40)
    grid.append(["AUC", "–", reason])
    grid.append(["Brier", "0.25", "short"])
    let lines = grid.text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { TerminalText.width($0) <= 80 })
    #expect(lines.count > 5)
    #expect(lines.last == "Brier     0.25  short")
    let words = lines.dropFirst(2).dropLast().joined(separator: " ").split(separator: " ")
    #expect(words.count { $0 == "word" } == 40)
  }

  @Test("shorten names in the middle, where runs of one team are alike")
  func names() {
    #expect(TextWrap.shortened("lantern / sentence-vectors-1", to: 13) == "lanter…tors-1")
    #expect(TextWrap.shortened("bm25", to: 4) == "bm25")
    #expect(TerminalText.width(TextWrap.shortened("日本語のチーム名", to: 9)) <= 9)
  }
}
