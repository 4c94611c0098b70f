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

  /// Whether a format has a place for intervals: who would not see them need not wait for them.
  ///
  /// Scripts read trec_eval's format and know no other column, and rows of topics have no interval.
  package static func showsIntervals(_ format: OutputFormat, showsTopics: Bool) -> Bool {
    switch format {
    case .table, .json: true
    case .trecEval: false
    case .csv, .markdown, .latex: !showsTopics
    }
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
      return text + "\n" + notes + "\(signature)\n"
    case .csv: return (showsTopics ? topics(exact: true) : values.exact()).csv
    case .markdown: return captioned.markdown
    case .latex: return captioned.latex
    }
  }

  /// The table for documents.
  private var captioned: CaptionedTables {
    let units = TaskDefinition.Kind.ranking.counted(evaluation.topics.count)
    let directions = showsTopics ? evaluation.measures.legendOfDirections : ""
    let caption = [units, intervals, directions].filter { !$0.isEmpty }.map { $0 + "." }
    return CaptionedTables(
      tables: [
        .init(showsTopics ? topics(exact: false) : values.rounded, caption.joined(separator: " "))
      ],
      notes: evaluation.notes, signatures: [signature.description])
  }

  /// Topics come first: what is last is what stays in sight.
  private var text: String {
    let topics = showsTopics ? topics(exact: false).text : ""
    if showsTopics, evaluation.intervals == nil { return topics }
    return topics + (showsTopics ? "\n" : "") + values.rounded.text
      + (intervals.isEmpty ? "" : "\n" + TextWrap.wrapped(intervals))
  }

  /// How the intervals came about; empty where there are none.
  private var intervals: String {
    IntervalText.explanation(
      Array(zip(evaluation.measures, evaluation.intervals?.all ?? [])),
      units: TaskDefinition.Kind.ranking.units)
  }

  private var values: ValueRows {
    ValueRows(
      measures: evaluation.measures, values: evaluation.overall, intervals: evaluation.intervals)
  }

  /// One row a topic, and one for all of them.
  private func topics(exact: Bool) -> Grid {
    let measures = evaluation.measures
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
