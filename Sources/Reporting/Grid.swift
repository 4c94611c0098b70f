/// A table of text: a header, rows, and which columns are numbers. Every format is made from it.
struct Grid: Sendable {
  enum Alignment: Sendable { case left, right }

  let header: [String]
  let alignments: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ columns: [(String, Alignment)]) {
    header = columns.map(\.0)
    alignments = columns.map(\.1)
  }

  mutating func append(_ row: [String]) {
    precondition(row.count == header.count)
    rows.append(row)
  }

  /// For terminals: columns apart by two spaces, a line under the header.
  var text: String {
    let widths = header.indices.map { column in
      ([header] + rows).map { TerminalText.width($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var line = cells.indices.map { column in
        let pad = String(repeating: " ", count: widths[column] - TerminalText.width(cells[column]))
        return alignments[column] == .left ? cells[column] + pad : pad + cells[column]
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return line(header) + line(rule) + rows.map(line).joined()
  }

  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(TerminalText.markdown).joined(separator: " | ") + " |\n"
    }
    let rule = alignments.map { $0 == .left ? "---" : "---:" }.joined(separator: " | ")
    return line(header) + "| \(rule) |\n" + rows.map(line).joined()
  }

  /// Comma-separated, quoted as RFC 4180 says.
  var csv: String {
    ([header] + rows).map { cells in
      cells.map { cell in
        let cell = Self.withoutFormula(cell)
        // Comma, quotation mark and line breaks; by bytes, as reports have 10⁵ cells.
        return cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// A spreadsheet takes what begins like a formula for one, and names come from anybody: with an
  /// apostrophe in front it is text (OWASP, CSV injection). Numbers stay as they are.
  private static func withoutFormula(_ cell: String) -> String {
    guard let first = cell.first, "=+-@\t".contains(first), Double(cell) == nil else { return cell }
    return "'" + cell
  }

  /// A `tabular` in the manner of booktabs.
  func latex(caption: String) -> String {
    func line(_ cells: [String]) -> String {
      cells.map(TerminalText.latex).joined(separator: " & ") + " \\\\\n"
    }
    let columns = alignments.map { $0 == .left ? "l" : "r" }.joined()
    return "\\begin{table}\n\\centering\n\\begin{tabular}{\(columns)}\n\\toprule\n" + line(header)
      + "\\midrule\n" + rows.map(line).joined() + "\\bottomrule\n\\end{tabular}\n\\caption{"
      + TerminalText.latex(caption) + "}\n\\end{table}\n"
  }

  /// The grid in one of the formats made of rows and columns.
  func rendered(as format: OutputFormat, caption: String) -> String {
    switch format {
    case .csv: csv
    case .markdown: markdown
    case .latex: latex(caption: caption)
    case .table, .json, .trecEval: text
    }
  }
}

/// Text made safe for where it is shown. Names come from files that anybody may have written.
enum TerminalText {
  /// The columns that a text takes in a terminal, near enough for tables: combining marks take
  /// none, East Asian wide characters and most emoji two.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      if scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0x200D {
        return sum
      }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }

  static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  static func latex(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(character)"
      case "≥": escaped += "$\\geq$"
      case "≈": escaped += "$\\approx$"
      case "γ": escaped += "$\\gamma$"
      case "‡": escaped += "\\ddag{}"
      case "−", "–": escaped += "--"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
