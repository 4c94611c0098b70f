internal import Scoring
internal import SharedTasks

/// What a submission does to subgroups of people.
struct SubmissionAudit {
  private let score: BoardScore?
  private let numbers: BoardNumbers

  init(_ submission: BoardSubmission, _ board: Leaderboard) {
    score = submission.score
    numbers = BoardNumbers(decimals: board.standings.rules.policy.decimals)
  }

  /// Subgroups in the table.
  private static let most = 20

  /// Nil where there are no attributes to audit.
  var section: PageSection? {
    guard let score else { return nil }
    var section = PageSection(id: "audit", title: "Subgroups")
    guard let audit = score.audit else {
      guard let reason = score.withoutAudit else { return nil }
      section.paragraphs.append(
        "Subgroups could not be audited: \(PrintableText.escaped(reason, limit: 500)).")
      return section
    }
    section.paragraphs = words(audit)
    guard !audit.subgroups.isEmpty else { return section }
    section.add { AuditPicture(audit, decimals: numbers.decimals).picture($0) }
    section.add(
      grid(audit),
      audit.subgroups.count > Self.most
        ? "The \(Self.most) of \(audit.subgroups.count) subgroups that deviate most"
        : "Subgroups, the largest deviation first")
    return section
  }

  private func words(_ audit: AuditDocument) -> [String] {
    let outcome = AuditOutcome(rawValue: audit.outcome)
    var words = "The \(outcome?.words ?? audit.outcome) in subgroups of up to \(audit.depth) of "
    words += "\(audit.attributes.map(\.printable).joined(separator: ", ")): "
    words +=
      "\(audit.conjunctions.tested) tested, \(audit.conjunctions.tooSmall) too small (fewer than "
      + "\(audit.minimum))."
    if let explanation = outcome?.explanation { words += " \(explanation)" }
    if let undefined = audit.undefined {
      return [words, "There is nothing to audit: \(undefined.printable)."]
    }
    guard let largest = audit.largest else { return [words] }
    return [
      words,
      "The largest deviation, weighed by how many it is of, has p "
        + "\(numbers.probability(largest.p)) against \(largest.replicates) permutations; of noise alone "
        + "it would be about \(numbers.plain(largest.expected)).",
    ]
  }

  private func grid(_ audit: AuditDocument) -> Grid {
    var grid = Grid([
      ("subgroup", .left), ("n", .right), ("counted", .right), (audit.outcome.printable, .right),
      ("interval", .right), ("less all", .right), ("γ", .right), ("adjusted p", .right),
      ("", .left),
    ])
    for subgroup in audit.subgroups.prefix(Self.most) {
      grid.append([
        audit.name(of: subgroup.where).printable, "\(subgroup.n)", "\(subgroup.counted)",
        (subgroup.rate ?? subgroup.mean ?? subgroup.area).map(numbers.plain) ?? "–",
        numbers.interval(subgroup.interval?.low, subgroup.interval?.high) ?? "–",
        numbers.signed(subgroup.gap), numbers.plain(subgroup.gamma),
        subgroup.adjusted.holm.map(numbers.probability) ?? "–",
        subgroup.explainedByParents ? "a larger subgroup says as much" : "",
      ])
    }
    return grid
  }
}
