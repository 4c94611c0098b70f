internal import Inference
internal import Scoring

/// An outcome of the subgroups that differ most from all, and whether a test says so.
struct AuditPicture {
  struct Row {
    let name: String
    /// Nil where that is not told.
    let units: Int?
    let value: Double?
    var interval: PictureInterval?
    /// After the correction for all subgroups; nil where it was not tested.
    var p: Double?
  }

  /// The largest deviation first.
  let rows: [Row]
  let outcome: String
  /// The outcome of all.
  var overall: Double?
  /// Below it a subgroup is told from the others.
  var level = 0.05
  var limits: ClosedRange<Double>?
  var decimals = 4

  /// Subgroups that are drawn; the table has all.
  static let most = 20
  private static let found = PictureMark(shape: .diamond, hue: .vermillion)
  private static let open = PictureMark(shape: .disc, isHollow: true, hue: .blue)

  func picture(_ id: PictureID) -> Picture {
    let plot = DotPlot(
      rows: rows.prefix(Self.most).map { row in
        DotPlot.Row(
          name: row.name, count: row.units.map { "n=\($0)" } ?? "", value: row.value?.drawable,
          interval: row.interval, mark: isFound(row) ? Self.found : Self.open, text: text(row),
          remark: "not told")
      }, axis: outcome, limits: limits,
      reference: overall?.drawable.map { ($0, "all: \(number($0))") },
      legend: [
        (Self.found, "differs, p < \(Number.shortest(level)) after correction"),
        (Self.open, "no test says so"),
      ])
    return Picture(
      id, title: "\(outcome) of subgroups", description: words, table: table, height: plot.height,
      drawing: plot.drawing)
  }

  private func isFound(_ row: Row) -> Bool { row.p.map { $0 < level } ?? false }

  private func number(_ value: Double) -> String {
    Number.fixed(value, places: min(max(decimals, 0), 9))
  }

  /// Behind the letter p.
  private func probability(_ p: Double) -> String {
    let text = Number.probability(p, decimals: decimals)
    return text.hasPrefix("<") ? "< " + text.dropFirst() : "= " + text
  }

  private func text(_ row: Row) -> String {
    guard let value = row.value?.drawable else { return "–" }
    return number(value) + (row.p?.drawable.map { ", p " + probability($0) } ?? "")
  }

  private var words: String {
    let found = rows.count(where: isFound)
    var words = "The \(outcome) of \(rows.count) subgroups, the largest deviation first"
    words += rows.count > Self.most ? "; the first \(Self.most) are drawn. " : ". "
    words += "\(found) differ from the others after correction."
    if let overall = overall?.drawable { words += " Of all: \(number(overall))." }
    return words
  }

  private var table: Grid {
    var grid = Grid([
      ("subgroup", .left), ("n", .right), (outcome.printable, .right), ("low", .right),
      ("high", .right),
      ("p", .right),
    ])
    for row in rows {
      grid.append([
        row.name.printable, row.units.map(String.init) ?? "–",
        row.value?.drawable.map(number) ?? "–", row.interval.map { number($0.low) } ?? "",
        row.interval.map { number($0.high) } ?? "",
        row.p?.drawable.map { Number.probability($0, decimals: decimals) } ?? "",
      ])
    }
    return grid
  }
}

extension AuditPicture {
  init(_ audit: Audit, decimals: Int = 4) {
    self.init(
      rows: audit.cells.map { cell in
        Row(
          name: audit.name(of: cell.subgroup.conjunction), units: cell.subgroup.units,
          value: cell.subgroup.value,
          interval: PictureInterval(cell.interval?.low, cell.interval?.high),
          p: cell.subgroup.adjusted.holm)
      }, outcome: audit.request.outcome.words, overall: audit.findings.overall,
      limits: audit.request.outcome.kind == .number ? nil : 0...1,
      decimals: decimals)
  }
}
