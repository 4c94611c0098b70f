package import Measures

/// The answers of a submission of kind triage: who reached which stage, with which score, and who
/// passed it.
package struct TriageSubmission: Sendable {
  /// How many stages each item passed; −1 where it has no row.
  package let passed: [Int32]
  /// The items of each stage with their scores, in the order of the file.
  package let reached: [StageScores]
  package let metadata: [String: String]
  package let digest: String

  /// What a submission has to keep to.
  package struct Rules: Sendable {
    package var stages: [TriageStage]
    /// Whether every item must have a row in the first stage.
    package var requiresAll: Bool

    package init(stages: [TriageStage], requiresAll: Bool) {
      self.stages = stages
      self.requiresAll = requiresAll
    }
  }

  /// Reads a submission. It is good only if no diagnostic is an error.
  package static func read(
    _ input: InputFile, universe: ItemUniverse, rules: Rules,
    maximumBytes: Int = BlockReader.defaultMaximumBytes, _ diagnostics: inout DiagnosticList
  ) throws -> TriageSubmission {
    var rows = StageRows(universe: universe, stages: rules.stages)
    let table = try TableReader(input, into: &rows, maximumBytes: maximumBytes)
    var found = table.diagnostics
    let course = StageCourse(
      rows: rows, names: rules.stages.map(\.name), items: universe.items, file: input.path,
      unread: table.unreadRows + rows.lostRows)
    if table.didReadRows, rows.isEmpty, !found.hasErrors {
      found.report(
        .emptyFile, file: input.path, "the file has no rows",
        hint: "every item needs a row in the first stage")
    } else if table.didReadRows {
      rows.reportCapacities(rules.stages, file: input.path, &found)
      course.report(requiresAll: rules.requiresAll, &found)
    }
    diagnostics.append(contentsOf: found)
    return TriageSubmission(
      passed: course.passed, reached: rows.reached, metadata: table.metadata, digest: table.digest)
  }
}
