package import Inference
internal import Measures
package import SharedTasks

/// What is asked of an audit.
package struct AuditRequest: Sendable {
  package var outcome = AuditOutcome.falsePositiveRate
  /// Empty for all that the task has.
  package var attributes: [String] = []
  package var depth = 2
  /// Nil for the minimum size of the task.
  package var minimum: Int?
  package var replicates = IntervalOptions.defaultReplicates
  package var seed = IntervalOptions.defaultSeed
  package var threads = 1

  package init() {}

  /// The most attributes that are combined.
  package static let deepest = Conjunction.mostTerms
}

/// Whether a submission treats some subgroup of units differently: every conjunction of values of
/// attributes, up to so many of them (``SubgroupAudit``).
package struct Audit: Sendable {
  package let task: String
  package let split: String
  package let team: String?
  package let run: String?
  package let kind: TaskDefinition.Kind
  package let request: AuditRequest
  /// The smallest number of units that the outcome is of that a subgroup needs.
  package let minimum: Int
  /// Subgroups with fewer of them have no numbers in any report, as the task says.
  package let suppressedBelow: Int
  package let attributes: [Attribute]
  package let findings: SubgroupFindings
  package let digests: Digests
  /// The digest of groups.tsv.
  package let groupsDigest: String
  package let signature: Signature
  package let notes: [String]

  /// What a column of groups.tsv and its values are called, as they were written: reports make them
  /// safe to show.
  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let values: [String]
  }

  /// The attribute and the value of each term, by their names.
  package func names(of conjunction: Conjunction) -> [(attribute: String, value: String)] {
    conjunction.terms.map { term in
      let attribute = attributes[term.attribute]
      return (attribute.name, attribute.values[term.value])
    }
  }

  /// Audits a submission that was scored.
  ///
  /// Throws ``AuditError`` for an outcome that the submission does not have,
  /// ``GroupError/unknownAttribute(_:known:)`` for an attribute that the table does not have.
  package init(
    _ card: Scorecard, _ answer: any AnswerByUnits, _ groups: Groups,
    rules: TaskDefinition.Fairness, _ request: AuditRequest
  ) async throws {
    let chosen = try Self.attributes(of: groups, request)
    guard !chosen.isEmpty else { throw AuditError.noAttributes(task: card.task) }
    guard let assessment = answer.unitAnswers(isTimed: request.outcome == .time) else {
      throw AuditError.notOfRankings(task: card.task)
    }
    task = card.task
    split = card.split
    team = card.team
    run = card.run
    kind = card.kind
    digests = card.digests
    groupsDigest = groups.digest
    self.request = request
    suppressedBelow = rules.suppressBelow
    minimum = max(1, request.minimum ?? rules.minimumSize, rules.suppressBelow)
    // Each permutation deals the units to the groups of every choice of attributes.
    let replicates = IntervalOptions.affordable(
      request.replicates, units: assessment.gold.count,
      measures: Conjunction.choices(of: chosen.count, depth: request.depth))
    signature = card.signature.adding(
      [
        ("groups", Signature.short(groups.digest)), ("by", Signature.text(chosen.map(\.name))),
        ("minimum", "\(minimum)"), ("perm", "\(replicates)"), ("seed", "\(request.seed)"),
      ], to: "audit(\(request.outcome.rawValue),depth=\(request.depth))")
    attributes = chosen.map { Attribute(name: $0.name, values: $0.values) }

    var search = SubgroupAudit()
    search.depth = request.depth
    search.minimum = minimum
    search.replicates = replicates
    search.seed = request.seed
    search.threads = request.threads
    let columns = chosen.map {
      SubgroupAttribute(values: $0.values.count, codes: $0.codes, several: $0.several)
    }
    do {
      let asked = try request.outcome.columns(of: assessment)
      if rules.suppressBelow > 0 {
        let suppression = AuditSuppression(
          columns, asked.kinds, depth: min(request.depth, Conjunction.mostTerms),
          below: rules.suppressBelow)
        search.withholding = { suppression.withheld($0, $1) }
      }
      findings =
        switch asked.outcome {
        case .deviations(let outcome): try await search.findings(of: outcome, columns)
        case .ranking(let ranking): try await search.findings(of: ranking, columns)
        }
    } catch let problem as SubgroupProblem {
      throw AuditError.search(problem)
    }
    notes =
      Self.notes(assessment, groups, request.outcome)
      + Self.notesOnWithholding(findings.withheld, below: suppressedBelow)
      + (replicates < request.replicates
        ? [IntervalOptions.noteOnFewer(replicates, of: request.replicates, "permutations")] : [])
  }

  private static func notesOnWithholding(
    _ withheld: [WithheldSubgroup], below: Int
  ) -> [String] {
    guard !withheld.isEmpty else { return [] }
    let unchecked = withheld.count { $0.reason == .unchecked }
    return [
      "withheld: subgroups with fewer than suppress-below (\(below)) and others from which those could "
        + "be computed; p-values are corrected for what is told. This report is safe by itself: "
        + "another one of the same submission may tell what this one withholds"
    ]
      + (unchecked == 0
        ? []
        : [
          "\(unchecked) subgroups are withheld as there are too many to find out what could be computed "
            + "from them; choose a smaller --depth, or some attributes with --attribute"
        ])
  }

  /// The attributes that were asked for, in the order of the table.
  private static func attributes(
    of groups: Groups, _ request: AuditRequest
  ) throws -> [Groups.Attribute] {
    _ = try groups.attributes(named: request.attributes)
    guard !request.attributes.isEmpty else { return groups.attributes }
    return groups.attributes.filter { request.attributes.contains($0.name) }
  }

  private static func notes(
    _ assessment: Assessment, _ groups: Groups, _ outcome: AuditOutcome
  ) -> [String] {
    var notes = [groups.noteOnUnitsWithoutRow].compactMap(\.self)
    if assessment.leftOut > 0 {
      notes.append(
        "\(assessment.leftOut) of \(assessment.gold.count) left out; one left out "
          + (outcome == .calibration
            ? "has no probability and does not count" : "counts as the worst answer"))
    }
    return notes
  }
}
