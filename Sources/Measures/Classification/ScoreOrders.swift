/// The items of an assessment in all orders that its measures ask for.
///
/// Copies of items change how often each counts and never which stands before which, so one sorting
/// serves all resamples and groups.
struct ScoreOrders: Sendable {
  /// What ranks the items, and the items by it, the highest first, ties broken where they are.
  let rankingScores: [Double]?
  let ranking: [Int32]?
  /// The items by the probability of being positive.
  let probability: [Int32]?
  /// The items by the probability of each level; empty without such columns.
  let levels: [[Int32]]
  /// The items by their grade in the gold.
  let grades: [Int32]

  init(_ assessment: Assessment) {
    rankingScores = assessment.rankingScores
    ranking = rankingScores.map { ScoreOrder.descending($0, ties: assessment.tieOrder) }
    probability =
      assessment.scores == nil || assessment.probabilities == nil
      ? ranking : assessment.positiveProbabilities.map { ScoreOrder.descending($0) }
    levels = assessment.probabilities?.map { ScoreOrder.descending($0) } ?? []
    grades = ScoreOrder.descending(assessment.gold.map { assessment.scale.grades[Int($0)] })
  }
}
