package import Measures
package import SharedTasks

/// Scores submissions of one split of a task.
///
/// The gold is a value: who scores need not know where it is kept.
package struct Scorer: Sendable {
  let task: SharedTask
  private let split: String
  private let gold: Gold
  let measures: [Measure]
  private let capacities: CapacityRange?
  private let wantsCurve: Bool

  /// Whether there is to be a gain curve.
  var hasCurve: Bool { wantsCurve || measures.contains(where: \.needsClock) }

  /// - Parameters:
  ///   - measures: instead of the task's own.
  ///   - capacities: with which a stage of a triage is tried.
  ///   - wantsCurve: whether there is to be a gain curve though no measure needs the clock.
  ///
  /// Throws ``MeasureNameError`` for a measure that the task cannot have, ``ScoringError`` for a
  /// stage that it does not have.
  package init(
    _ task: SharedTask, split: String, gold: Gold, measures: [Measure]? = nil,
    capacities: CapacityRange? = nil, wantsCurve: Bool = false
  ) throws {
    let measures = measures?.map(task.definition.measure)
    for measure in measures ?? [] {
      try task.definition.check(measure)
      if let scale = task.scale {
        _ = try measure.bound(to: scale, stages: task.definition.triageStages)
      }
    }
    if let capacities { _ = try task.stage(of: capacities) }
    self.capacities = capacities
    self.wantsCurve = wantsCurve
    self.task = task
    self.split = split
    self.gold = gold
    self.measures = measures ?? task.measures
  }

  /// What was asked of a submission: its scorecard, unless something is wrong with it.
  package struct Result: Sendable {
    package let scorecard: Scorecard?
    package let diagnostics: DiagnosticList
  }

  /// Scores a submission.
  package func score(
    _ input: InputFile, place: SubmissionPlace?, options: ReadingOptions
  ) async throws -> Result {
    switch gold {
    case .ranking(let gold):
      try await scoreRanking(input, gold, place, options)
    case .assessment(let gold):
      try scoreAssessment(input, gold, place, options)
    case .prioritization(let gold):
      try scorePrioritization(input, gold, place, options)
    case .triage(let gold):
      try scoreTriage(input, gold, place, options)
    case .earlyDetection(let gold):
      try scoreEarlyDetection(input, gold, place, options)
    }
  }

  private func scoreRanking(
    _ input: InputFile, _ gold: RankingGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) async throws -> Result {
    let evaluator = try RankingEvaluator(
      gold: gold, measures: measures, ties: task.ties, missing: .worst,
      timeModel: task.definition.timeModel)
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
    let card = scorecard(
      units: run.topics.count, values: run.overall, confusion: nil,
      perUnit: UnitTable(measures: measures, units: run.topics, values: run.perTopic),
      goldDigest: gold.digest, submissionDigest: run.digest, metadata: run.metadata, place, notes)
    return Result(scorecard: card, diagnostics: diagnostics)
  }

  private func scoreAssessment(
    _ input: InputFile, _ gold: AssessmentGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) throws -> Result {
    guard let scale = task.scale else { return Result(scorecard: nil, diagnostics: .init()) }
    var diagnostics = DiagnosticList()
    let submission = try AssessmentSubmission.read(
      input, universe: gold.universe, rules: task.rules(for: measures, scale),
      maximumBytes: options.maximumBytes, &diagnostics)
    guard !diagnostics.hasErrors else { return Result(scorecard: nil, diagnostics: diagnostics) }
    var assessment = Assessment(submission, gold, scale, task)
    var notes: [String] = []
    if hasCurve {
      let words = WordCounts(gold.universe.words, items: gold.universe.count)
      assessment.clock = Assessment.Clock(model: task.definition.timeModel, words: words)
      notes += words.notes
    }
    let bound = try measures.map { try $0.bound(to: scale) }
    if assessment.leftOut > 0 {
      notes.append(
        "\(assessment.leftOut) of \(gold.universe.count) items left out; one left out "
          + "counts as the worst answer")
    }
    if submission.labels == nil, assessment.predicted != nil,
      let threshold = task.definition.threshold
    {
      notes.append("labels come from score ≥ \(threshold), as the task says")
    }
    var card = scorecard(
      units: gold.universe.count, values: assessment.values(of: bound),
      confusion: Confusion(assessment).map { ConfusionTable($0, scale) }, perUnit: nil,
      goldDigest: gold.digest, submissionDigest: submission.digest, metadata: submission.metadata,
      place, notes)
    card.curve = assessment.gainCurve
    return Result(scorecard: card, diagnostics: diagnostics)
  }

  private func scoreTriage(
    _ input: InputFile, _ gold: AssessmentGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) throws -> Result {
    var diagnostics = DiagnosticList()
    let submission = try TriageSubmission.read(
      input, universe: gold.universe, rules: task.triageRules, maximumBytes: options.maximumBytes,
      &diagnostics)
    guard !diagnostics.hasErrors, let triage = task.triage(submission, gold) else {
      return Result(scorecard: nil, diagnostics: diagnostics)
    }
    let scale = triage.scale
    let bound = try measures.map { try $0.bound(to: scale, stages: triage.stages) }
    let flow = triage.flow
    var card = scorecard(
      units: gold.universe.count, values: triage.values(of: bound),
      confusion: Confusion(triage.levelOfCare).map { ConfusionTable($0, scale) }, perUnit: nil,
      goldDigest: gold.digest, submissionDigest: submission.digest, metadata: submission.metadata,
      place, task.notes(on: flow))
    card.triage = StageTable(flow, scale)
    card.sweep = try capacities.map { try SweepTable(triage, $0, stage: task.stage(of: $0)) }
    return Result(scorecard: card, diagnostics: diagnostics)
  }

  private func scoreEarlyDetection(
    _ input: InputFile, _ gold: EarlyDetectionGold, _ place: SubmissionPlace?,
    _ options: ReadingOptions
  ) throws -> Result {
    var diagnostics = DiagnosticList()
    let answer = try EarlyDetectionAnswer(
      input, gold: gold, task: task, measures: measures, options: options, &diagnostics)
    guard let answer else { return Result(scorecard: nil, diagnostics: diagnostics) }
    let card = scorecard(
      units: gold.universe.count, values: answer.values, confusion: answer.confusion,
      perUnit: answer.perUnit, goldDigest: gold.digest, submissionDigest: answer.digest,
      metadata: answer.metadata, place, answer.notes)
    return Result(scorecard: card, diagnostics: diagnostics)
  }

  func scorecard(
    units: Int, values: [MeasureValue], confusion: ConfusionTable?, perUnit: UnitTable?,
    goldDigest: String, submissionDigest: String?, metadata: [String: String],
    _ place: SubmissionPlace?, _ notes: [String]
  ) -> Scorecard {
    let shown = measures.contains(task.primary) ? task.primary : measures.first ?? task.primary
    return Scorecard(
      task: task.definition.id, kind: task.definition.kind, split: split,
      team: metadata["team"] ?? place?.team, run: metadata["run"] ?? place?.run,
      primary: task.primary, units: units, measures: measures, values: values,
      confusion: confusion, perUnit: perUnit,
      digests: Digests(task: task.digest, gold: goldDigest, submission: submissionDigest),
      signature: Signature(
        measure: shown, task: task.definition.id, split: split, ties: task.ties,
        missing: task.definition.missing == .worst ? "worst" : nil, gold: goldDigest),
      notes: notes)
  }
}

