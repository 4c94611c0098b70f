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

  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(TerminalText.markdown).joined(separator: " | ") + " |\n"
    }
    let rule = alignments.map { $0 == .left ? "---" : "---:" }.joined(separator: " | ")
    return line(header) + "| \(rule) |\n" + rows.map(line).joined()
  }

  /// Comma-separated, quoted as RFC 4180 says.
  var csv: String {
    var text = ""
    for cells in [header] + rows {
      for (column, cell) in cells.enumerated() {
        if column > 0 { text += "," }
        text += Self.quoted(Self.withoutFormula(cell))
      }
      text += "\n"
    }
    return text
  }

  /// By scalars: a comma with a combining mark behind it is another character to Swift, and a comma
  /// to those who read the file.
  private static func quoted(_ cell: String) -> String {
    // Comma, quotation mark and line breaks; by bytes, as reports have 10⁵ cells.
    let isSpecial = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard isSpecial else { return cell }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in cell.unicodeScalars {
      quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar])
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// A spreadsheet takes what begins like a formula for one, and names come from anybody: with an
  /// apostrophe in front it is text (OWASP, CSV injection). Numbers stay as they are.
  private static func withoutFormula(_ cell: String) -> String {
    // Equals, plus, minus, at and tab; by bytes, as above.
    switch cell.utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09: Double(cell) == nil ? "'" + cell : cell
    default: cell
    }
  }

  /// A `tabular` in the manner of booktabs; signatures end the caption.
  func latex(caption: String, signatures: [String] = []) -> String {
    func line(_ cells: [String]) -> String {
      let line = cells.map(TerminalText.latex).joined(separator: " & ")
      // After the end of a row or a rule these would be its argument.
      return (line.hasPrefix("[") || line.hasPrefix("*") ? "{}" : "") + line + " \\\\\n"
    }
    let columns = alignments.map { $0 == .left ? "l" : "r" }.joined()
    let parts = [TerminalText.latex(caption)] + signatures.map(TerminalText.latexSignature)
    return "\\begin{table}\n\\centering\n\\begin{tabular}{\(columns)}\n\\toprule\n" + line(header)
      + "\\midrule\n" + rows.map(line).joined() + "\\bottomrule\n\\end{tabular}\n\\caption{"
      + parts.filter { !$0.isEmpty }.joined(separator: " ") + "}\n\\end{table}\n"
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
}
