internal import Inference
internal import Measures
internal import Scoring

/// The tables of a comparison. Systems have the numbers of their rows in the first.
struct ComparisonGrids {
  let comparison: Comparison
  /// The number of each system, in the order of the files.
  private let numbers: [Int]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    var numbers = Array(repeating: 0, count: comparison.systems.count)
    for (row, system) in comparison.order.enumerated() { numbers[system] = row + 1 }
    self.numbers = numbers
  }

  private var measure: Measure { comparison.measure }
  private var interval: String {
    Number.percent(comparison.request.confidence) + " interval"
  }

  /// One row a system, the best first.
  func systems(for format: OutputFormat) -> Grid {
    let systems = comparison.systems
    var columns: [(String, Grid.Alignment, (ComparedSystem) -> String)] = [
      (measureName, .right, { rounded($0.value) })
    ]
    if systems.contains(where: { $0.interval != nil }) {
      columns.append((interval, .right, { $0.interval.map(bounds) ?? "–" }))
    }
    if systems.contains(where: { $0.ranks != nil }) {
      columns.append(("ranks", .right, { $0.ranks.map(Self.ranks) ?? "–" }))
      columns.append(
        (
          "first", .right,
          { $0.ranks.map { Number.fixed($0.probabilityOfFirst, places: 2) } ?? "–" }
        ))
    }
    if systems.contains(where: { $0.letters?.isEmpty == false }) {
      columns.append(("groups", .left, { $0.letters ?? "" }))
    }
    let cells = systems.map { system in columns.map { $0.2(system) } }
    // On a terminal names have what the numbers leave of 80 columns.
    let taken = columns.indices.reduce("\(systems.count)".count + 2) { sum, column in
      sum + 2
        + (cells.map { $0[column] } + [columns[column].0]).map(TerminalText.width).reduce(0, max)
    }
    let room = format == .table ? max(12, Grid.terminalWidth - taken) : .max
    var grid = Grid([("", .right), ("system", .left)] + columns.map { ($0.0, $0.1) })
    for system in comparison.order {
      grid.append(
        ["\(numbers[system])", TextWrap.shortened(systems[system].name.text, to: room)]
          + cells[system])
    }
    return grid
  }

  /// The name of the measure, where it is no wider than its values.
  private var measureName: String {
    measure.description.count <= 16 ? measure.description : "value"
  }

  /// The pairs in the order of the table of systems.
  private var pairsInOrder: [ComparedPair] {
    comparison.pairs.sorted { a, b in
      (numbers[a.first], numbers[a.second]) < (numbers[b.first], numbers[b.second])
    }
  }

  /// One row a pair, with the columns that any of them has something in.
  var pairs: Grid {
    let hasInterval = comparison.pairs.contains { $0.interval != nil }
    let hasEffect = comparison.pairs.contains { $0.effect.number != nil }
    let names =
      ["difference"] + (hasInterval ? [interval] : []) + (hasEffect ? ["effect"] : []) + ["p"]
      + corrected
    var grid = Grid([("pair", .left)] + names.map { ($0, .right) } + [("", .left)])
    for pair in pairsInOrder {
      var cells = [name(pair), pair.difference.number.map(signed) ?? "–"]
      if hasInterval { cells.append(pair.interval.map { bounds($0) } ?? "–") }
      if hasEffect { cells.append(pair.effect.number.map { Number.fixed($0, places: 2) } ?? "–") }
      grid.append(
        cells + probabilities(pair.p, pair.adjusted, isCorrected: comparison.isCorrected)
          + [Self.marks(pair)])
    }
    return grid
  }

  /// Adjusted p-values of all pairs, in blocks of columns that fit into a terminal.
  var matrix: [Grid] {
    let order = comparison.order
    let name = corrected.first ?? "p"
    // `<0.0001***` and what is between columns.
    let cell = 12
    let block = max(1, (Grid.terminalWidth - name.count) / cell)
    return stride(from: 1, to: order.count, by: block).map { first in
      let columns = first..<min(first + block, order.count)
      var grid = Grid([(name, .right)] + columns.map { ("\($0 + 1)", .right) })
      for row in 0..<(columns.upperBound - 1) {
        grid.append(
          ["\(row + 1)"]
            + columns.map { column in
              guard column > row, let pair = comparison.pair(order[row], order[column]) else {
                return ""
              }
              return pair.adjusted.number.map { Number.probability($0) + Self.marks(pair) } ?? "–"
            })
      }
      return grid
    }
  }

  /// Whether pairs are shown to differ by less than matters; nil where that was not asked.
  var equivalence: Grid? {
    guard comparison.request.equivalence != nil else { return nil }
    var grid = Grid(
      [("pair", .left), ("p of differing", .right)]
        + correctedEquivalence.map { ($0, .right) } + [("equivalent", .left)])
    for pair in pairsInOrder {
      guard let found = pair.equivalence else { continue }
      grid.append(
        [name(pair)]
          + probabilities(found.p, found.adjusted, isCorrected: !correctedEquivalence.isEmpty)
          + [found.p.number == nil ? "–" : found.isShown ? "yes" : "not shown"])
    }
    return grid
  }

  /// What it takes to tell pairs apart; nil where that was not asked.
  var power: Grid? {
    guard comparison.request.wantsPower else { return nil }
    var grid = Grid([
      ("pair", .left), ("units needed", .right), ("smallest difference", .right),
    ])
    for pair in pairsInOrder {
      guard let power = pair.power else { continue }
      grid.append([
        name(pair), power.units.number.map { Number.fixed($0, places: 0) } ?? "–",
        power.smallestDifference.number.map { rounded(.number($0)) } ?? "–",
      ])
    }
    return grid
  }
}

extension ComparisonGrids {
  /// The column of corrected p-values, as `p (Holm)`; none without a correction.
  private var corrected: [String] {
    comparison.isCorrected ? Self.column(comparison.request.effectiveCorrection) : []
  }

  /// The same of the tests of equivalence.
  private var correctedEquivalence: [String] {
    comparison.isEquivalenceCorrected ? Self.column(comparison.request.correction) : []
  }

  private static func column(_ correction: Correction) -> [String] {
    switch correction {
    case .holm: ["p (Holm)"]
    case .benjaminiHochberg: ["p (BH)"]
    case .benjaminiYekutieli: ["p (BY)"]
    case .none: []
    }
  }

  /// The cells of a p-value and of the corrected one, where there is such a column.
  private func probabilities(
    _ p: ComparedValue, _ adjusted: ComparedValue, isCorrected: Bool
  ) -> [String] {
    [p, adjusted].prefix(isCorrected ? 2 : 1).map { $0.number.map(Number.probability) ?? "–" }
  }

  func name(_ pair: ComparedPair) -> String {
    "\(numbers[pair.first]) − \(numbers[pair.second])"
  }

  private func rounded(_ value: MeasureValue) -> String { Number.rounded(value, of: measure) }

  private func signed(_ number: Double) -> String {
    (number > 0 ? "+" : "") + rounded(.number(number))
  }

  private func bounds(_ interval: ComparisonInterval) -> String {
    "[\(rounded(.number(interval.low))), \(rounded(.number(interval.high)))]"
  }

  private static func ranks(_ ranks: RankRange) -> String {
    ranks.low == ranks.high ? "\(ranks.low)" : "\(ranks.low)–\(ranks.high)"
  }

  private static func marks(_ pair: ComparedPair) -> String {
    String(repeating: "*", count: pair.marks)
  }
}
