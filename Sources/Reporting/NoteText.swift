internal import SharedTasks

/// Things that are not wrong but that a reader should know, as they are shown.
enum NoteText {
  /// For terminals: lines after the first stand under its words.
  static func wrapped(_ note: String) -> String {
    let lines = TextWrap.lines(line(note), width: Grid.terminalWidth, hanging: 2)
    return lines.joined(separator: "\n  ") + "\n"
  }

  /// A paragraph of its own.
  static func markdown(_ note: String) -> String { TerminalText.markdown(line(note)) + "\n\n" }

  /// A sentence of a caption.
  static func sentence(_ note: String) -> String { "N" + line(note).dropFirst() + "." }

  /// Names of files and measures in it are text of anybody.
  private static func line(_ note: String) -> String {
    PrintableText.escaped("note: \(note)", limit: 2000)
  }
}
