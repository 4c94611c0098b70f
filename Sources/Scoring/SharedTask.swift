package import Measures
package import SharedTasks

/// A task with its rules made ready: measures found in the catalogue, labels as a scale.
package struct SharedTask: Sendable {
  package let folder: TaskFolder
  package let definition: TaskDefinition
  package let measures: [Measure]
  /// Those of its measures that are of all groups at once: only a report by groups has them.
  package let measuresBetweenGroups: [Measure]
  package let primary: Measure
  /// The declared labels; nil where grades are free.
  package let scale: GradeScale?
  /// The digest of `task.yaml`.
  package let digest: String
  /// What its definition is warned of.
  package let warnings: DiagnosticList

  /// Reads the task in `folder`.
  ///
  /// Throws ``SharedTasksError`` with everything that is wrong with its definition.
  package init(_ folder: TaskFolder) throws {
    self.folder = folder
    // A scale for all measures of the definition as far as it could be read.
    var draft: (scale: GradeScale?, isMade: Bool) = (nil, false)
    let (definition, warnings) = try folder.definition { name, definition in
      if !draft.isMade { draft = (definition.flatMap { GradeScale($0) }, true) }
      return Self.problem(with: name, in: definition, draft.scale)
    }
    self.definition = definition
    digest = try Digest.sha256(FileSystem.bytes(of: folder.definitionPath, limit: 1 << 20))
    let scale = GradeScale(definition)
    self.scale = scale

    self.warnings = warnings
    var measures: [Measure] = []
    for written in definition.measures {
      let measure = try definition.measure(written.text)
      if !measures.contains(measure) { measures.append(measure) }
    }
    self.measures = measures.filter { !$0.isOfGroups }
    measuresBetweenGroups = measures.filter(\.isOfGroups)
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

  /// What keeps a definition from having a measure; where its kind could not be read, what keeps
  /// every definition.
  private static func problem(
    with name: String, in definition: TaskDefinition?, _ scale: GradeScale?
  ) -> MeasureProblem? {
    do {
      guard let definition else {
        _ = try Measure(name)
        return nil
      }
      let measure = try definition.measure(name)
      // The primary measure has to be of a submission as a whole.
      let isPrimary = try? definition.measure(definition.primary.text) == measure
      try definition.check(measure, on: scale, byGroups: isPrimary != true)
      return nil
    } catch {
      guard let error = error as? MeasureNameError else {
        return MeasureProblem(message: "\(error)")
      }
      let isUnknown = error.message.hasPrefix("there is no measure")
      return MeasureProblem(
        code: isUnknown ? .unknownMeasure : .badMeasure, message: error.message, hint: error.hint)
    }
  }
}

extension TaskDefinition {
  /// Refuses a measure that submissions of this kind cannot have.
  package func check(
    _ measure: Measure, byGroups: Bool = false
  ) throws(MeasureNameError) {
    if measure.isOfGroups, !byGroups { throw .needsGroups(measure) }
    try checkPeopleAndPosts(measure)
    try checkStages(measure)
    try checkWritings(measure)
    if !measure.definition.kinds.contains(kind), !measure.isOfRankedList {
      throw .unsuitable(
        measure, "is \(measure.definition.subject); a \(kind.rawValue) task cannot have it")
    }
    if kind == .earlyDetection, measure.needsTimes {
      throw MeasureNameError(
        "`\(measure)` needs a reviewer's clock, which this kind of task has not",
        hint: measure.definition.needsTimes
          ? nil
          : measure.isOfGroups
            ? "leave out `discount=time`"
            : "cut at a rank, as in `\(measure.definition.name)@10`")
    }
    if ties == .expected, !measure.allowsExpectedTies {
      throw .unsuitable(measure, "is not defined for `ties: expected`; use trec or file")
    }
  }
}

extension TaskDefinition {
  /// Refuses a measure that submissions of this kind cannot have, and one of labels or stages that
  /// are not there.
  ///
  /// - Parameters:
  ///   - scale: the declared labels; nil where grades are free.
  ///   - byGroups: whether groups are asked for, without which there is nothing between them.
  package func check(
    _ measure: Measure, on scale: GradeScale?, byGroups: Bool = false
  ) throws {
    try check(measure, byGroups: byGroups)
    if let scale { _ = try measure.bound(to: scale, stages: triageStages) }
  }
}

extension MeasureNameError {
  /// A measure between groups where there are none.
  static func needsGroups(_ measure: Measure) -> MeasureNameError {
    MeasureNameError(
      "`\(measure)` is between groups of items",
      hint: "`cltask score` has it with --by ATTRIBUTE, a column of groups.tsv")
  }

  package static func unsuitable(_ measure: Measure, _ why: String) -> MeasureNameError {
    let needsCutoff =
      measure.name.cutoff == nil
      && MeasureCatalog.ranking.contains {
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
        definition.groupings.map { grouping in
          (grouping.name, definition.labels.map { grouping.labels.contains($0) })
        }, uniquingKeysWith: { first, _ in first }))
  }
}
