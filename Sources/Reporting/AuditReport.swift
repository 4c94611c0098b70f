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
    case .markdown: return captioned(grids, words).markdown
    case .latex: return captioned(grids, words).latex
    }
  }

  private func captioned(_ grids: AuditGrids, _ words: AuditWords) -> CaptionedTables {
    let legend = audit.findings.subgroups.isEmpty ? [] : [words.legend]
    let caption = ([words.title + ".", words.verdict] + legend + [words.examined])
    return CaptionedTables(
      tables: [.init(grids.top(for: .markdown), caption.joined(separator: " "))],
      notes: audit.notes,
      signatures: [audit.signature.description])
  }

  private func text(_ grids: AuditGrids, _ words: AuditWords) -> String {
    var parts = [TextWrap.wrapped(words.title), TextWrap.wrapped(words.verdict)]
    if !audit.findings.subgroups.isEmpty {
      parts.append(grids.top(for: .table).text)
      parts.append(TextWrap.wrapped(words.legend))
    }
    parts.append(
      TextWrap.wrapped(PrintableText.escaped(words.examined, limit: 2_000))
        + audit.notes.map(NoteText.wrapped).joined())
    return parts.joined(separator: "\n") + "\n\(audit.signature)\n"
  }
}
