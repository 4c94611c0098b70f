internal import Measures
internal import Scoring

/// What measures between groups say of a table.
struct BetweenWords {
  private let report: GroupReport
  private let table: GroupTable

  init(_ report: GroupReport, _ table: GroupTable) {
    self.report = report
    self.table = table
  }

  /// A sentence a measure.
  var sentences: [String] {
    table.between.map { between in
      var text = "\(between.measure)"
      if let mark = between.measure.definition.directionMark { text += " (\(mark))" }
      guard let value = between.value else {
        return text + ": withheld, as small groups could be told from it"
      }
      if let reason = value.reason {
        text += ": no value, as \(reason)"
      } else {
        text += ": " + Number.rounded(value, of: between.measure)
        if between.interval != nil {
          text += " " + IntervalText.rounded(between.interval, of: between.measure)
        }
        if let names = names(between) { text += ", due to \(names)" }
      }
      return text + "; " + used(between) + leftOut(between)
    }
  }

  /// One row a measure.
  var grid: Grid {
    let hasTopics = table.between.contains { $0.topics != nil }
    var grid = Grid(
      [
        ("between groups", .left), ("value", .right),
        ("\(Number.percent(report.confidence)) interval", .right), ("due to", .left),
        ("groups used", .right),
      ] + (hasTopics ? [("topics used", .right)] : []))
    for between in table.between {
      grid.append(
        [
          between.measure.description,
          between.value.map { Number.rounded($0, of: between.measure) } ?? "withheld",
          IntervalText.rounded(between.interval, of: between.measure),
          names(between) ?? "–", "\(between.used) of \(between.total)",
        ] + (hasTopics ? [between.topics.map { "\($0.used) of \($0.total)" } ?? "–"] : []))
    }
    return grid
  }

  /// Which values there are not, and why.
  var reasons: [String] {
    table.between.compactMap { between in
      between.value?.reason.map { "\(between.measure) by \(by) is undefined: \($0)" }
    }
  }

  /// The groups that a value is due to; nil where the measure does not know any.
  func names(_ between: BetweenGroups) -> String? {
    between.responsible.isEmpty
      ? nil : between.responsible.map { table.groups[$0].name.printable }.joined(separator: " and ")
  }

  func used(_ between: BetweenGroups) -> String {
    let groups = "\(between.used) of \(between.total) groups used"
    return between.topics.map { "mean over \($0.used) of \($0.total) topics; \(groups)" } ?? groups
  }

  private var by: String { table.attributes.map(\.printable).joined(separator: " and ") }

  /// Which groups are not compared.
  private func leftOut(_ between: BetweenGroups) -> String {
    let small = zip(table.groups, between.isCompared).filter { !$1 }.map(\.0)
    return small.isEmpty
      ? ""
      : " (\(GapWords.listed(small.map(\.name.printable))): fewer than "
        + "\(max(1, report.minimumSize))"
        + (between.measure.isOfClassesOfGroups ? " that are positive, or that are not)" : ")")
  }
}
