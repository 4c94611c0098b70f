internal import Inference
internal import Scoring

/// The tables of an audit.
struct AuditGrids {
  let audit: Audit

  init(_ audit: Audit) { self.audit = audit }

  /// Subgroups that are shown to people.
  static let most = 10

  private var outcome: AuditOutcome { audit.request.outcome }

  /// The subgroups with the largest γ, one row each; on a terminal long names take more lines.
  func top(for format: OutputFormat) -> Grid {
    let isOnTerminal = format == .table || format == .trecEval
    let largest = audit.findings.largestViolation
    let header = [
      "n", outcome.rawValue, "gap", largest == nil ? "γ" : "γ/max", "p (Holm)", "",
    ]
    let first = audit.cells.prefix(Self.most)
    let cells = first.map { row($0.subgroup, share: $0.share) }
    // On a terminal names have what the numbers leave of 80 columns.
    let taken = header.indices.reduce(0) { sum, column in
      sum + 2
        + (cells.map { $0[column] } + [header[column]]).map(TerminalText.width).reduce(0, max)
    }
    let room = max(16, 80 - taken)
    var grid = Grid(
      [("subgroup", .left)] + header.map { ($0, $0.isEmpty ? .left : .right) })
    for (cell, row) in zip(first, cells) {
      let terms = audit.terms(of: cell.subgroup.conjunction)
      let lines =
        isOnTerminal
        ? Self.lines(of: terms, width: room) : [terms.joined(separator: " & ")]
      for (index, line) in lines.enumerated() {
        grid.append([line] + (index == 0 ? row : row.map { _ in "" }))
      }
    }
    return grid
  }

  private func row(_ subgroup: Subgroup, share: Double?) -> [String] {
    [
      "\(subgroup.units)",
      Self.value(subgroup.value, hits: subgroup.hits, of: subgroup.counted, outcome),
      Self.signed(subgroup.gap, outcome),
      share.map { Number.fixed($0, places: 2) } ?? Number.fixed(subgroup.violation, places: 4),
      subgroup.adjusted.holm.map(Number.probability) ?? "–", Self.marks(subgroup),
    ]
  }

  private static func marks(_ subgroup: Subgroup) -> String {
    let p = subgroup.adjusted.holm ?? 1
    let stars = [0.05, 0.01, 0.001].count { p < $0 }
    return String(repeating: "*", count: stars) + (subgroup.isExplainedByParents ? "‡" : "")
  }

  /// The terms in lines that are no wider, where no term is.
  private static func lines(of terms: [String], width: Int) -> [String] {
    var lines: [String] = []
    for (index, term) in terms.enumerated() {
      let term = term + (index + 1 < terms.count ? " &" : "")
      if let last = lines.last, TerminalText.width(last) + 1 + TerminalText.width(term) <= width {
        lines[lines.count - 1] = last + " " + term
      } else {
        lines.append((lines.isEmpty ? "" : "  ") + term)
      }
    }
    return lines.map { TextWrap.clipped($0, to: width) }
  }

  /// A value with what it was counted from, as `0.6000 (12/20)`.
  static func value(_ value: Double, hits: Int?, of counted: Int, _ outcome: AuditOutcome) -> String
  {
    number(value, outcome) + " (" + (hits.map { "\($0)/" } ?? "") + "\(counted))"
  }

  private static func number(_ value: Double, _ outcome: AuditOutcome) -> String {
    switch outcome {
    case .time: Number.fixed(value, places: 1) + " s"
    case .rank: Number.fixed(value, places: 1)
    default: Number.fixed(value, places: 4)
    }
  }

  private static func signed(_ gap: Double, _ outcome: AuditOutcome) -> String {
    (gap > 0 ? "+" : "") + number(gap, outcome)
  }

  /// All subgroups that were tested, with every digit.
  var exact: Grid {
    let columns = [
      "n", "counted", "hits", "value", "low", "high", "gap", "direction", "mass", "gamma",
      "gamma_share", "p", "p_holm", "p_bh", "p_by", "p_max_gamma",
    ]
    var grid = Grid(
      [("subgroup", .left)] + columns.map { ($0, .right) }
        + [("explained_by_parents", .left), ("also", .left)])
    func exact(_ number: Double?) -> String { number.map(Number.shortest) ?? "" }
    for cell in audit.cells {
      let subgroup = cell.subgroup
      let adjusted = subgroup.adjusted
      let values = [
        "\(subgroup.units)", "\(subgroup.counted)", subgroup.hits.map(String.init) ?? "",
        exact(subgroup.value), exact(cell.interval?.low), exact(cell.interval?.high),
        exact(subgroup.gap), cell.direction, exact(subgroup.mass), exact(subgroup.violation),
        exact(cell.share), exact(subgroup.p), exact(adjusted.holm),
        exact(adjusted.benjaminiHochberg), exact(adjusted.benjaminiYekutieli),
        exact(adjusted.largestViolation),
      ]
      grid.append(
        [audit.name(of: subgroup.conjunction)] + values
          + [
            subgroup.isExplainedByParents ? "yes" : "no",
            subgroup.otherDescriptions.map(audit.name).joined(separator: "; "),
          ])
    }
    return grid
  }
}
