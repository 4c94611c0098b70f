internal import Measures
package import Scoring
internal import SharedTasks

/// Scorecards as text.
package struct ScorecardReport {
  private let cards: [(file: String, card: Scorecard)]
  private let showsUnits: Bool
  private let showsPlot: Bool

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
    case .csv, .markdown, .latex:
      if cards.contains(where: { $0.card.groups != nil }) {
        return GroupTables(cards: cards.map { (Self.name($0.card, $0.file), $0.card) })
          .rendered(as: format)
      }
      let sweeps = TriageReport.sweeps(
        names: cards.map { Self.name($0.card, $0.file) }, cards.map(\.card.sweep), format)
      if format != .markdown, let sweeps {
        return sweeps.rendered(as: format, caption: caption)
      }
      let grid =
        showsUnits
        ? units(format) : cards.count == 1 ? values(of: cards[0].card, format) : manyIn(format)
      let stages =
        cards.count == 1 && format == .markdown ? TriageReport.markdown(cards[0].card) : ""
      return grid.rendered(as: format, caption: caption) + stages
        + (sweeps.map { "\n" + $0.markdown } ?? "")
    }
  }

  private var caption: String {
    cards.map(\.card.signature.description).uniqued.joined(separator: "; ")
  }

  private func single(_ file: String, _ card: Scorecard) -> String {
    var text = "\(card.task), \(card.split): \(Self.name(card, file))\n"
    text += "\(card.units) \(card.kind.units)\n\n"
    text += values(of: card, .table).text
    if let intervals = card.intervals { text += IntervalText.explanation(intervals, card) }
    text += TriageReport.text(card)
    if let confusion = card.confusion {
      text += "\n" + TriageReport.confusion(confusion, card.kind).text
    }
    text += TriageReport.sweep(card, plotted: showsPlot)
    if let groups = card.groups { text += GroupText(groups, card.kind).text }
    if showsPlot { text += CurvePlot.text(card) }
    if showsUnits { text += unitsText }
    for note in card.notes { text += "\nnote: \(note)" }
    if !card.notes.isEmpty { text += "\n" }
    return text + "\n\(card.signature)\n"
  }

  /// One row a measure.
  private func values(of card: Scorecard, _ format: OutputFormat) -> Grid {
    format == .csv ? exactValues(of: card) : roundedValues(of: card)
  }

  private func roundedValues(of card: Scorecard) -> Grid {
    let intervals = card.intervals
    var columns: [(String, Grid.Alignment)] = [("measure", .left), ("value", .right)]
    if let intervals { columns.append((IntervalText.header(intervals), .left)) }
    var grid = Grid(columns + [("", .left)])
    for (index, (measure, value)) in zip(card.measures, card.values).enumerated() {
      let reason = value.reason.map { "undefined: \($0)" }
      let remark = [
        measure == card.primary ? "primary" : nil, reason ?? measure.definition.directionMark,
      ].compactMap { $0 }.joined(separator: ", ")
      let interval = intervals.map { [IntervalText.rounded($0.all[index], of: measure)] } ?? []
      grid.append([measure.description, Number.rounded(value, of: measure)] + interval + [remark])
    }
    return grid
  }

  private func exactValues(of card: Scorecard) -> Grid {
    let hasIntervals = card.intervals != nil
    var grid = Grid(
      [("measure", .left), ("value", .right)]
        + (hasIntervals ? [("low", .right), ("high", .right)] : []) + [("undefined", .left)])
    for (index, (measure, value)) in zip(card.measures, card.values).enumerated() {
      let interval = card.intervals.map { IntervalText.exact($0.all[index]) } ?? []
      grid.append(
        [measure.description, Number.exact(value)] + interval
          + [value.reason?.description ?? ""])
    }
    TriageReport.append(card, to: &grid)
    return grid
  }

  /// One row a submission, one column a measure.
  private var several: String {
    let notes = notes
    return manyIn(.table).text + (notes.isEmpty ? "" : "\n" + notes) + unitsText
      + cards.map(pictures).joined() + "\n"
      + cards.map { "\($0.card.signature)\n" }.uniqued.joined()
  }

  /// What each of several submissions has beneath the table.
  private func pictures(_ file: String, _ card: Scorecard) -> String {
    let name = Self.name(card, file)
    let sweep = TriageReport.sweep(card, plotted: showsPlot)
    let groups = card.groups.map { GroupText($0, card.kind).text } ?? ""
    return (sweep.isEmpty && groups.isEmpty ? "" : "\n" + name + "\n" + sweep + groups)
      + (showsPlot ? CurvePlot.text(card, name: name) : "")
  }

  /// A report for each task: their measures have little in common.
  private var byTask: [ScorecardReport] {
    cards.map(\.card.task).uniqued.map { task in
      ScorecardReport(
        cards.filter { $0.card.task == task }, showsUnits: showsUnits, showsPlot: showsPlot)
    }
  }

  private func manyIn(_ format: OutputFormat) -> Grid {
    let measures = cards.flatMap(\.card.measures).uniqued
    let intervals = cards.compactMap(\.card.intervals).first
    // For people only the primary measure has one: a table of all would be wider than a page.
    func showsInterval(_ measure: Measure) -> Bool {
      intervals != nil && (format == .csv || cards.contains { $0.card.shown == measure })
    }
    var columns: [(String, Grid.Alignment)] = [("submission", .left)]
    for measure in measures {
      columns.append((measure.description, .right))
      guard let intervals, showsInterval(measure) else { continue }
      columns +=
        format == .csv
        ? [("\(measure) low", .right), ("\(measure) high", .right)]
        : [(IntervalText.header(intervals), .left)]
    }
    var grid = Grid(columns)
    for (file, card) in cards {
      var cells = [Self.name(card, file)]
      for measure in measures {
        let column = card.measures.firstIndex(of: measure)
        let interval = column.flatMap { card.intervals?.all[$0] }
        let value = column.map { card.values[$0] }
        if format == .csv {
          cells.append(value.map(Number.exact) ?? "")
          if showsInterval(measure) { cells += IntervalText.exact(interval) }
        } else {
          cells.append(value.map { Number.rounded($0, of: measure) } ?? "")
          if showsInterval(measure) { cells.append(IntervalText.rounded(interval, of: measure)) }
        }
      }
      grid.append(cells)
    }
    return grid
  }

  /// What there is to say of several submissions; of which, where it is not of all.
  private var notes: String {
    let lines = cards.map { file, card in
      zip(card.measures, card.values).compactMap { measure, value in
        value.reason.map { "\(measure) is undefined: \($0)" }
      } + card.notes
    }
    return lines.flatMap(\.self).uniqued.map { line in
      let places = cards.indices.filter { lines[$0].contains(line) }
      guard places.count < cards.count else { return "note: \(line)\n" }
      let names = places.map { Self.name(cards[$0].card, cards[$0].file) }
      return "note: \(names.joined(separator: ", ")): \(line)\n"
    }.joined()
  }

  private var unitsText: String {
    guard showsUnits else { return "" }
    let hasUnits = cards.contains { $0.card.perUnit != nil }
    return hasUnits
      ? "\n" + units(.table).text
      : "\nnote: these measures are of all items together and have no value for a single one\n"
  }

  private func units(_ format: OutputFormat) -> Grid {
    let several = cards.count > 1
    let measures = cards.flatMap { $0.card.perUnit?.measures ?? [] }.uniqued
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
  private static func name(_ card: Scorecard, _ file: String) -> String {
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
