package import Inference

/// What of an audit may be shown, and with which interval.
///
/// All that is published of subgroups passes here: what the task withholds of small groups
/// (`suppress-below`) is withheld for every format at once.
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

  /// The subgroups that were tested, the largest γ first. None has fewer units that the outcome is of
  /// than the task lets be shown, because the minimum is at least that.
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

  /// A subgroup too small to be tested as it may be shown: without counts where the task withholds
  /// them.
  package struct SmallCell: Sendable {
    package let conjunction: Conjunction
    package let units: Int?
    package let counted: Int?
  }

  package var smallCells: [SmallCell] {
    findings.tooSmall.map { small in
      let isWithheld = suppressedBelow > 0 && small.size < suppressedBelow
      return SmallCell(
        conjunction: small.conjunction, units: isWithheld ? nil : small.units,
        counted: isWithheld ? nil : small.size)
    }
  }

  /// Conjunctions that were looked at in no way: parts of them are too small, or no unit has them.
  package var notExamined: Int {
    let examined = findings.subgroups.count + findings.collapsed + findings.tooSmall.count
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
