internal import Measures
internal import Scoring
internal import SharedTasks

/// The groups of a scorecard as a terminal shows them.
struct GroupText {
  let report: GroupReport
  let units: String
  private static let width = Grid.terminalWidth

  init(_ report: GroupReport, _ kind: TaskDefinition.Kind) {
    self.report = report
    units = kind.unitsOfGroups
  }

  var text: String {
    var text = ""
    for table in report.tables {
      let grids = GroupGrids(report, table, units: units)
      text += "\nby \(grids.title)\n"
      for grid in grids.blocks(width: Self.width) { text += "\n" + grid.text }
      let words = GapWords(report, table)
      text += "\n" + Self.paragraphs(words.gaps, indent: 2)
      let between = BetweenWords(report, table).sentences
      if !between.isEmpty {
        text += "\nbetween groups\n\n" + Self.paragraphs(between, indent: 2)
      }
      let remarks = words.remarks
      if !remarks.isEmpty { text += "\n" + Self.paragraphs(remarks, indent: 2) }
    }
    let legend = GroupLegend(report).lines
    if !legend.isEmpty { text += "\n" + Self.paragraphs(legend, indent: 2) }
    return text + report.notes.map(NoteText.wrapped).joined()
  }

  private static func paragraphs(_ lines: [String], indent: Int) -> String {
    lines.map { TerminalText.wrapped($0, width: width, indent: indent) + "\n" }.joined()
  }
}
