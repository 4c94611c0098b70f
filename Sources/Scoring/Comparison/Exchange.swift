internal import Measures
internal import SharedTasks

/// Two submissions whose answers can change places, unit by unit: what a permutation test needs
/// where a measure is no mean over units.
///
/// Under the hypothesis that the systems are alike, which of two answers came from which system is a
/// toss-up for every unit (Fisher 1935; Noreen, "Computer-intensive Methods for Testing Hypotheses",
/// 1989). Scores of different scales change places as ranks: see
/// ``Measures/Assessment/exchangeable(for:)``.
struct Exchange: Sendable {
  private let first: SubmissionAnswers
  private let second: SubmissionAnswers
  private let measure: BoundMeasure
  /// The same for AUC, where it can be had faster.
  private let area: AreaExchange?

  /// What the first has more than the second, as they are.
  let observed: Double

  /// Nil where the measure has no value for one of them, or where it changes when scores become
  /// ranks, so that a test of ranks would be one of another measure.
  init?(_ first: SubmissionAnswers, _ second: SubmissionAnswers, _ measure: BoundMeasure) {
    self.first = first.exchangeable(for: measure)
    self.second = second.exchangeable(for: measure)
    self.measure = measure
    guard
      let a = self.first.value(of: measure), let b = self.second.value(of: measure),
      let plain = first.value(of: measure), let other = second.value(of: measure),
      abs(a - plain) <= 1e-9 * max(1, abs(plain)), abs(b - other) <= 1e-9 * max(1, abs(other))
    else { return nil }
    observed = a - b
    area = measure.measure.isWholeAUC ? AreaExchange(first, second) : nil
  }

  /// What the first has more than the second once the answers to `isSwapped` units have changed
  /// places; nil where one of them then has no value.
  func difference(_ isSwapped: [Bool]) -> Double? {
    if let area { return area.difference(isSwapped) }
    guard
      let a = first.swapped(with: second, where: isSwapped).value(of: measure),
      let b = second.swapped(with: first, where: isSwapped).value(of: measure)
    else { return nil }
    return a - b
  }
}

extension AreaExchange {
  /// Nil for answers that are not scores of items.
  fileprivate init?(_ first: SubmissionAnswers, _ second: SubmissionAnswers) {
    guard case .items(let own) = first.columns, case .items(let other) = second.columns else {
      return nil
    }
    self.init(own, other)
  }
}

extension SubmissionAnswers {
  /// The value of a measure; nil where it is undefined.
  func value(of measure: BoundMeasure) -> Double? {
    switch columns {
    case .topics(let evaluation):
      guard let column = evaluation.measures.firstIndex(of: measure.measure) else { return nil }
      return UnitMean.of(evaluation.perTopic.lazy.map { $0[column] }, measure).number
    case .items(let assessment): return assessment.values(of: [measure])[0].number
    case .stages(let triage): return triage.values(of: [measure])[0].number
    case .users(let detection): return detection.values(of: [measure])[0].number
    case .people(let evaluation): return evaluation.values(of: [measure]).overall[0].number
    }
  }

  /// The same answers on a scale that is the same for all submissions.
  fileprivate func exchangeable(for measure: BoundMeasure) -> SubmissionAnswers {
    switch columns {
    case .topics, .stages: return self
    case .items(let assessment):
      return SubmissionAnswers(.items(assessment.exchangeable(for: measure)))
    case .users(let detection):
      // Alerts and their delays mean the same in every submission.
      if case .earlyDetection = measure.function { return self }
      let then = detection.assessment(for: measure.measure)
      return SubmissionAnswers(.items(then.exchangeable(for: measure)))
    case .people(let evaluation):
      return SubmissionAnswers(.people(evaluation.exchangeable(for: measure)))
    }
  }

