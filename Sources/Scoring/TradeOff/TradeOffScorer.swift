internal import Inference
internal import Measures
package import SharedTasks

/// Scores submissions by their utility and by the gap between groups.
package struct TradeOffScorer: Sendable {
  package let question: TradeOffQuestion
  let request: TradeOffRequest
  private let task: SharedTask
  private let gold: Gold
  private let scorer: Scorer
  private let groups: GroupQuestion
  private let utility: BoundMeasure
  private let compared: BoundMeasure

  /// Throws ``TradeOffError``, ``GroupError`` for an attribute that the table does not have,
  /// ``MeasureNameError`` for a measure that the task cannot have.
  package init(
    _ task: SharedTask, split: String, gold: Gold, table: AttributeTable, request: TradeOffRequest
  ) throws {
    question = try TradeOffQuestion(request, of: task)
    self.request = request
    self.task = task
    self.gold = gold
    let both =
      question.utility == question.compared
      ? [question.utility] : [question.utility, question.compared]
    scorer = try Scorer(task, split: split, gold: gold, measures: both)
    let bound = try scorer.bound()
    utility = bound[0]
    compared = bound[bound.count - 1]
    var intervals = IntervalOptions()
    intervals.replicates = request.replicates
    intervals.confidence = request.confidence
    intervals.seed = request.seed
    groups = try GroupQuestion(
      table, of: gold,
      GroupRequest(
        tables: [question.attributes], fairness: task.definition.fairness, intervals: intervals))
  }

  /// What one submission comes to; no entry where something is wrong with it.
  package func score(
    _ file: String, _ input: InputFile, place: SubmissionPlace?, options: ReadingOptions
  ) async throws -> (entry: TradeOffEntry?, diagnostics: DiagnosticList) {
    let result = try await scorer.score(input, place: place, options: options)
    guard let card = result.scorecard, let answer = result.answer,
      let compared = ComparisonEntry(
        file: file, card: card, measures: [utility], answer: answer)
    else { return (nil, result.diagnostics) }
    let (report, gap) = try await gaps(of: answer, card, input, options)
    return (
      TradeOffEntry(comparison: compared, utility: utility, groups: report, gaps: gap),
      result.diagnostics
    )
  }

  /// The groups, and how the gap between those of them that are compared is computed of a resample.
  private func gaps(
    of answer: any AnswerByUnits, _ card: Scorecard, _ input: InputFile, _ options: ReadingOptions
  ) async throws -> (GroupReport, GapOnCopies) {
    guard case .ranking(let gold) = gold else {
      let scorer = try GroupScorer(
        answer, [compared], groups: groups.groups, positive: task.scale?.positive,
        request: groups.request)
      let report = await scorer.report(threads: options.threads)
      let used = report.used
      return (
        report,
        GapOnCopies(
          GroupsOnCopies(scorer.slices[0], groups: used, answer, [compared]), groups: used.count)
      )
    }
    let scorer = RankingGroupScorer(
      task: task, gold: gold, measures: [compared], question: groups, input: input,
      options: options)
    let overall = card.measures.firstIndex(of: compared.measure).map { [card.values[$0]] } ?? []
    let report = try await scorer.report(overall: overall)
    let used = report.used
    return (
      report,
      GapOnCopies(
        try await scorer.statistic(of: report.tables[0], groups: used), groups: used.count)
    )
  }
}

/// A submission that takes part.
package struct TradeOffEntry: Sendable {
  let comparison: ComparisonEntry
  let utility: BoundMeasure
  /// One table with one gap.
  let groups: GroupReport
  let gaps: GapOnCopies

  var gap: Gap { groups.tables[0].gaps[0][0] }

  /// Nil where the utility or the gap is undefined.
  var point: ParetoFront.Point? {
    ParetoFront.Point(comparison.card.values.first?.number, gap.finding?.difference)
  }
}

extension GroupReport {
  /// The groups of the first table that its first gap is taken over.
  fileprivate var used: [Int] { tables[0].gaps[0][0].groups }
}
