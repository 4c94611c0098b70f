internal import Measures
internal import Scoring

/// What is published of a submission's groups.
struct SubmissionGroups {
  private let card: ScorecardDocument?
  private let tables: [String]
  private let primary: String
  private let numbers: BoardNumbers

  init(_ submission: BoardSubmission, _ board: Leaderboard) {
    let card = submission.score?.scorecard
    self.card = card
    // As they were asked for; then what else there is.
    let asked = board.options.tables.map { $0.joined(separator: ",") }
    let known = Set(card?.groups?.keys.map(\.self) ?? [])
    tables = asked.filter(known.contains) + known.subtracting(asked).sorted()
    primary = board.standings.rules.primary.description
    numbers = BoardNumbers(decimals: board.standings.rules.policy.decimals)
  }

  /// Nil where there are neither groups nor gaps.
  var section: PageSection? {
    guard let card, card.groups != nil || card.gaps != nil else { return nil }
    var section = PageSection(id: "groups", title: "Groups")
    if let measure = drawn,
      let picture = GroupsPicture(
        card, measure: measure, tables: tables, decimals: numbers.decimals)
    {
      section.add(picture.picture)
    }
    for table in tables { section.add(grid(of: table), "By \(table.printable)") }
    section.add(gaps, "Gaps: the greatest value of a group less the least")
    section.add(between, "Between groups")
    return section
  }

  /// The primary measure where groups have it, or the first.
  private var drawn: String? {
    let measures = card?.groups?.values.lazy.compactMap { $0.values.first?.measures }.first
    guard let measures else { return nil }
    return measures[primary] == nil ? measures.keys.min() : primary
  }

  private func grid(of table: String) -> Grid {
    let groups = (card?.groups?[table] ?? [:]).sorted { $0.key < $1.key }
    let measures = Set(groups.flatMap { $0.value.measures.keys }).sorted {
      ($0 == primary ? 0 : 1, $0) < ($1 == primary ? 0 : 1, $1)
    }
    let hasTopics = groups.contains { $0.value.topics != nil }
    let hasBaseRates = groups.contains { $0.value.baseRate != nil }
    var grid = Grid(
      [("group", .left), ("n", .right)] + (hasTopics ? [("topics", .right)] : [])
        + (hasBaseRates ? [("base rate", .right)] : []) + measures.map { ($0.printable, .right) })
    for (name, group) in groups {
      grid.append(
        [name.printable, "\(group.units)"]
          + (hasTopics ? [group.topics.map(String.init) ?? "–"] : [])
          + (hasBaseRates ? [text(group.baseRate)] : []) + measures.map { text(group.measures[$0]) }
      )
    }
    return grid
  }

  private func text(_ cell: GroupValueDocument?) -> String {
    guard let cell else { return "–" }
    if cell.withheld != nil { return "withheld" }
    guard let value = cell.value else { return "–" }
    return numbers.plain(value) + (cell.small == true ? " (few)" : "")
      + (numbers.interval(cell.interval?.low, cell.interval?.high).map { " \($0)" } ?? "")
  }

  private var gaps: Grid {
    var grid = Grid([
      ("gap", .left), ("size", .right), ("interval", .right), ("of noise alone", .right),
      ("p", .right),
      ("highest and lowest", .left), ("groups", .right),
    ])
    for (table, gaps) in (card?.gaps ?? [:]).sorted(by: { $0.key < $1.key }) {
      for (measure, gap) in gaps.sorted(by: { $0.key < $1.key }) {
        let names = [gap.highest, gap.lowest].compactMap { $0?.printable }
        grid.append([
          "\(measure) by \(table)".printable, gap.value.map(numbers.plain) ?? "–",
          numbers.interval(gap.interval?.low, gap.interval?.high) ?? "–",
          gap.expected.map(numbers.plain) ?? "–", gap.p.map(numbers.probability) ?? "–",
          names.joined(separator: ", "), "\(gap.groupsUsed) of \(gap.groups)",
        ])
      }
    }
    return grid
  }

  private var between: Grid {
    var grid = Grid([
      ("measure", .left), ("value", .right), ("interval", .right), ("due to", .left),
      ("groups", .right),
    ])
    for (table, measures) in (card?.between ?? [:]).sorted(by: { $0.key < $1.key }) {
      for (measure, found) in measures.sorted(by: { $0.key < $1.key }) {
        let missing = found.withheld == true ? "withheld" : (found.undefined ?? "–").printable
        grid.append([
          "\(measure) by \(table)".printable, found.value.map(numbers.plain) ?? missing,
          numbers.interval(found.interval?.low, found.interval?.high) ?? "–",
          (found.responsible ?? []).map(\.printable).joined(separator: ", "),
          "\(found.groupsUsed) of \(found.groups)",
        ])
      }
    }
    return grid
  }
}
