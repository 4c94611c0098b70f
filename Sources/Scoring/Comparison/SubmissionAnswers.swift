package import Measures

/// What a submission says beside its gold, unit by unit: what is resampled, and mixed with another.
struct SubmissionAnswers: Sendable {
  /// The kinds of answers that can be mixed.
  enum Columns: Sendable {
    case topics(RankingEvaluation)
    case items(Assessment)
    case stages(Triage)
    case users(EarlyDetection)
    case people(PrioritizationEvaluation)
  }

  let columns: Columns

  init(_ columns: Columns) { self.columns = columns }

  /// Nil for a kind of answer that cannot be mixed with another.
  init?(_ answer: any AnswerByUnits) {
    switch answer {
    case let evaluation as RankingEvaluation: columns = .topics(evaluation)
    case let assessment as Assessment: columns = .items(assessment)
    case let triage as Triage: columns = .stages(triage)
    case let detection as EarlyDetection: columns = .users(detection)
    case let evaluation as PrioritizationEvaluation: columns = .people(evaluation)
    default: return nil
    }
  }

  /// The same, evaluated as if units had been written down several times.
  var byUnits: any AnswerByUnits {
    switch columns {
    case .topics(let evaluation): evaluation
    case .items(let assessment): assessment
    case .stages(let triage): triage
    case .users(let detection): detection
    case .people(let evaluation): evaluation
    }
  }
}

/// A submission that takes part in a comparison.
package struct ComparisonEntry: Sendable {
  /// The file as it was named.
  package let file: String
  package let card: Scorecard
  /// The measures of the scorecard, ready for the scale of the task.
  package let measures: [BoundMeasure]
  let answers: SubmissionAnswers
  var byUnits: any AnswerByUnits { answers.byUnits }

  /// Nil for a kind of answer that cannot be compared.
  package init?(
    file: String, card: Scorecard, measures: [BoundMeasure], answer: any AnswerByUnits
  ) {
    guard let answers = SubmissionAnswers(answer) else { return nil }
    self.file = file
    self.card = card
    self.measures = measures
    self.answers = answers
  }
}
