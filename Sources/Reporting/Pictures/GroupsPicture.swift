internal import Measures
internal import Scoring

/// A measure of each group of people, with intervals, beside that of all.
struct GroupsPicture {
  struct Group {
    let name: String
    /// How many units it has; nil where that is not told.
    let units: Int?
    /// Nil where it is undefined or not told.
    let value: Double?
    var interval: PictureInterval?
    /// Shown, and kept out of gaps.
    var isSmall = false
    /// Fewer are behind it than may be told.
    var isWithheld = false
  }

  /// Groups of one attribute, or of several that are crossed.
  struct Section {
    let attribute: String
    let groups: [Group]
  }

  let sections: [Section]
  let measure: String
  var isLowerBetter: Bool?
  /// The measure of all units.
  var overall: Double?
  var confidence: Double?
  var limits: ClosedRange<Double>?
  var decimals = 4

  private static let counted = PictureMark(shape: .disc, hue: .blue)
  private static let small = PictureMark(shape: .square, isHollow: true, hue: .purple)

  func picture(_ id: PictureID) -> Picture {
    let groups = sections.flatMap(\.groups)
    let plot = DotPlot(
      rows: sections.flatMap { section in
        [DotPlot.Row(isHeading: true, name: section.attribute)] + section.groups.map(row)
      },
      axis: measure
        + (isLowerBetter.map { $0 ? ", lower is better" : ", higher is better" } ?? ""),
      limits: limits, reference: overall?.drawable.map { ($0, "all: \(number($0))") },
      legend: groups.contains(where: \.isSmall)
        ? [(Self.counted, "group"), (Self.small, "small group, not part of gaps")] : [])
    return Picture(
      id, title: "\(measure) by group", description: words, table: table, height: plot.height,
      drawing: plot.drawing)
  }

  private func row(_ group: Group) -> DotPlot.Row {
    let value = group.isWithheld ? nil : group.value?.drawable
    let interval = value == nil ? nil : group.interval
    return DotPlot.Row(
      name: group.name, count: group.units.map { "n=\($0)" } ?? "", value: value,
      interval: interval, mark: group.isSmall ? Self.small : Self.counted,
      text: value.map {
        number($0) + (interval.map { " [\(number($0.low)), \(number($0.high))]" } ?? "")
      } ?? "–", remark: group.isWithheld ? "withheld: too few to tell" : "undefined")
  }

  private func number(_ value: Double) -> String {
    Number.fixed(value, places: min(max(decimals, 0), 9))
  }

  private var words: String {
    let groups = sections.flatMap(\.groups).filter { !$0.isWithheld }
    var words = "One row a group."
    if let overall = overall?.drawable { words += " Of all: \(number(overall))." }
    let counted = groups.filter { !$0.isSmall && $0.value?.drawable != nil }
    if counted.count > 1,
      let most = counted.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let least = counted.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let high = most.value, let low = least.value
    {
      words +=
        " From \(number(low)) of \(least.name.printable) to \(number(high)) of "
        + "\(most.name.printable)."
    }
    if let confidence { words += " Lines are \(Number.percent(confidence)) intervals." }
    return words
  }

  private var table: Grid {
    var grid = Grid([
      ("attribute", .left), ("group", .left), ("n", .right), (measure.printable, .right),
      ("low", .right),
      ("high", .right), ("", .left),
    ])
    for section in sections {
      for group in section.groups {
        let value = group.isWithheld ? nil : group.value?.drawable
        let interval = value == nil ? nil : group.interval
        grid.append([
          section.attribute.printable, group.name.printable, group.units.map(String.init) ?? "–",
          value.map(number) ?? "–", interval.map { number($0.low) } ?? "",
          interval.map { number($0.high) } ?? "",
          group.isWithheld ? "withheld" : group.isSmall ? "small" : value == nil ? "undefined" : "",
        ])
      }
    }
    return grid
  }
}

extension GroupsPicture {
  /// One measure of a report.
  ///
  /// - Parameter measure: its position among the report's; nil comes of one that it has not.
  init?(_ report: GroupReport, measure: Int, decimals: Int = 4) {
    guard report.measures.indices.contains(measure) else { return nil }
    let definition = report.measures[measure].definition
    self.init(
      sections: report.tables.map { table in
        Section(
          attribute: table.attributes.joined(separator: " × "),
          groups: table.groups.map { group in
            let cell = group.cells[measure]
            return Group(
              name: group.name, units: group.units, value: cell.value?.number,
              interval: cell.interval.flatMap { PictureInterval($0.low, $0.high) },
              isSmall: cell.standing == .small,
              isWithheld: cell.standing == .withheld || cell.standing == .withheldForOthers)
          })
      }, measure: report.measures[measure].description,
      isLowerBetter: definition.direction == .lowerIsBetter
        ? true : definition.direction == .higherIsBetter ? false : nil,
      overall: report.overall[measure].number, confidence: report.confidence, decimals: decimals)
  }
}
