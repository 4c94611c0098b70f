internal import Measures
internal import Scoring
internal import SharedTasks

/// The stages of a triage as tables: who goes where, who is missed, and what it costs.
enum TriageReport {
  /// What a scorecard shows before its matrix, for terminals.
  static func text(_ card: Scorecard) -> String {
    guard let table = card.triage else { return "" }
    return "\n" + stages(table).text + "\n" + care(table).text
  }

  /// The same with the matrix, each table with its caption; none where there are no stages.
  static func captioned(_ card: Scorecard) -> [CaptionedTables.Table] {
    guard let table = card.triage else { return [] }
    var tables = [
      CaptionedTables.Table(
        stages(table), "Stages: who reaches and passes them, who is missed, and what they cost."),
      CaptionedTables.Table(
        care(table), "Levels of care that are too low (under-triage) and too high (over-triage)."),
    ]
    if let matrix = card.confusion {
      tables.append(
        CaptionedTables.Table(
          confusion(matrix, card.kind), "Items by the level of care needed and assigned."))
    }
    return tables
  }

  /// One row a stage.
  private static func stages(_ table: StageTable) -> Grid {
    var grid = Grid([
      ("stage", .left), ("reached", .right), ("cases", .right), ("passed", .right),
      ("capacity", .right), ("Se", .right), ("FPR", .right), ("missed", .right),
      ("workload", .right), ("cost", .right),
    ])
    for row in table.stages {
      grid.append([
        row.name, String(row.reached), String(row.cases), String(row.passed),
        row.capacity.map(String.init) ?? "", rate(row.sensitivity), rate(row.falsePositiveRate),
        String(row.missed), String(row.workload), Number.fixed(row.cost, places: 1),
      ])
    }
    if table.casesLeftOut > 0 {
      grid.append(
        ["left out"] + Array(repeating: "", count: 6) + ["\(table.casesLeftOut)", "", ""])
    }
    let cost = table.stages.reduce(0) { $0 + $1.cost }
    grid.append(
      ["together"] + Array(repeating: "", count: 6)
        + [String(table.missed), "", Number.fixed(cost, places: 1)])
    return grid
  }

  private static func care(_ table: StageTable) -> Grid {
    var grid = Grid([("level of care", .left), ("under-triage", .right), ("over-triage", .right)])
    for care in table.care {
      grid.append([care.label ?? "all", rate(care.under), rate(care.over)])
    }
    return grid
  }

  private static func rate(_ value: MeasureValue) -> String {
    value.number.map { Number.fixed($0, places: 4) } ?? "–"
  }

  /// Gold labels by predicted labels; of a triage, care needed by care assigned.
  static func confusion(_ table: ConfusionTable, _ kind: TaskDefinition.Kind) -> Grid {
    let hasLeftOut = table.leftOut.contains { $0 > 0 }
    var grid = Grid(
      [(kind == .triage ? "needed \\ assigned" : "gold \\ predicted", .left)]
        + table.labels.map { ($0, .right) } + (hasLeftOut ? [("left out", .right)] : []))
    for (gold, counts) in table.counts.enumerated() {
      grid.append(
        [table.labels[gold]] + counts.map(String.init)
          + (hasLeftOut ? [String(table.leftOut[gold])] : []))
    }
    return grid
  }

  /// The stages and the matrix with all digits: `reached(screen)`, `missed(screen)` …
  static func exact(_ card: Scorecard) -> [ValueRows.Exact] {
    guard let table = card.triage else { return [] }
    var rows: [ValueRows.Exact] = []
    func add(_ name: String, _ value: String, _ reason: String = "") {
      rows.append(ValueRows.Exact(name: name, value: value, undefined: reason))
    }
    for row in table.stages {
      add("reached(\(row.name))", String(row.reached))
      add("cases(\(row.name))", String(row.cases))
      add("passed(\(row.name))", String(row.passed))
      add("capacity(\(row.name))", row.capacity.map(String.init) ?? "")
      for (name, value) in [("sensitivity", row.sensitivity), ("fpr", row.falsePositiveRate)] {
        add("\(name)(\(row.name))", Number.exact(value), value.reason?.description ?? "")
      }
      add("missed(\(row.name))", String(row.missed))
      add("workload(\(row.name))", String(row.workload))
      add("cost(\(row.name))", Number.shortest(row.cost))
    }
    for care in table.care {
      let label = care.label.map { "(\($0))" } ?? ""
      add("under-triage\(label)", Number.exact(care.under), care.under.reason?.description ?? "")
      add("over-triage\(label)", Number.exact(care.over), care.over.reason?.description ?? "")
    }
    guard let matrix = card.confusion else { return rows }
    for (needed, counts) in matrix.counts.enumerated() {
      for (assigned, count) in counts.enumerated() {
        add("care(\(matrix.labels[needed]),\(matrix.labels[assigned]))", String(count))
      }
    }
    return rows
  }
}
