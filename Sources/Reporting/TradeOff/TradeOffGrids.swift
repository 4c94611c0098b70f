internal import Inference
internal import Measures
internal import Scoring

/// The tables of a trade-off.
struct TradeOffGrids {
  let tradeOff: TradeOff
  /// Positions of the systems, the most useful first; those without a place last.
  let order: [Int]

  init(_ tradeOff: TradeOff) {
    self.tradeOff = tradeOff
    let points = tradeOff.front.points
    let isLower = TradeOff.better(tradeOff.question.utility) == .lower
    order = points.indices.sorted { first, second in
      switch (points[first], points[second]) {
      case (let a?, let b?) where a.utility != b.utility:
        isLower ? a.utility < b.utility : a.utility > b.utility
      case (let a?, let b?) where a.unfairness != b.unfairness: a.unfairness < b.unfairness
      case (_?, nil): true
      case (nil, _?): false
      default: first < second
      }
    }
  }

  /// How a system is called in pictures: A, B, … by its place in the tables.
  func label(_ system: Int) -> Character {
    let labels = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    guard let place = order.firstIndex(of: system), place < labels.count else { return "•" }
    return labels[place]
  }

  var unfairness: String { tradeOff.question.unfairness.description.printable }

  func utility(_ number: Double) -> String {
    Number.rounded(.number(number), of: tradeOff.question.utility)
  }

  func gap(_ number: Double) -> String {
    Number.rounded(.number(number), of: tradeOff.question.compared)
  }

  func names(_ systems: [Int]) -> String {
    systems.map { tradeOff.systems[$0].name.text }.joined(separator: ", ")
  }

  /// One row a submission; on a terminal names have what the numbers leave of its width.
  func systems(for format: OutputFormat) -> Grid {
    var columns: [(head: String, alignment: Grid.Alignment, cell: (Int) -> String)] = [
      (
        tradeOff.question.utility.description, .right,
        { Number.rounded(tradeOff.systems[$0].utility, of: tradeOff.question.utility) }
      ),
      ("gap", .right, { tradeOff.systems[$0].gap.finding.map { gap($0.difference) } ?? "–" }),
    ]
    if tradeOff.systems.contains(where: { $0.gap.finding?.chance != nil }) {
      columns.append(
        (
          "by noise", .right,
          { tradeOff.systems[$0].gap.finding?.chance.map { gap($0.expected) } ?? "–" }
        ))
    }
    columns.append(("front", .left, { tradeOff.front.contains($0) ? "yes" : "" }))
    if let probability = tradeOff.probability {
      columns.append(
        ("chance", .right, { probability.shares[$0].map { Number.fixed($0, places: 2) } ?? "–" }))
    }
    let rows = order.map { system in columns.map { $0.cell(system) } }
    let taken = columns.indices.reduce(3) { sum, column in
      sum + 2
        + (rows.map { $0[column] } + [columns[column].head]).map(TerminalText.width).reduce(0, max)
    }
    var grid = Grid(
      [("", .left), ("submission", .left)] + columns.map { ($0.head, $0.alignment) })
    for (system, cells) in zip(order, rows) {
      let name = tradeOff.systems[system].name.text
      grid.append(
        [
          String(label(system)),
          format == .table
            ? TextWrap.shortened(name, to: max(12, Grid.terminalWidth - taken)) : name,
        ] + cells)
    }
    return grid
  }

  /// Between whom each gap is.
  var pairs: Grid {
    var grid = Grid([
      ("", .left), ("highest", .left), ("lowest", .left), ("groups used", .right),
    ])
    for index in order {
      let system = tradeOff.systems[index]
      func cell(_ group: Int?) -> String {
        guard let group, let value = system.table.groups[group].cells[0].value else { return "–" }
        return TextWrap.shortened(system.table.groups[group].name.printable, to: 16) + " "
          + GroupGrids.text(value, of: tradeOff.question.compared)
      }
      grid.append([
        String(label(index)), cell(system.gap.finding?.highest), cell(system.gap.finding?.lowest),
        "\(system.gap.used) of \(system.gap.total)",
      ])
    }
    return grid
  }

  /// What each bound on unfairness costs.
  var price: Grid {
    var grid = Grid([
      ("gap at most", .right), ("best \(tradeOff.question.utility)", .right), ("lost", .right),
      ("by", .left),
    ])
    for step in tradeOff.front.price {
      grid.append([
        gap(step.atMost), utility(step.utility), utility(step.lost), names(step.systems),
      ])
    }
    return grid
  }

  /// All of it with every digit.
  var exact: Grid {
    var grid = Grid([
      ("submission", .left), ("utility", .right), ("unfairness", .right), ("highest", .left),
      ("lowest", .left), ("groups_used", .right), ("groups", .right), ("low", .right),
      ("high", .right), ("expected", .right), ("p", .right), ("on_front", .left),
      ("probability_on_front", .right), ("lost", .right), ("note", .left),
    ])
    func digits(_ number: Double?) -> String { number.map(Number.shortest) ?? "" }
    for (index, system) in tradeOff.systems.enumerated() {
      let finding = system.gap.finding
      func name(_ group: Int?) -> String {
        group.map { system.table.groups[$0].name.printable } ?? ""
      }
      let step = tradeOff.front.price.first { $0.systems.contains(index) }
      let values = [
        Number.exact(system.utility), digits(finding?.difference), name(finding?.highest),
        name(finding?.lowest), "\(system.gap.used)", "\(system.gap.total)",
        digits(finding?.interval?.low), digits(finding?.interval?.high),
        digits(finding?.chance?.expected), digits(finding?.chance?.p),
      ]
      let placed = [
        tradeOff.front.contains(index) ? "yes" : "no", digits(tradeOff.probability?.shares[index]),
        digits(step?.lost), system.whyLeftOut ?? "",
      ]
      grid.append([system.name.text] + values + placed)
    }
    return grid
  }
}
