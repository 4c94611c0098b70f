package import Measures
package import SharedTasks

/// A task with its rules made ready: measures found in the catalogue, labels as a scale.
package struct SharedTask: Sendable {
  package let folder: TaskFolder
  package let definition: TaskDefinition
  package let measures: [Measure]
  package let primary: Measure
  /// The declared labels; nil where grades are free.
  package let scale: GradeScale?
  /// The digest of `task.yaml`.
  package let digest: String

  /// Reads the task in `folder`.
  ///
  /// Throws ``SharedTasksError`` with everything that is wrong with its definition.
  package init(_ folder: TaskFolder) throws {
    self.folder = folder
    let (definition, warnings) = try folder.definition(validateMeasure: Self.problem(with:))
    self.definition = definition
    digest = try Digest.sha256(FileSystem.bytes(of: folder.definitionPath, limit: 1 << 20))
    let scale = GradeScale(definition)
    self.scale = scale

    var diagnostics = warnings
    definition.checkDecisionLabels(scale, file: folder.definitionPath, &diagnostics)
    var measures: [Measure] = []
    for written in definition.measures {
      do {
        let measure = try definition.measure(written.text)
        try definition.check(measure)
        if let scale { _ = try measure.bound(to: scale, stages: definition.triageStages) }
        if !measures.contains(measure) { measures.append(measure) }
      } catch {
        let problem = error as? MeasureNameError
        diagnostics.report(
          .badMeasure, file: folder.definitionPath, line: written.line, column: written.column,
          problem?.message ?? "\(error)", hint: problem?.hint)
      }
    }
    guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
    self.measures = measures
    primary = try definition.measure(definition.primary.text)
  }

  /// How items with equal scores are ordered.
  package var ties: TieRule {
    switch definition.ties {
    case .trec: .trec
    case .expected: .expected
    case .file: .file
    }
  }

  private static func problem(with name: String) -> MeasureProblem? {
    do {
      _ = try Measure(name)
      return nil
    } catch {
      let isUnknown = error.message.hasPrefix("there is no measure")
      return MeasureProblem(
        code: isUnknown ? .unknownMeasure : .badMeasure, message: error.message, hint: error.hint)
    }
  }
}

extension TaskDefinition {
  /// Refuses a measure that submissions of this kind cannot have.
  package func check(_ measure: Measure) throws(MeasureNameError) {
    try checkPeopleAndPosts(measure)
    if kind == .ranking, !measure.isOfRankedList {
      throw .unsuitable(measure, "is of labels and scores; a ranking task cannot have it")
    }
    if kind == .earlyDetection || kind == .triage, measure.needsClock {
      throw .unsuitable(measure, "needs a reviewer's clock, which this kind of task has not")
    }
    try checkStages(measure)
    try checkWritings(measure)
    if ties == .expected, !measure.allowsExpectedTies {
      throw .unsuitable(measure, "is not defined for `ties: expected`; use trec or file")
    }
  }
}

extension MeasureNameError {
  package static func unsuitable(_ measure: Measure, _ why: String) -> MeasureNameError {
    let needsCutoff = MeasureCatalog.ranking.contains {
      $0.name == measure.name.base && $0.cutoff == .requiredRank
    }
    return MeasureNameError(
      "`\(measure)` \(why)", hint: needsCutoff ? "of a ranking it is `\(measure)@10`" : nil)
  }
}

extension GradeScale {
  /// The declared labels of a task; nil where it declares none.
  init?(_ definition: TaskDefinition) {
    guard !definition.labels.isEmpty else { return nil }
    let positive = Set(definition.positive)
    self.init(
      names: definition.labels, grades: definition.grades,
      positive: definition.labels.indices.map {
        positive.isEmpty ? definition.grades[$0] >= 1 : positive.contains(definition.labels[$0])
      },
      groupings: Dictionary(
        uniqueKeysWithValues: definition.groupings.map { grouping in
          (grouping.name, definition.labels.map { grouping.labels.contains($0) })
        }))
  }
}
