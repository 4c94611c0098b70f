internal import Inference
internal import Scoring
internal import SharedTasks

/// What an audit says in sentences.
struct AuditWords {
  let audit: Audit

  init(_ audit: Audit) { self.audit = audit }

  /// Subgroups too small to be tested that are named.
  private static let mostNamed = 5

  private var findings: SubgroupFindings { audit.findings }
  private var outcome: AuditOutcome { audit.request.outcome }
  private var units: String { audit.kind.units }
  private var counted: String { outcome.counted(units) }

  /// What was audited, in one line.
  var title: String {
    let name = [audit.team, audit.run].compactMap(\.self).map(\.printable).joined(separator: " / ")
    return "\(audit.task), \(audit.split): audit of \(name.isEmpty ? "a submission" : name), "
      + "\(outcome.words), \(findings.units) \(units)"
  }

  /// Whether there is a subgroup that is treated differently.
  var verdict: String {
    if let reason = audit.undefined { return "Nothing to audit: \(reason)." }
    guard let worst = findings.subgroups.first else {
      guard audit.withheldCells.isEmpty else {
        return "Nothing can be told: small subgroups could be computed from every larger one."
      }
      return "Nothing to audit: no subgroup has \(audit.minimum) \(counted) or more."
    }
    let found: String
    if let search = findings.search, let isSignificant = audit.isSignificant {
      let p = "p \(Number.probabilityInWords(search.p)), \(search.replicates) permutations"
      let different = findings.subgroups.count { ($0.adjusted.holm ?? 1) < 0.05 }
      found =
        isSignificant
        ? "Found: the \(outcome.words) of some subgroup is further from that of all than chance "
          + "explains (\(p))."
        : different > 0
          ? "Found in small groups only: by share times gap no subgroup stands out (\(p)), but "
            + "those marked * have another \(outcome.words) than the rest."
          : "Not found: no subgroup is shown to have another \(outcome.words) (\(p)), which does "
            + "not show that none has."
    } else {
      found = "No permutations were asked for, so nothing is said about chance."
    }
    return found + " The largest γ, the share of \(units) times the gap, is that of "
      + "\(audit.name(of: worst.conjunction)): \(value(worst)), "
      + "against \(overall) of all."
  }

  /// The value of a subgroup with what it was counted from.
  private func value(_ subgroup: Subgroup) -> String {
    AuditGrids.value(subgroup.value, hits: subgroup.hits, of: subgroup.counted, outcome)
  }

  private var overall: String {
    findings.overall.map {
      AuditGrids.value($0, hits: findings.hits, of: findings.counted, outcome)
    } ?? "–"
  }

  /// What the columns of the table are.
  var legend: String {
    let test =
      switch outcome.kind {
      case .rate: "Fisher's exact test of the subgroup against the rest"
      case .number:
        outcome == .rank
          ? "the test of Wilcoxon, Mann and Whitney of the subgroup against the rest"
          : "a permutation test of the subgroup against the rest, by its normal limit"
      case .area: "DeLong's test of the subgroup against the rest"
      }
    let tests = findings.subgroups.count { $0.p != nil }
    let share =
      findings.largestViolation == nil
      ? "γ: share of \(units) times gap"
      : "γ/max: share of \(units) times gap, over the largest that any set of \(units) could have"
    let few =
      findings.subgroups.count > AuditGrids.most
      ? " The first \(AuditGrids.most) of \(findings.subgroups.count); --format csv has all." : ""
    return "\(outcome.explanation) In brackets: of how many \(counted). Gap: to all, \(overall). "
      + "\(share). p (Holm): \(test), corrected for \(tests) "
      + "\(tests == 1 ? "subgroup" : "subgroups"). * p < 0.05, ** p < 0.01, *** p < 0.001. "
      + "‡ γ no larger than that of a wider subgroup." + few
  }

  /// What became of all conjunctions.
  var examined: String {
    let all =
      findings.conjunctions == .max ? "more than 10^18" : "\(findings.conjunctions)"
    var text =
      "Of \(all) conjunctions of \(audit.request.depth == 1 ? "1 attribute" : "up to \(audit.request.depth) attributes") "
      + "(\(audit.attributes.map(\.name.printable).joined(separator: ", "))) "
      + "\(findings.subgroups.count) were tested"
    if findings.collapsed > 0 {
      text += "; \(findings.collapsed) are the same \(units) as a shorter one or as all"
    }
    let small = audit.smallCells
    if !small.isEmpty {
      let named = small.prefix(Self.mostNamed).map { cell in
        audit.name(of: cell.conjunction) + " " + brief(cell)
      }
      text +=
        "; \(small.count) \(small.count == 1 ? "has" : "have") fewer than \(audit.minimum) \(counted): "
        + named.joined(separator: ", ") + (small.count > named.count ? ", …" : "")
    }
    let withheld = audit.withheldCells
    if !withheld.isEmpty {
      let named = withheld.prefix(Self.mostNamed).map { audit.name(of: $0.conjunction) }
      text +=
        "; \(withheld.count) \(withheld.count == 1 ? "is" : "are") withheld for the sake of small ones: "
        + named.joined(separator: ", ") + (withheld.count > named.count ? ", …" : "")
    }
    if audit.notExamined > 0 {
      let count = audit.notExamined == .max ? "all others" : "the other \(audit.notExamined)"
      text += "; \(count) lie within such ones or have nobody"
    }
    return text + "."
  }

  /// What is told of one that is too small to be tested.
  private func brief(_ cell: Audit.SmallCell) -> String {
    guard let counted = cell.counted else { return "(withheld)" }
    return cell.value.map { AuditGrids.value($0, hits: cell.hits, of: counted, outcome) }
      ?? "(\(counted))"
  }
}

extension Audit {
  /// A subgroup as `sex=F & age=30-44`.
  func name(of conjunction: Conjunction) -> String {
    terms(of: conjunction).joined(separator: " & ")
  }

  func terms(of conjunction: Conjunction) -> [String] {
    names(of: conjunction).map {
      PrintableText.escaped("\($0.attribute)=\($0.value)", limit: 60)
    }
  }
}
