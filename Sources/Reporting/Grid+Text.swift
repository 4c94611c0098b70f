extension Grid {
  /// The columns of a terminal that nobody has made wider.
  static let terminalWidth = 80

  /// For terminals: columns apart by two spaces, a line under the header. Words in the last column
  /// go on below where they would be beyond the terminal's width.
  var text: String { text(beneath: []) }

  /// The same with a line of text under each row.
  func text(beneath remarks: [String]) -> String {
    var widths = widths
    let taken = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let room = Self.terminalWidth - taken
    let wraps = alignments.last == .left && room >= Self.narrowestWords
    if wraps, let last = widths.indices.last { widths[last] = min(widths[last], room) }
    func line(_ cells: [String]) -> String {
      var line = cells.indices.map { column in
        let missing = widths[column] - TerminalText.width(cells[column])
        let pad = String(repeating: " ", count: max(0, missing))
        return alignments[column] == .left ? cells[column] + pad : pad + cells[column]
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    func lines(_ cells: [String]) -> String {
      guard wraps, let words = cells.last, TerminalText.width(words) > room else {
        return line(cells)
      }
      let broken = TextWrap.lines(words, width: room)
      return broken.enumerated().map { place, words in
        line(place == 0 ? cells.dropLast() + [words] : cells.dropLast().map { _ in "" } + [words])
      }.joined()
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return line(header) + line(rule)
      + rows.enumerated().map { index, row in
        lines(row) + (index < remarks.count ? remarks[index] : "")
      }.joined()
  }

  /// What the words of a last column need at least to be read when they are broken.
  private static let narrowestWords = 24

  private var widths: [Int] {
    header.indices.map { column in
      ([header] + rows).map { TerminalText.width($0[column]) }.max() ?? 0
    }
  }

  /// The grid in blocks of columns that fit into a terminal, each with the first column, whose names
  /// are shortened where they leave no room.
  ///
  /// Words stay beside the number before them: they belong to it.
  var blocks: [Grid] {
    let widths = widths
    var groups: [[Int]] = []
    for column in header.indices.dropFirst() {
      if alignments[column] == .left, let last = groups.indices.last {
        groups[last].append(column)
      } else {
        groups.append([column])
      }
    }
    func width(_ columns: [Int]) -> Int { columns.reduce(0) { $0 + widths[$1] + 2 } }
    // Half of the terminal is for names at most, where the rest would not do for one block.
    let rest = max(
      groups.map(width).max() ?? 0, min(width(groups.flatMap(\.self)), Self.terminalWidth / 2))
    let names = min(widths[0], max(Self.narrowestName, Self.terminalWidth - rest))
    var blocks: [[Int]] = []
    for group in groups {
      if let last = blocks.last, names + width(last) + width(group) <= Self.terminalWidth {
        blocks[blocks.count - 1] += group
      } else {
        blocks.append(group)
      }
    }
    return blocks.map { columns in
      var grid = Grid(([0] + columns).map { (header[$0], alignments[$0]) })
      for row in rows {
        grid.append([TextWrap.shortened(row[0], to: names)] + columns.map { row[$0] })
      }
      return grid
    }
  }

  private static let narrowestName = 12
}