  /// These answers with those of `other` in the places where `isSwapped`.
  fileprivate func swapped(
    with other: SubmissionAnswers, where isSwapped: [Bool]
  ) -> SubmissionAnswers {
    switch (columns, other.columns) {
    case (.topics(let own), .topics(let others)):
      SubmissionAnswers(.topics(own.swapped(with: others, where: isSwapped)))
    case (.items(let own), .items(let others)):
      SubmissionAnswers(.items(own.swapped(with: others, where: isSwapped)))
    case (.stages(let own), .stages(let others)):
      SubmissionAnswers(.stages(own.swapped(with: others, where: isSwapped)))
    case (.users(let own), .users(let others)):
      SubmissionAnswers(.users(own.swapped(with: others, where: isSwapped)))
    case (.people(let own), .people(let others)):
      SubmissionAnswers(.people(own.swapped(with: others, where: isSwapped)))
    default: self
    }
  }
}

extension RankingEvaluation {
  /// These topics with those of `other` in the places where `isSwapped`.
  fileprivate func swapped(
    with other: RankingEvaluation, where isSwapped: [Bool]
  ) -> RankingEvaluation {
    RankingEvaluation(
      measures: measures, topics: topics,
      perTopic: perTopic.indices.map { isSwapped[$0] ? other.perTopic[$0] : perTopic[$0] },
      overall: overall, missingTopics: missingTopics, unknownTopics: unknownTopics,
      metadata: metadata, digest: digest, diagnostics: diagnostics, notesOnWords: notesOnWords,
      curve: nil)
  }
}

extension Triage {
  /// These items with how far they came in `other` in the places where `isSwapped`.
  ///
  /// Measures count stages passed and ask no more of the scores.
  fileprivate func swapped(with other: Triage, where isSwapped: [Bool]) -> Triage {
    Triage(
      scale: scale, stages: stages, gold: gold,
      passed: passed.indices.map { isSwapped[$0] ? other.passed[$0] : passed[$0] },
      reached: reached, tiesAreBroken: tiesAreBroken)
  }
}

extension EarlyDetection {
  /// These users with the alerts of `other`, and their delays, in the places where `isSwapped`.
  fileprivate func swapped(with other: EarlyDetection, where isSwapped: [Bool]) -> EarlyDetection {
    EarlyDetection(
      assessment: assessment.swapped(with: other.assessment, where: isSwapped),
      delays: delays.indices.map { isSwapped[$0] ? other.delays[$0] : delays[$0] }, history: nil)
  }
}

extension PrioritizationEvaluation {
  /// The same order of people, told by middle ranks.
  fileprivate func exchangeable(for measure: BoundMeasure) -> PrioritizationEvaluation {
    var ranked = Assessment(scale: scale, gold: gold.levels)
    ranked.scores = answers.scores.map { $0.isNaN ? 0 : $0 }
    ranked.answered = answers.scores.map { !$0.isNaN }
    let places = ranked.exchangeable(for: measure).scores ?? []
    return replacing(
      scores: zip(answers.scores, places).map { $0.isNaN ? $0 : $1 }, readings: answers.readings)
  }

  /// These people with their place and all their posts in `other`, where `isSwapped`.
  fileprivate func swapped(
    with other: PrioritizationEvaluation, where isSwapped: [Bool]
  ) -> PrioritizationEvaluation {
    let (own, others) = (answers, other.answers)
    return replacing(
      scores: own.scores.indices.map { isSwapped[$0] ? others.scores[$0] : own.scores[$0] },
      readings: own.readings.indices.map { isSwapped[$0] ? others.readings[$0] : own.readings[$0] })
  }

  private func replacing(
    scores: [Double], readings: [PersonReading]
  ) -> PrioritizationEvaluation {
    PrioritizationEvaluation(
      gold: gold,
      answers: PeopleAnswers(
        scores: scores, places: answers.places, readings: readings, metadata: answers.metadata,
        digest: answers.digest),
      scale: scale, ties: ties, time: time, ofPosts: ofPosts)
  }
}