extension SharedTask {
  func rules(for measures: [Measure], _ scale: GradeScale) -> AssessmentSubmission.Rules {
    AssessmentSubmission.Rules(
      scale: scale, requiresAll: definition.missing == .error,
      scoresAreProbabilities: measures.contains(where: \.needsProbabilities))
  }
}

extension Assessment {
  /// A submission beside its gold.
  init(
    _ submission: AssessmentSubmission, _ gold: AssessmentGold, _ scale: GradeScale,
    _ task: SharedTask
  ) {
    self.init(scale: scale, gold: gold.levels)
    scores = submission.scores
    probabilities = submission.probabilities
    answered = submission.answered
    predicted = submission.labels
    if predicted == nil, let threshold = task.definition.threshold, scale.count == 2,
      let scores = rankingScores, let positive = scale.positive.firstIndex(of: true),
      !scale.positive[1 - positive]
    {
      let high = UInt8(truncatingIfNeeded: positive)
      predicted = scores.map { $0 >= threshold ? high : 1 - high }
    }
    tieOrder =
      switch task.ties {
      case .expected: nil
      case .trec, .trec9: gold.universe.items.positionsByDescendingBytes
      case .file: submission.fileOrder.completed(to: gold.universe.count)
      }
  }
}

extension [Int32] {
  /// The positions, followed by those below `count` that are not among them.
  fileprivate func completed(to count: Int) -> [Int32] {
    var isThere = Array<Bool>(repeating: false, count: count)
    for position in self { isThere[Int(position)] = true }
    return self + (0..<Int32(count)).filter { !isThere[Int($0)] }
  }
}

extension WordCounts {
  /// What a reader of times should know of the counts they are made from.
  var notes: [String] {
    if unknown == 0 { return [] }
    return [
      unknown == values.count
        ? "there are no word counts: times are as if all items had 0 words"
        : "\(unknown) of \(values.count) items have no word count and take that of the mean item"
    ]
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
