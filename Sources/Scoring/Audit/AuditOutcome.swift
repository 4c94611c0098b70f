/// What may be different for some subgroups.
package enum AuditOutcome: String, Sendable, CaseIterable {
  case falsePositiveRate = "FPR"
  case falseNegativeRate = "FNR"
  case selection
  case accuracy
  case calibration
  case rank
  case time
  case area = "AUC"

  /// Finds the outcome that a name stands for, whatever its case.
  package init?(name: String) {
    let found = Self.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
    guard let found else { return nil }
    self = found
  }

  /// In plain words, to follow "the".
  package var words: String {
    switch self {
    case .falsePositiveRate: "false positive rate"
    case .falseNegativeRate: "false negative rate"
    case .selection: "selection rate"
    case .accuracy: "accuracy"
    case .calibration: "observed less predicted risk"
    case .rank: "mean rank"
    case .time: "mean time until reached"
    case .area: "AUC"
    }
  }

  /// What it is of.
  package enum Kind: Sendable { case rate, number, area }

  package var kind: Kind {
    switch self {
    case .falsePositiveRate, .falseNegativeRate, .selection, .accuracy: .rate
    case .calibration, .rank, .time: .number
    case .area: .area
    }
  }

  /// Those that it is of, to follow a number; `units` are items or people.
  package func counted(_ units: String) -> String {
    switch self {
    case .falsePositiveRate: "negative \(units)"
    case .falseNegativeRate, .time: "positive \(units)"
    case .selection, .accuracy, .rank: units
    case .calibration: "\(units) with a probability"
    case .area: "\(units) of the smaller class"
    }
  }

  /// What one is among those that it is of, in one sentence.
  package var explanation: String {
    switch self {
    case .falsePositiveRate: "How many of the negative are predicted positive."
    case .falseNegativeRate: "How many of the positive are predicted negative: who is missed."
    case .selection: "How many are predicted positive."
    case .accuracy:
      "How many are put on the right side of positive and negative."
    case .calibration:
      "The share of positive less the mean probability: above 0 risk is underestimated."
    case .rank: "The place in the whole list, 1 for the first; equal scores share theirs."
    case .time:
      "Seconds until a positive one is reached by the reviewer who reads the whole list."
    case .area: "How well scores tell positive from negative within the subgroup."
    }
  }
}
