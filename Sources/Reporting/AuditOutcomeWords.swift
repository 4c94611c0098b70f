internal import Scoring

/// What may differ between subgroups, in plain words.
extension AuditOutcome {
  /// In plain words, to follow "the".
  var words: String {
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

  /// What one is among those that it is of, in one sentence.
  var explanation: String {
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
