internal import Measures
package import Scoring
internal import SharedTasks

/// An ad-hoc evaluation as text.
package struct EvaluationReport {
  private let evaluation: RankingEvaluation
  private let signature: Signature
  private let goldDigest: String
  private let showsTopics: Bool

  package init(
    _ evaluation: RankingEvaluation, signature: Signature, goldDigest: String, showsTopics: Bool
  ) {
    self.evaluation = evaluation
    self.signature = signature
    self.goldDigest = goldDigest
    self.showsTopics = showsTopics
  }

  package func rendered(as format: OutputFormat) throws -> String {
    switch format {
    case .json:
      return try JSONText.of(
        EvaluationDocument(
          evaluation, signature: signature, gold: goldDigest, perUnit: showsTopics))
    case .trecEval: return TRECEvalText.of(evaluation, showsUnits: showsTopics)
    case .table:
      let notes = evaluation.notes.map(NoteText.wrapped).joined()
      return grid(exact: false).text + "\n" + notes + "\(signature)\n"
    case .csv, .markdown, .latex:
      return grid(exact: format == .csv).rendered(
        as: format, caption: TaskDefinition.Kind.ranking.counted(evaluation.topics.count) + ".",
        signatures: [signature.description])
    }
  }

  private func grid(exact: Bool) -> Grid {
    let measures = evaluation.measures
    guard showsTopics else {
      var grid = Grid([("measure", .left), ("value", .right), (exact ? "undefined" : "", .left)])
      for (measure, value) in zip(measures, evaluation.overall) {
        let reason = value.reason?.description ?? ""
        grid.append([
          measure.description, exact ? Number.exact(value) : Number.rounded(value, of: measure),
          exact || reason.isEmpty ? reason : "undefined: \(reason)",
        ])
      }
      return grid
    }
    var grid = Grid([("topic", .left)] + measures.map { ($0.description, .right) })
    for (topic, values) in zip(
      evaluation.topics + ["all"], evaluation.perTopic + [evaluation.overall])
    {
      grid.append(
        [topic.printable]
          + zip(measures, values).map {
            exact ? Number.exact($1) : Number.rounded($1, of: $0)
          })
    }
    return grid
  }
}
