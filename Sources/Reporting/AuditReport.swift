internal import Inference
package import Scoring
internal import SharedTasks

/// An audit as text: first whether there is anything, then where, then what was not looked at.
package struct AuditReport {
  private let audit: Audit

  package init(_ audit: Audit) { self.audit = audit }

  package func rendered(as format: OutputFormat) throws -> String {
    let grids = AuditGrids(audit)
    let words = AuditWords(audit)
    switch format {
    case .json: return try JSONText.of(AuditDocument(audit))
    case .csv: return grids.exact.csv
    case .table, .trecEval: return text(grids, words)
    case .markdown: return markdown(grids, words)
    case .latex:
      let caption = [words.title + ".", words.verdict, words.legend].joined(separator: " ")
      return grids.top(for: .latex).latex(caption: caption)
    }
  }

  private func text(_ grids: AuditGrids, _ words: AuditWords) -> String {
    var parts = [TextWrap.wrapped(words.title), TextWrap.wrapped(words.verdict)]
    if !audit.findings.subgroups.isEmpty {
      parts.append(grids.top(for: .table).text)
      parts.append(TextWrap.wrapped(words.legend))
    }
    parts.append(
      ([words.examined] + audit.notes.map { "note: \($0)" })
        .map { TextWrap.wrapped($0.printable(limit: 2_000)) }.joined())
    return parts.joined(separator: "\n") + "\n\(audit.signature)\n"
  }

  private func markdown(_ grids: AuditGrids, _ words: AuditWords) -> String {
    func prose(_ text: String) -> String { TerminalText.markdown(text) + "\n\n" }
    var text = prose(words.title) + prose(words.verdict)
    if !audit.findings.subgroups.isEmpty {
      text += grids.top(for: .markdown).markdown + "\n" + prose(words.legend)
    }
    return text + prose(words.examined)
      + audit.notes.map { prose("note: \($0)") }.joined()
      + prose(audit.signature.description).dropLast()
  }
}

extension String {
  /// Without characters that could move the cursor or hide text, and no longer than that.
  fileprivate func printable(limit: Int) -> String { PrintableText.escaped(self, limit: limit) }
}
