/// Tables for documents, with all that is to be known of them: captions, notes and signatures.
struct CaptionedTables {
  /// What stands beneath one caption: a table, or one that is too wide in blocks.
  struct Table {
    let grids: [Grid]
    let caption: String

    init(_ grids: [Grid], _ caption: String) {
      self.grids = grids
      self.caption = caption
    }

    init(_ grid: Grid, _ caption: String) { self.init([grid], caption) }
  }

  let tables: [Table]
  let notes: [String]
  /// The table that the notes are about, where each stands alone.
  var placeOfNotes = 0
  let signatures: [String]

  /// Captions are paragraphs above their tables; notes and signatures stand beneath all of them.
  var markdown: String {
    tables.map { table in
      (table.caption.isEmpty ? "" : TerminalText.markdown(table.caption) + "\n\n")
        + table.grids.map { $0.markdown + "\n" }.joined()
    }.joined()
      + notes.map(NoteText.markdown).joined()
      + signatures.map { TerminalText.markdownSignature($0) + "\n" }.joined(separator: "\n")
  }

  /// Each table can stand alone in a paper: the signatures are in all captions.
  var latex: String {
    let notes = notes.map { " " + NoteText.sentence($0) }.joined()
    return tables.enumerated().map { place, table in
      table.grids.map {
        $0.latex(
          caption: table.caption + (place == placeOfNotes ? notes : ""), signatures: signatures)
      }.joined()
    }.joined()
  }
}
