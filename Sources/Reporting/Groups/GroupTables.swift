internal import Measures
internal import Scoring

/// The groups of several scorecards in the formats made of rows and columns.
struct GroupTables {
  let cards: [(name: String, card: Scorecard)]

  func rendered(as format: OutputFormat) -> String {
    switch format {
    case .csv: exact.csv
    case .latex: captioned.map(\.latex).joined()
    default: captioned.map(\.markdown).joined(separator: "\n")
    }
  }

  /// One a scorecard and table of groups: their values, their gaps, and what is between them.
  private var captioned: [CaptionedTables] {
    cards.flatMap { name, card -> [CaptionedTables] in
      guard let report = card.groups else { return [] }
      return report.tables.map { table in
        let grids = GroupGrids(report, table, units: card.kind.unitsOfGroups)
        let between = BetweenWords(report, table)
        let caption = ["\(card.task), \(card.split): \(name) by \(grids.title)"]
        var tables: [CaptionedTables.Table] = [
          .init(grids.whole, Self.sentences(caption + GapWords(report, table).remarks)),
          .init(grids.gaps, Self.sentences(GroupLegend(report).lines)),
        ]
        if !table.between.isEmpty {
          tables.append(.init(between.grid, "\(name) between groups, by \(grids.title)."))
        }
        return CaptionedTables(
          tables: tables, notes: report.notes + between.reasons,
          signatures: [card.signature.description])
      }
    }
  }

  private static func sentences(_ lines: [String]) -> String {
    lines.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  /// One row a measure of all units, with no group; then of each table one a group and measure, and one
  /// a gap.
  private var exact: Grid {
    var grid = Grid(
      [
        ("submission", .left), ("by", .left), ("group", .left), ("measure", .left),
        ("value", .right), ("numerator", .right), ("denominator", .right), ("low", .right),
        ("high", .right), ("rest", .right), ("expected", .right), ("p", .right), ("note", .left),
      ])
    for (name, card) in cards {
      for (place, measure) in card.measures.enumerated() {
        let cell = GroupCell(
          value: card.values[place], interval: card.intervals?.all[place], rest: nil,
          standing: .counted)
        grid.append([name, "", ""] + row(measure.description, cell))
      }
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
        for gap in table.gaps.joined() { grid.append([name, by, ""] + row(gap, table)) }
        for (place, measure) in report.measures.enumerated() {
          guard let mean = table.meanGap(of: place) else { continue }
          let gap = "mean gap(\(measure),\(table.key(level: nil).printable))"
          grid.append(
            [name, by, "", gap, Number.shortest(mean)]
              + Array(repeating: "", count: 8))
        }
        let words = BetweenWords(report, table)
        for between in table.between { grid.append([name, by, ""] + row(between, words)) }
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

  private func row(_ between: BetweenGroups, _ words: BetweenWords) -> [String] {
    let why = between.value.map { $0.reason?.description } ?? "withheld"
    let note = [words.names(between).map { "due to \($0)" }, why, words.used(between)]
    return [between.measure.description, between.value.map(Number.exact) ?? "", "", ""]
      + IntervalText.exact(between.interval)
      + ["", "", "", note.compactMap(\.self).joined(separator: "; ")]
  }

  private func row(_ gap: Gap, _ table: GroupTable) -> [String] {
    let measure = "gap(\(gap.measure),\(table.key(level: gap.level).printable))"
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
