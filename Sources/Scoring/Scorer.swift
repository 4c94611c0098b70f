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
  /// Measures of all groups at once, where groups were asked for.
  private let between: [Measure]
  let capacities: CapacityRange?
  let wantsCurve: Bool
  /// Nil where no intervals are wanted.
  let intervals: IntervalOptions?
  /// Nil where no groups were asked for.
  private let groups: GroupQuestion?

  /// Whether anything goes by the reviewer's clock.
  var needsClock: Bool { wantsCurve || (measures + between).contains(where: \.needsClock) }

  /// - Parameters:
  ///   - measures: instead of the task's own. Where all of them are between groups, the primary
  ///     measure of the task stands beside them: how even a submission is says nothing without how
  ///     good it is.
  ///   - capacities: with which a stage of a triage is tried.
  ///   - wantsCurve: whether there is to be a gain curve, which tells which items are relevant.
  ///   - intervals: how intervals are made; nil where there are to be none.
  ///   - groups: what is to be told of groups; nil for nothing.
  ///
  /// Throws ``MeasureNameError`` for a measure that the task cannot have, ``ScoringError`` for a
  /// stage that it does not have.
  package init(
    _ task: SharedTask, split: String, gold: Gold, measures: [Measure]? = nil,
    capacities: CapacityRange? = nil, wantsCurve: Bool = false,
    intervals: IntervalOptions? = nil, groups: GroupQuestion? = nil
  ) throws {
    let measures = measures?.map(task.definition.measure)
    for measure in measures ?? [] {
      try task.definition.check(measure, on: task.scale, byGroups: groups != nil)
    }
    if let capacities { _ = try task.stage(of: capacities) }
    if intervals?.isStratified == true, task.definition.kind == .ranking {
      throw ScoringError.noStrata(task: task.definition.id)
    }
    self.capacities = capacities
    self.wantsCurve = wantsCurve
    self.intervals = intervals
    self.groups = groups
    self.task = task
    self.split = split
    self.gold = gold
    let wanted = measures ?? task.measures + (groups == nil ? [] : task.measuresBetweenGroups)
    between = wanted.filter(\.isOfGroups)
    let others = wanted.filter { !$0.isOfGroups }
    self.measures = others.isEmpty && !between.isEmpty ? [task.primary] : others
  }

  /// What was asked of a submission: its scorecard, unless something is wrong with it.
  package struct Result: Sendable {
    package fileprivate(set) var scorecard: Scorecard?
    package let diagnostics: DiagnosticList
    /// What can be resampled; nil without a scorecard.
    package var answer: (any AnswerByUnits)?
  }

  /// Scores a submission.
  package func score(
    _ input: InputFile, place: SubmissionPlace?, options: ReadingOptions
  ) async throws -> Result {
    var result =
      switch gold {
      case .ranking(let gold):
        try await scoreRanking(input, gold, place, options)
      case .assessment(let gold):
        try scoreAssessment(input, gold, place, options)
      case .prioritization(let gold):
        try await scorePrioritization(input, gold, place, options)
      case .triage(let gold):
        try scoreTriage(input, gold, place, options)
      case .earlyDetection(let gold):
        try scoreEarlyDetection(input, gold, place, options)
      }
    if let intervals, intervals.replicates > 0, let card = result.scorecard,
      let answer = result.answer
    {
      let found = await ScorecardIntervals(
        of: answer, try bound(), values: card.values, options: intervals, threads: options.threads)
      result.scorecard?.intervals = found
      result.scorecard?.signature.add(found)
      result.scorecard?.notes += found.notes
    }
    if let groups, let card = result.scorecard, let answer = result.answer {
      let report = try await report(groups, on: answer, card, input, options)
      result.scorecard?.groups = report
      result.scorecard?.signature.add(report)
    }
    return result
  }

  private func report(
    _ question: GroupQuestion, on answer: any AnswerByUnits, _ card: Scorecard,
    _ input: InputFile, _ options: ReadingOptions
  ) async throws -> GroupReport {
    guard case .ranking(let gold) = gold else {
      let scorer = try GroupScorer(
        answer, try bound(), between: try bound(between), groups: question.groups,
        positive: task.scale?.positive, request: question.request)
      return await scorer.report(threads: options.threads)
    }
    return try await RankingGroupScorer(
      task: task, gold: gold, measures: try bound(), between: between, question: question,
      input: input, options: options
    ).report(overall: card.values)
  }

  /// The measures made ready for what they are asked of.
  package func bound() throws -> [BoundMeasure] { try bound(measures) }

  private func bound(_ measures: [Measure]) throws -> [BoundMeasure] {
    let scale: GradeScale? =
      if case .ranking(let gold) = gold { gold.scale } else { task.scale }
    guard let scale else { throw ScoringError.noLabels(task.definition.id) }
    return try measures.map {
      try $0.bound(to: scale, stages: task.definition.triageStages)
    }
  }

  /// The scorecard of what a kind came to.
  func scorecard(
    units: Int, values: [MeasureValue], confusion: ConfusionTable?, perUnit: UnitTable?,
    goldDigest: String, itemsDigest: String? = nil, submissionDigest: String?,
    metadata: [String: String],
    _ place: SubmissionPlace?, _ notes: [String]
  ) -> Scorecard {
    let shown = measures.contains(task.primary) ? task.primary : measures.first ?? task.primary
    return Scorecard(
      task: task.definition.id, kind: task.definition.kind, split: split,
      team: metadata["team"] ?? place?.team, run: metadata["run"] ?? place?.run,
      primary: task.primary, units: units, measures: measures, values: values,
      confusion: confusion, perUnit: perUnit,
      digests: Digests(
        task: task.digest, gold: goldDigest, items: needsClock ? itemsDigest : nil,
        submission: submissionDigest),
      signature: Signature(
        measure: shown, task: task.definition.id, split: split, ties: task.ties,
        missing: task.definition.missing == .worst ? "worst" : nil, gold: goldDigest),
      notes: notes)
  }
}
