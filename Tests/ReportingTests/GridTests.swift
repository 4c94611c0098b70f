import Testing

@testable import Reporting

@Suite("Grids")
struct GridTests {
  @Test("no name becomes a formula in a spreadsheet, and numbers stay numbers")
  func formulas() {
    let cells = ["=HYPERLINK(\"x\")", "+team", "-team", "@team", "-0.5", "+1e-3", "a=b", ""]
    var grid = Grid([("name", .left)])
    for cell in cells { grid.append([cell]) }
    #expect(
      grid.csv == "name\n\"'=HYPERLINK(\"\"x\"\")\"\n'+team\n'-team\n'@team\n-0.5\n+1e-3\na=b\n\n")
  }
}
