internal import Measures
internal import Scoring

/// Several submissions as one table.
extension ScorecardReport {
  /// One row a submission, one column a measure.
  var several: String {
    let notes = notesOfSeveral.map(NoteText.wrapped).joined()
    let tables = manyIn(.table).blocks.map(\.text)
    return tables.joined(separator: "\n") + legendText(inColumns: true)
      + (notes.isEmpty ? "" : "\n" + notes)
      + unitsText
      + cards.map(pictures).joined() + "\n"
      + signatures.map { "\($0)\n" }.joined()
  }

  /// What the submissions are called.
  var names: [String] { cards.map { Self.name($0.card, $0.file) } }

  /// What each of several submissions has beneath the table.
  private func pictures(_ file: String, _ card: Scorecard) -> String {
    let name = Self.name(card, file)
    let sweep = TriageReport.sweep(card, plotted: showsPlot)
    let groups = card.groups.map { GroupText($0, card.kind).text } ?? ""
    return (sweep.isEmpty && groups.isEmpty ? "" : "\n" + name + "\n" + sweep + groups)
      + (showsPlot ? CurvePlot.text(card, name: name) : "")
  }

  /// A report for each task: their measures have little in common.
  var byTask: [ScorecardReport] {
    cards.map(\.card.task).uniqued.map { task in
      ScorecardReport(
        cards.filter { $0.card.task == task }, showsUnits: showsUnits, showsPlot: showsPlot)
    }
  }

  func manyIn(_ format: OutputFormat) -> Grid {
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
  var notesOfSeveral: [String] {
    let lines = cards.map { file, card in
      zip(card.measures, card.values).compactMap { measure, value in
        value.reason.map { "\(measure) is undefined: \($0)" }
      } + card.notes
    }
    return SubmissionNotes.together(lines, of: names)
  }
}
