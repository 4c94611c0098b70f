internal import Measures
internal import Scoring

/// The groups of several scorecards in the formats made of rows and columns.
struct GroupTables {
  let cards: [(name: String, card: Scorecard)]

  func rendered(as format: OutputFormat) -> String {
    if format == .csv { return exact.csv }
    return cards.flatMap { name, card -> [String] in
      guard let report = card.groups else { return [] }
      let legend = GroupLegend(report).lines
      return report.tables.map { table in
        let grids = GroupGrids(report, table, units: card.kind.unitsOfGroups)
        let caption = "\(card.task), \(card.split): \(name) by \(grids.title). \(card.signature)"
        let remarks = GapWords(report, table).remarks + legend
        switch format {
        case .latex:
          return grids.whole.latex(caption: caption) + "\n"
            + grids.gaps.latex(caption: remarks.joined(separator: " "))
        default:
          return TerminalText.markdown(caption) + "\n\n" + grids.whole.markdown + "\n"
            + grids.gaps.markdown + "\n"
            + remarks.map { TerminalText.markdown($0) + "\n" }.joined(separator: "\n")
        }
      }
    }.joined(separator: "\n")
  }

  /// One row a group and measure, and after them one a gap, for programs.
  private var exact: Grid {
    var grid = Grid(
      [
        ("submission", .left), ("by", .left), ("group", .left), ("measure", .left),
        ("value", .right), ("numerator", .right), ("denominator", .right), ("low", .right),
        ("high", .right), ("rest", .right), ("expected", .right), ("p", .right), ("note", .left),
      ])
    for (name, card) in cards {
      guard let report = card.groups else { continue }
      for table in report.tables {
        let by = table.attributes.joined(separator: ",").printable
        for group in table.groups {
          let place = [name, by, group.name.printable]
          grid.append(
            place + ["units", String(group.units)] + Array(repeating: "", count: 8))
          if let baseRate = group.baseRate { grid.append(place + row("base rate", baseRate)) }
          for (measure, cell) in zip(report.measures, group.cells) {
            grid.append(place + row(measure.description, cell))
          }
        }
        for gap in table.gaps { grid.append([name, by, ""] + row(gap, table, by)) }
      }
    }
    return grid
  }

  private func row(_ measure: String, _ cell: GroupCell) -> [String] {
    var counts = ["", ""]
    if case .ratio(let numerator, let denominator)? = cell.value {
      counts = [String(numerator), String(denominator)]
    }
    let note =
      switch cell.standing {
      case .withheld, .withheldForOthers: "withheld"
      case .small: cell.value?.reason?.description ?? "small"
      case .counted: cell.value?.reason?.description ?? ""
      }
    return [measure, cell.value.map(Number.exact) ?? ""] + counts
      + IntervalText.exact(cell.interval)
      + [cell.rest.map(Number.exact) ?? "", "", "", note]
  }

  private func row(_ gap: Gap, _ table: GroupTable, _ by: String) -> [String] {
    let measure = "gap(\(gap.measure),\(by))"
    let used = "\(gap.used) of \(gap.total) groups"
    guard let finding = gap.finding else {
      return [measure] + Array(repeating: "", count: 8) + [used]
    }
    let pair = [finding.highest, finding.lowest].map { table.groups[$0].name.printable }
    let bounds = [finding.interval?.low, finding.interval?.high]
    return [measure, Number.shortest(finding.difference), "", ""]
      + bounds.map { $0.map(Number.shortest) ?? "" }
      + ["", finding.chance.map { Number.shortest($0.expected) } ?? ""]
      + [finding.chance.map { Number.shortest($0.p) } ?? "", "\(pair[0]) − \(pair[1]); \(used)"]
  }
}
