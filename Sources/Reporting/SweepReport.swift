internal import Measures
internal import Scoring

/// What a pipeline would find with other capacities of one stage, as a table and as a picture.
extension TriageReport {
  /// The table of one scorecard and, where it is wanted, its picture; empty where no capacity was
  /// asked for.
  static func sweep(_ card: Scorecard, plotted: Bool) -> String {
    guard let table = card.sweep else { return plotted ? picture(card) : "" }
    var text = "\n" + grid(of: [("", table)], .table).text
    for reason in reasons(table) { text += "\nnote: \(reason)\n" }
    if plotted { text += "\n" + plot(table) }
    return text
  }

  /// One row a submission and capacity; nil where no capacity was asked for.
  static func sweeps(
    names: [String], _ tables: [SweepTable?], _ format: OutputFormat
  ) -> Grid? {
    let rows = zip(names, tables).compactMap { name, table in table.map { (name, $0) } }
    return rows.isEmpty ? nil : grid(of: rows, format)
  }

  static let sweepCaption =
    "What other capacities of a stage would find; where equal scores leave more than one outcome, "
    + "from the lowest to the highest."

  /// Quantities of a row: what they are called, and how many decimals are shown.
  private static var columns:
    [(name: String, places: Int, value: KeyPath<CapacitySweep.Row, CapacitySweep.Estimate>)]
  {
    [
      ("NetSensitivity", 4, \.sensitivity), ("PPV", 4, \.predictiveValue), ("cost", 1, \.cost),
      ("missed", 1, \.missed),
    ]
  }

  private static func grid(
    of tables: [(name: String, table: SweepTable)], _ format: OutputFormat
  ) -> Grid {
    format == .csv ? exactGrid(of: tables) : roundedGrid(of: tables)
  }

  /// Values in full, each between its lowest and its highest.
  private static func exactGrid(of tables: [(name: String, table: SweepTable)]) -> Grid {
    let isOne = tables.count == 1
    var grid = Grid(
      (isOne ? [] : [("submission", .left)]) + [("stage", .left), ("capacity", .right)]
        + columns.flatMap { column in
          ["", " low", " high"].map { (column.name + $0, Grid.Alignment.right) }
        } + [("undefined", .left)])
    for (name, table) in tables {
      for row in table.rows {
        let estimates = columns.map { row[keyPath: $0.value] }
        let reasons = estimates.compactMap { $0.value.reason?.description }
        grid.append(
          (isOne ? [] : [name]) + [table.stage, String(row.capacity)]
            + estimates.flatMap(exact) + [reasons.uniqued.joined(separator: "; ")])
      }
    }
    return grid
  }

  /// Values for people; a column for from where to where they lie is there where any does.
  private static func roundedGrid(of tables: [(name: String, table: SweepTable)]) -> Grid {
    let isOne = tables.count == 1
    let rows = tables.flatMap(\.table.rows)
    let hasRange = columns.map { column in
      rows.contains { $0[keyPath: column.value].low != $0[keyPath: column.value].high }
    }
    let stage = isOne ? tables[0].table.stage + " capacity" : "capacity"
    var grid = Grid(
      (isOne ? [] : [("submission", Grid.Alignment.left)]) + [(stage, .right)]
        + zip(columns, hasRange).flatMap { column, hasRange in
          [(column.name, Grid.Alignment.right)] + (hasRange ? [("", .left)] : [])
        })
    for (name, table) in tables {
      for row in table.rows {
        let cells = zip(columns, hasRange).flatMap { column, hasRange in
          rounded(row[keyPath: column.value], column.places).prefix(hasRange ? 2 : 1)
        }
        grid.append((isOne ? [] : [name]) + [String(row.capacity)] + cells)
      }
    }
    return grid
  }

  private static func exact(_ estimate: CapacitySweep.Estimate) -> [String] {
    [
      Number.exact(estimate.value), estimate.low.map { Number.shortest($0) } ?? "",
      estimate.high.map { Number.shortest($0) } ?? "",
    ]
  }

  /// The value and, where ties leave more than one, from where to where.
  private static func rounded(_ estimate: CapacitySweep.Estimate, _ places: Int) -> [String] {
    guard let value = estimate.value.number else { return ["–", ""] }
    let text = Number.fixed(value, places: places)
    guard let low = estimate.low, let high = estimate.high, low != high else { return [text, ""] }
    return [text, Number.fixed(low, places: places) + "–" + Number.fixed(high, places: places)]
  }

  /// Why capacities have no value.
  static func reasons(_ table: SweepTable) -> [String] {
    var capacities: [UndefinedReason: [Int]] = [:]
    for row in table.rows {
      if let reason = row.sensitivity.value.reason ?? row.cost.value.reason {
        capacities[reason, default: []].append(row.capacity)
      }
    }
    return capacities.sorted { $0.value[0] < $1.value[0] }.map { reason, rows in
      rows.count == 1
        ? "undefined at \(rows[0]): \(reason)"
        : "undefined from \(rows[0]) to \(rows[rows.count - 1]): \(reason)"
    }
  }

  /// Sensitivity and predictive value by capacity.
  private static func plot(_ table: SweepTable) -> String {
    let axis = "capacity of " + table.stage
    let estimates: [(String, KeyPath<CapacitySweep.Row, CapacitySweep.Estimate>)] = [
      ("NetSensitivity", \.sensitivity), ("PPV", \.predictiveValue),
    ]
    let curves = estimates.map { name, path in
      let points = table.rows.compactMap { row in
        row[keyPath: path].value.number.map { (x: Double(row.capacity), y: $0) }
      }
      return (name: name, points: points)
    }
    let capacities = curves.flatMap { $0.points.map(\.x) }
    let shared = capacities.min().flatMap { low in capacities.max().map { low...$0 } }
    return curves.map { name, points in
      TextPlot(
        title: name, horizontalAxis: axis, points: points, horizontal: shared, vertical: 0...1
      ).text
    }.joined(separator: "\n")
  }

  /// The flow of items through the stages: a bar for all that reach each, a darker part of it the
  /// cases.
  private static func picture(_ card: Scorecard) -> String {
    guard let table = card.triage else { return "" }
    var steps = table.stages.map { (name: $0.name, all: $0.reached, cases: $0.cases) }
    let missed = table.stages.reduce(0) { $0 + $1.missed }
    if let first = table.stages.first, let last = table.stages.last {
      steps.append((name: "passed all", all: last.passed, cases: first.cases - missed))
    }
    return "\n"
      + TextBars(
        title: "items, █ cases among them",
        bars: steps.map { TextBars.Bar(name: $0.name, value: $0.all, part: $0.cases) }
      ).text
  }
}
