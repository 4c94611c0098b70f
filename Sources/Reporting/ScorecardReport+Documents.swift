internal import Measures
internal import Scoring

/// Scorecards for documents: Markdown and LaTeX.
extension ScorecardReport {
  /// One part a task.
  func document(_ format: OutputFormat) -> String {
    let parts = byTask.map(\.captioned)
    return format == .latex
      ? parts.map(\.latex).joined() : parts.map(\.markdown).joined(separator: "\n")
  }

  /// The tables of submissions of one task: their values, and what a triage has besides.
  private var captioned: CaptionedTables {
    let card = cards[0].card
    var tables = [CaptionedTables.Table(table(.markdown), caption)]
    if cards.count == 1 { tables += TriageReport.captioned(card) }
    if let sweeps = sweeps(.markdown) {
      tables.append(CaptionedTables.Table(sweeps, TriageReport.sweepCaption))
    }
    return CaptionedTables(tables: tables, notes: notes, signatures: signatures)
  }

  /// What a table says of itself: which task, of whom, and how to read it.
  private var caption: String {
    let card = cards[0].card
    let who = cards.count > 1 ? "\(cards.count) submissions" : Self.name(card, cards[0].file)
    let legend =
      showsUnits
      ? [unitMeasures.legendOfDirections] : legend(inColumns: cards.count > 1)
    return
      (["\(card.task), \(card.split): \(who), \(card.kind.counted(card.units))"] + legend)
      .filter { !$0.isEmpty }.map { $0 + "." }.joined(separator: " ")
  }

  private var notes: [String] {
    let notes = cards.count == 1 ? cards[0].card.notes : notesOfSeveral
    // Values of single units have no intervals.
    let unseen = showsUnits ? Set(cards.flatMap { $0.card.intervals?.notes ?? [] }) : []
    return notes.filter { !unseen.contains($0) } + notesOnSweeps
      + (showsUnits && !hasUnits ? [Self.noteOnUnits] : [])
  }

  /// Which capacities have no value; of which submission, where there are several.
  private var notesOnSweeps: [String] {
    SubmissionNotes.together(
      cards.map { $0.card.sweep.map(TriageReport.reasons) ?? [] }, of: names)
  }
}
