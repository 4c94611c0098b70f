internal import Measures
internal import SharedTasks

extension Scorer {
  func scoreRanking(
    _ input: InputFile, _ gold: RankingGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) async throws -> Result {
    let evaluator = try RankingEvaluator(
      gold: gold, measures: measures, ties: task.ties, missing: .worst,
      timeModel: task.definition.timeModel, wantsCurve: wantsCurve)
    let run = try await evaluator.evaluate(input, options: options)
    var diagnostics = run.diagnostics
    task.report(
      unknown: run.unknownTopics, missing: run.missingTopics, in: input.path, &diagnostics)
    guard !diagnostics.hasErrors else { return Result(scorecard: nil, diagnostics: diagnostics) }
    var notes = run.notesOnWords
    if !run.missingTopics.isEmpty {
      notes.append(
        "\(run.missingTopics.count) of \(run.topics.count) topics left out; one left out "
          + "has the worst value")
    }
    notes += run.notesOnUndefinedTopics
    notes += noteOnMissing(run.curve, because: .nothing(.relevant))
    var card = scorecard(
      units: run.topics.count, values: run.overall, confusion: nil,
      perUnit: UnitTable(measures: measures, units: run.topics, values: run.perTopic),
      goldDigest: gold.digest, itemsDigest: gold.itemsDigest, submissionDigest: run.digest,
      metadata: run.metadata, place, notes)
    card.curve = run.curve
    return Result(scorecard: card, diagnostics: diagnostics, answer: run)
  }
}

extension RankingEvaluation {
  /// Which measures are means over fewer topics than there are.
  package var notesOnUndefinedTopics: [String] {
    measures.indices.compactMap { column in
      let undefined = perTopic.count { $0[column].number == nil }
      guard undefined > 0 else { return nil }
      return "\(measures[column]) has no value for \(undefined) of \(perTopic.count) topics"
    }
  }
}
