internal import Measures
package import Scoring
internal import SharedTasks

/// Scorecards as text.
package struct ScorecardReport {
  let cards: [(file: String, card: Scorecard)]
  let showsUnits: Bool
  let showsPlot: Bool

  /// - Parameters:
  ///   - cards: each with the path of its submission.
  ///   - showsUnits: whether values of single units are shown as well.
  ///   - showsPlot: whether what can be drawn is drawn, beside a table for terminals.
  package init(
    _ cards: [(file: String, card: Scorecard)], showsUnits: Bool, showsPlot: Bool = false
  ) {
    self.cards = cards
    self.showsUnits = showsUnits
    self.showsPlot = showsPlot
  }

  package func rendered(as format: OutputFormat) throws -> String {
    switch format {
    case .json:
      let documents = cards.map { ScorecardDocument($0.card, perUnit: showsUnits) }
      return documents.count == 1 ? try JSONText.of(documents[0]) : try JSONText.of(documents)
    case .trecEval:
      return cards.map { file, card in
        TRECEvalText.of(
          card, name: cards.count > 1 ? Self.name(card, file) : nil, showsUnits: showsUnits)
      }.joined()
    case .table:
      return cards.count == 1
        ? single(cards[0].file, cards[0].card)
        : byTask.map(\.several).joined(separator: "\n")
    case .csv:
      return groupTables?.rendered(as: format) ?? (sweeps(.csv) ?? table(.csv)).csv
    case .markdown, .latex:
      return [document(format), groupTables?.rendered(as: format)].compactMap(\.self).joined(
        separator: format == .markdown ? "\n" : "")
    }
  }

  /// The values of the submissions, or of their units.
  func table(_ format: OutputFormat) -> Grid {
    if showsUnits { return units(format) }
    return cards.count == 1 ? values(of: cards[0].card, format) : manyIn(format)
  }

  /// What would be found with other capacities; nil where none was asked for.
  func sweeps(_ format: OutputFormat) -> Grid? {
    TriageReport.sweeps(
      names: names, cards.map(\.card.sweep), format)
  }

  /// How to read the table of values, in sentences without their end.
  ///
  /// - Parameter inColumns: whether measures are columns, of which the shown ones have intervals and
  ///   none says which way is better, and not rows, where all that stands beside the value.
  func legend(inColumns: Bool) -> [String] {
    let measures = cards.flatMap(\.card.measures).uniqued
    let legend =
      inColumns
      ? [intervals(of: cards.map(\.card.shown).uniqued), measures.legendOfDirections]
      : [intervals(of: measures)]
    return legend.filter { !$0.isEmpty }
  }

  /// How the intervals of those measures came about; empty where they have none.
  private func intervals(of shown: [Measure]) -> String {
    IntervalText.explanation(
      cards.flatMap { _, card in
        zip(card.measures, card.intervals?.all ?? []).filter { shown.contains($0.0) }
      }, units: cards[0].card.kind.units)
  }

  var signatures: [String] { cards.map(\.card.signature.description).uniqued }

  private func single(_ file: String, _ card: Scorecard) -> String {
    var text = "\(card.task), \(card.split): \(Self.name(card, file))\n"
    text += card.kind.counted(card.units) + "\n\n"
    text += values(of: card, .table).text
    text += legendText(inColumns: false)
    text += TriageReport.text(card)
    if let confusion = card.confusion {
      text += "\n" + TriageReport.confusion(confusion, card.kind).text
    }
    text += TriageReport.sweep(card, plotted: showsPlot)
    if let groups = card.groups { text += GroupText(groups, card.kind).text }
    if showsPlot { text += CurvePlot.text(card) }
    if showsUnits { text += unitsText }
    if !card.notes.isEmpty {
      text += "\n" + card.notes.map(NoteText.wrapped).joined()
    }
    return text + "\n\(card.signature)\n"
  }

  /// One row a measure.
  private func values(of card: Scorecard, _ format: OutputFormat) -> Grid {
    let rows = ValueRows(
      measures: card.measures, values: card.values, intervals: card.intervals,
      primary: card.primary)
    return format == .csv ? rows.exact(with: TriageReport.exact(card)) : rows.rounded
  }

  /// The legend beneath a table in a terminal.
  func legendText(inColumns: Bool) -> String {
    let lines = legend(inColumns: inColumns).map { TextWrap.wrapped($0) }
    return lines.isEmpty ? "" : "\n" + lines.joined()
  }

  /// The tables of groups; nil where nobody asked for any.
  private var groupTables: GroupTables? {
    guard cards.contains(where: { $0.card.groups != nil }) else { return nil }
    return GroupTables(cards: cards.map { (Self.name($0.card, $0.file), $0.card) })
  }

  var unitsText: String {
    guard showsUnits else { return "" }
    return "\n" + (hasUnits ? units(.table).text : NoteText.wrapped(Self.noteOnUnits))
  }

  var hasUnits: Bool { cards.contains { $0.card.perUnit != nil } }

  /// The measures that single units have values of.
  var unitMeasures: [Measure] { cards.flatMap { $0.card.perUnit?.measures ?? [] }.uniqued }

  static let noteOnUnits =
    "these measures are of all items together and have no value for a single one"

  private func units(_ format: OutputFormat) -> Grid {
    let several = cards.count > 1
    let measures = unitMeasures
    var grid = Grid(
      (several ? [("submission", .left)] : []) + [("unit", .left)]
        + measures.map { ($0.description, .right) })
    for (file, card) in cards {
      guard let table = card.perUnit else { continue }
      for (unit, values) in zip(table.units, table.values) {
        let cells = measures.map { measure in
          guard let column = table.measures.firstIndex(of: measure) else { return "" }
          return format == .csv
            ? Number.exact(values[column]) : Number.rounded(values[column], of: measure)
        }
        grid.append((several ? [Self.name(card, file)] : []) + [unit.printable] + cells)
      }
    }
    return grid
  }

  /// Team and run, or else the file.
  static func name(_ card: Scorecard, _ file: String) -> String {
    switch (card.team, card.run) {
    case (let team?, let run?): "\(team) / \(run)".printable
    case (nil, let run?): run.printable
    case (let team?, nil): "\(team) / \(file)".printable
    case (nil, nil): file == "-" ? "standard input" : file.printable
    }
  }
}

extension MeasureDefinition {
  /// Says which way is better where it is not the usual one.
  var directionMark: String? { direction == .lowerIsBetter ? "lower is better" : nil }
}

extension Sequence<Measure> {
  /// Names those that are better the lower they are, for tables with no room beside the values; empty
  /// where there are none.
  var legendOfDirections: String {
    let names = filter { $0.definition.direction == .lowerIsBetter }.map(\.description)
    return names.isEmpty ? "" : names.joined(separator: ", ") + ": lower is better"
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of its first place.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// Without characters that could move the cursor or hide text, and no longer than a line or two.
  package var printable: String { PrintableText.escaped(self, limit: 200) }
}
