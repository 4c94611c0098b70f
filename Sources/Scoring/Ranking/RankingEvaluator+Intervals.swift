extension RankingEvaluator {
  /// An evaluation of this evaluator's with the interval of each value over the topics.
  package func addingIntervals(
    to evaluation: RankingEvaluation, options: IntervalOptions, threads: Int
  ) async -> RankingEvaluation {
    var evaluation = evaluation
    evaluation.intervals = await ScorecardIntervals(
      of: evaluation, measures, values: evaluation.overall, options: options, threads: threads)
    return evaluation
  }
}
