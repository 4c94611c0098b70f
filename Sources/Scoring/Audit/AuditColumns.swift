internal import Inference
internal import Measures

/// What an outcome is on each unit of a submission.
struct AuditColumns: Sendable {
  enum Outcome: Sendable {
    case deviations(SubgroupOutcome)
    case ranking(SubgroupRanking)
  }

  let outcome: Outcome
  let kinds: OutcomeKinds
}

extension AuditOutcome {
  /// The outcome on each unit.
  ///
  /// A unit without an answer counts as the worst: as a false positive or a false negative, as not
  /// selected, as wrong, as read last. It has no probability, so it does not count for calibration.
  func columns(of assessment: Assessment) throws(AuditError) -> AuditColumns {
    switch self {
    case .falsePositiveRate, .falseNegativeRate, .selection, .accuracy:
      let decisions = try decisions(assessment)
      return AuditColumns(
        outcome: .deviations(SubgroupOutcome(rate: decisions)), kinds: OutcomeKinds(rate: decisions)
      )
    case .calibration:
      return try numbers(residuals(assessment))
    case .rank:
      guard let ranks = assessment.ranksReached else { throw .needs(self, .scores) }
      return try numbers(ranks)
    case .time:
      guard assessment.rankingScores != nil else { throw .needs(self, .scores) }
      guard let seconds = assessment.secondsReached else { throw .noClock }
      return try numbers(
        zip(assessment.gold, seconds).map { assessment.scale.positive[Int($0)] ? $1 : nil })
    case .area:
      guard let scores = assessment.rankingScores else { throw .needs(self, .scores) }
      let isPositive = assessment.gold.map { assessment.scale.positive[Int($0)] }
      let ranking = SubgroupRanking(
        scores: scores.indices.map {
          assessment.isAnswered($0) ? scores[$0] : (isPositive[$0] ? -.infinity : .infinity)
        }, isPositive: isPositive)
      return AuditColumns(
        outcome: .ranking(ranking), kinds: OutcomeKinds(isPositive: isPositive))
    }
  }

  /// Whether what the rate counts is so, of the units that it is conditioned on.
  private func decisions(_ assessment: Assessment) throws(AuditError) -> [Bool?] {
    guard let predicted = assessment.predicted else { throw .needs(self, .labels) }
    let positive = assessment.scale.positive
    return assessment.gold.indices.map { unit in
      let isPositive = positive[Int(assessment.gold[unit])]
      let isAnswered = assessment.isAnswered(unit)
      let isSelected = isAnswered && positive[Int(predicted[unit])]
      return switch self {
      case .falsePositiveRate: isPositive ? nil : isSelected || !isAnswered
      case .falseNegativeRate: isPositive ? !isSelected : nil
      case .accuracy: isAnswered && isSelected == isPositive
      default: isSelected
      }
    }
  }

  /// What is there less what was predicted.
  private func residuals(_ assessment: Assessment) throws(AuditError) -> [Double?] {
    guard let probabilities = assessment.positiveProbabilities else { throw .needs(self, .scores) }
    guard assessment.areProbabilities(probabilities) else { throw .notProbabilities }
    return probabilities.indices.map { unit in
      guard assessment.isAnswered(unit) else { return nil }
      let isPositive = assessment.scale.positive[Int(assessment.gold[unit])]
      return (isPositive ? 1 : 0) - assessment.probabilityOfPositive(unit, probabilities)
    }
  }

  private func numbers(_ numbers: [Double?]) throws(AuditError) -> AuditColumns {
    guard let outcome = SubgroupOutcome(numbers: numbers) else { throw .tooLarge(self) }
    return AuditColumns(outcome: .deviations(outcome), kinds: OutcomeKinds(numbers: numbers))
  }
}
