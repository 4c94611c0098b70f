/// Text in the columns that there are.
enum TextWrap {
  /// Lines of at most `width` columns, but for longer words.
  static func wrapped(_ text: String, width: Int = Grid.terminalWidth) -> String {
    lines(text, width: width).map { $0 + "\n" }.joined()
  }

  /// Lines, of which those after the first have `hanging` columns less.
  static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let room = lines.isEmpty ? width : width - hanging
      if !line.isEmpty, TerminalText.width(line) + 1 + TerminalText.width(String(word)) > room {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A text of at most `width` columns, without its end.
  static func clipped(_ text: String, to width: Int) -> String {
    guard TerminalText.width(text) > width else { return text }
    var clipped = text
    while TerminalText.width(clipped) > width - 1 { clipped.removeLast() }
    return clipped + "…"
  }

  /// A name of at most `most` columns, without its middle: runs of one team differ at the end.
  static func shortened(_ name: String, to most: Int) -> String {
    guard TerminalText.width(name) > most else { return name }
    var (head, tail) = (name[...], name[...])
    while TerminalText.width(String(head)) > most / 2 { head.removeLast() }
    while TerminalText.width(String(tail)) > most - 1 - most / 2 { tail.removeFirst() }
    return head + "…" + tail
  }
}
