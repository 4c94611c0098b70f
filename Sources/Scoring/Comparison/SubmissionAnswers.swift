internal import Measures

/// What a submission says beside its gold, unit by unit: what is resampled, and mixed with another.
package struct SubmissionAnswers: Sendable {
  enum Columns: Sendable {
    case topics(RankingEvaluation)
    case items(Assessment)
    case stages(Triage)
    case users(EarlyDetection)
    case people(PrioritizationEvaluation)
  }

  let columns: Columns
  /// The measures that it was scored with, ready for the scale of the task.
  let measures: [BoundMeasure]

  init(_ columns: Columns, measures: [BoundMeasure]) {
    self.columns = columns
    self.measures = measures
  }

  /// Topics, items or people.
  var units: Int { byUnits.units }

  /// The same, ready to be resampled.
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
  package let answers: SubmissionAnswers

  package init(file: String, card: Scorecard, answers: SubmissionAnswers) {
    self.file = file
    self.card = card
    self.answers = answers
  }
}
