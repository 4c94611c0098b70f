/// Tables for documents, with all that is to be known of them: captions, notes and signatures.
struct CaptionedTables {
  /// The first is what the rest belongs to.
  let tables: [(grid: Grid, caption: String)]
  let notes: [String]
  let signatures: [String]

  /// Captions are paragraphs above their tables; notes and signatures stand beneath all of them.
  var markdown: String {
    tables.map { grid, caption in
      (caption.isEmpty ? "" : TerminalText.markdown(caption) + "\n\n") + grid.markdown + "\n"
    }.joined()
      + notes.map(NoteText.markdown).joined()
      + signatures.map { TerminalText.markdownSignature($0) + "\n" }.joined(separator: "\n")
  }

  /// Each table can stand alone in a paper: the signatures are in all captions, notes in the first.
  var latex: String {
    let notes = notes.map { " " + NoteText.sentence($0) }.joined()
    return tables.enumerated().map { place, table in
      table.grid.latex(
        caption: table.caption + (place == 0 ? notes : ""), signatures: signatures)
    }.joined()
  }
}
