internal import Measures
internal import Scoring

/// A table of groups as rows and columns.
struct GroupGrids {
  private let report: GroupReport
  private let table: GroupTable
  private let units: String

  init(_ report: GroupReport, _ table: GroupTable, units: String) {
    self.report = report
    self.table = table
    self.units = units
  }

  /// `sex`, `sex and age`, or `sex given age`.
  var title: String { table.title }

  /// One row a group and one for all of them together, all measures in one grid.
  var whole: Grid { grid(of: columns) }

  /// The same in blocks of columns that fit a width, each with the names of the groups.
  func blocks(width: Int) -> [Grid] {
    let names = rowNames(longest: 28)
    let room = width - (names.map(TerminalText.width) + [TerminalText.width(title)]).reduce(0, max)
    var blocks: [[Column]] = []
    var left = 0
    for column in columns {
      let taken = 2 + ([column.head] + column.cells).map(TerminalText.width).reduce(0, max)
      if taken > left {
        blocks.append([])
        left = room
      }
      blocks[blocks.count - 1].append(column)
      left -= taken
    }
    return blocks.map { grid(of: $0, names: names) }
  }

  private struct Column {
    let head: String
    /// Of each group, and of all units.
    let cells: [String]
  }

  private func grid(of columns: [Column], names: [String]? = nil) -> Grid {
    var grid = Grid([(title, .left)] + columns.map { ($0.head, .right) })
    for (row, name) in (names ?? rowNames(longest: 200)).enumerated() {
      grid.append([name] + columns.map { $0.cells[row] })
    }
    return grid
  }

  private func rowNames(longest: Int) -> [String] {
    (table.groups.map(\.name.printable) + ["all \(units)"]).map {
      TextWrap.clipped($0, to: longest)
    }
  }

  private var columns: [Column] {
    var columns = [
      Column(
        head: units,
        cells: table.groups.map { String($0.units) } + [String(report.units)])
    ]
    if table.groups.contains(where: { $0.topics != nil }) {
      columns.append(
        Column(head: "topics", cells: table.groups.map { $0.topics.map(String.init) ?? "" } + [""]))
    }
    if let baseRate = report.baseRate {
      columns.append(
        column("base rate", table.groups.map(\.baseRate), baseRate) { Self.fraction($0) })
    }
    for (index, measure) in report.measures.enumerated() {
      columns.append(
        column(measure.description, table.groups.map { $0.cells[index] }, report.overall[index]) {
          Self.text($0, of: measure)
        })
    }
    return columns
  }

  private func column(
    _ head: String, _ cells: [GroupCell?], _ overall: MeasureValue,
    _ text: (MeasureValue) -> String
  ) -> Column {
    let isMarked = cells.contains { $0?.standing == .small }
    func marked(_ text: String, _ mark: String) -> String { isMarked ? text + mark : text }
    return Column(
      head: head,
      cells: cells.map { cell in
        guard let value = cell?.value else { return marked(Self.withheld, " ") }
        return marked(text(value), cell?.standing == .small && value.number != nil ? "*" : " ")
      } + [marked(text(overall), " ")])
  }

  private static let withheld = "withheld"

  /// A value, a rate with its counts.
  static func text(_ value: MeasureValue, of measure: Measure) -> String {
    let rounded = Number.rounded(value, of: measure)
    guard case .ratio(let numerator, let denominator) = value else { return rounded }
    return "\(numerator)/\(denominator) \(rounded)"
  }

  static func fraction(_ value: MeasureValue) -> String {
    guard case .ratio(let numerator, let denominator) = value, let number = value.number else {
      return "–"
    }
    return "\(numerator)/\(denominator) \(Number.fixed(number, places: 4))"
  }
}

extension GroupGrids {
  /// One row a measure: how far apart the groups are.
  var gaps: Grid {
    var grid = Grid([
      ("gap", .left), ("highest", .left), ("lowest", .left), ("difference", .right),
      ("\(Number.percent(report.confidence)) interval", .right), ("ratio", .right),
      ("by noise", .right), ("p", .right), ("groups used", .right),
    ])
    for (measure, gap) in table.gaps.enumerated().flatMap({ place, gaps in
      gaps.map { (place, $0) }
    }) {
      let finding = gap.finding
      func rounded(_ number: Double) -> String { Number.rounded(.number(number), of: gap.measure) }
      func name(_ group: Int?) -> String {
        group.map { group in
          let value = table.groups[group].cells[measure].value
          return table.groups[group].name.printable
            + (value.map { " (\(Self.text($0, of: gap.measure)))" } ?? "")
        } ?? "–"
      }
      grid.append([
        gap.measure.description
          + (gap.level.map { " where \(table.attributes.last ?? "") is \($0)" } ?? ""),
        name(finding?.highest), name(finding?.lowest),
        finding.map { rounded($0.difference) } ?? "–",
        finding?.interval.map { "[\(rounded($0.low)), \(rounded($0.high))]" } ?? "–",
        finding?.ratio.map { Number.fixed($0, places: 2) } ?? "–",
        finding?.chance.map { rounded($0.expected) } ?? "–",
        finding?.chance.map { Number.probability($0.p) } ?? "–",
        "\(gap.used) of \(gap.total)",
      ])
    }
    return grid
  }
}

extension GroupTable {
  /// `sex`, `sex and age`, or `sex given age` where age is held fixed.
  var title: String {
    let given = isConditional ? attributes.last.map { " given " + $0.printable } : nil
    return comparedAttributes.map(\.printable).joined(separator: " and ") + (given ?? "")
  }
}
