package import Inference

/// What of an audit may be shown, and with which interval.
///
/// What the task withholds of small groups (`suppress-below`) is not among the findings, but for its
/// name: it is taken out before p-values are corrected and permutations drawn (``AuditSuppression``).
extension Audit {
  /// A subgroup as it may be shown.
  package struct Cell: Sendable {
    package let subgroup: Subgroup
    /// Wilson's, of a rate; nil for others.
    package let interval: ConfidenceInterval?
    /// γ over the largest γ of any set of units; nil where there is no such bound.
    package let share: Double?

    /// Where the value lies beside that of all.
    package var direction: String {
      subgroup.gap > 0 ? "above" : subgroup.gap < 0 ? "below" : "equal"
    }
  }

  package static let confidence = 0.95

  /// The subgroups that were tested, the largest γ first.
  package var cells: [Cell] {
    findings.subgroups.map { subgroup in
      Cell(
        subgroup: subgroup,
        interval: subgroup.hits.flatMap {
          ProportionInterval.wilson(
            successes: Double($0), of: Double(subgroup.counted), confidence: Self.confidence)
        },
        share: findings.largestViolation.map { $0 > 0 ? subgroup.violation / $0 : 0 })
    }
  }

  /// A subgroup too small to be tested as it may be shown: without numbers where the task withholds
  /// them.
  package struct SmallCell: Sendable {
    package let conjunction: Conjunction
    package let units: Int?
    package let counted: Int?
    /// The rate or the mean, and the numerator of a rate.
    package let value: Double?
    package let hits: Int?
  }

  /// By length, attribute and value.
  package var smallCells: [SmallCell] {
    let shown = findings.tooSmall.map {
      SmallCell(
        conjunction: $0.conjunction, units: $0.units, counted: $0.size, value: $0.value,
        hits: $0.hits)
    }
    let withheld = findings.withheld.filter { $0.reason == .small }.map {
      SmallCell(conjunction: $0.conjunction, units: nil, counted: nil, value: nil, hits: nil)
    }
    return (shown + withheld).sorted { $0.conjunction < $1.conjunction }
  }

  /// Subgroups that are large enough, and withheld so that small ones cannot be computed.
  package var withheldCells: [WithheldSubgroup] {
    findings.withheld.filter { $0.reason != .small }
  }

  /// Conjunctions that were looked at in no way: parts of them are too small, or no unit has them.
  package var notExamined: Int {
    let examined =
      findings.subgroups.count + findings.collapsed + findings.tooSmall.count
      + findings.withheld.count
    return findings.conjunctions == .max ? .max : max(0, findings.conjunctions - examined)
  }

  /// Why there is nothing to audit; nil where there is something.
  package var undefined: String? {
    guard findings.overall == nil else { return nil }
    return request.outcome == .area
      ? "there is only one class" : "there are no \(request.outcome.counted("units"))"
  }

  /// Whether permutations tell the largest gap from chance.
  package var isSignificant: Bool? {
    findings.search.map { $0.p < 1 - Self.confidence + 1e-12 }
  }
}
