/// What a measure says of a submission: a number, or the reason why there is none.
///
/// There is no NaN and no zero that stands for "unknown": a recall of 0 and a recall of nothing are
/// different findings.
public enum MeasureValue: Sendable, Hashable {
  case number(Double)
  /// A number that is one count over another, kept with both.
  case ratio(Int, of: Int)
  case undefined(UndefinedReason)

  /// The number, where there is one.
  public var number: Double? {
    switch self {
    case .number(let value): value
    case .ratio(let numerator, let denominator): Double(numerator) / Double(denominator)
    case .undefined: nil
    }
  }

  /// Why there is no number, where there is none.
  public var reason: UndefinedReason? {
    if case .undefined(let reason) = self { reason } else { nil }
  }

  /// The value, or undefined where it is infinite or no number.
  package var orOverflow: MeasureValue {
    guard case .number(let value) = self, !value.isFinite else { return self }
    return .undefined(.overflow)
  }

  /// `numerator / denominator`, or undefined where both are nothing.
  package static func rate(
    _ numerator: Int, of denominator: Int, _ what: UndefinedReason.Denominator
  ) -> MeasureValue {
    denominator == 0 ? .undefined(.nothing(what)) : .ratio(numerator, of: denominator)
  }
}

/// Why a measure has no value on this input.
public enum UndefinedReason: Sendable, Hashable {
  /// The things that a rate can be of and that may not be there.
  public enum Denominator: String, Sendable, Hashable {
    case items = "items"
    case positives = "items that are positive"
    case negatives = "items that are negative"
    case predictedPositives = "items that are predicted positive"
    case predictedNegatives = "items that are predicted negative"
    case positivesOrPredicted = "items that are positive or predicted positive"
    case labelsWithItems = "labels with items"
    case units = "units with a value"
    case truePositives = "people at risk who were alerted"
    case relevant = "relevant items"
    case peopleToFind = "people at risk with evidence"
    case pairs = "pairs of items that can be compared"
    case passed = "items that pass every stage"
    case casesPassed = "positive items that pass every stage"
    case positivesAtStage = "positive items that reach the stage"
    case negativesAtStage = "negative items that reach the stage"
    case needing = "items that need that level of care"
    case assigned = "items that are assigned that level of care"
    case falsePositives = "items that are wrongly predicted positive"
    case groupsWithTarget = "groups that the task's targets name"
    case groupsAboveZero = "groups with a value above 0"
    case itemsAmongTheFirst = "items for certain among the first"
    case ranksToCompareAt = "ranks at which groups could differ"
    case benefits = "decisions that anybody benefits from"
  }

  /// There is nothing of what the measure divides by.
  case nothing(Denominator)
  /// All items are of one class, so nothing can be ranked above anything.
  case oneClass(positives: Int, negatives: Int)
  /// A quantity that is divided by does not vary.
  case noVariation(of: String)
  /// The submission has no column that the measure needs.
  case needs(MeasureNeed)
  /// The scores are not probabilities.
  case scoresOutsideUnitInterval
  /// The value lies beyond what a `Double` holds, as with gains of 2 to the 2,000.
  case overflow
  /// Answers were left out, and no value is known to be the worst for them.
  case answersLeftOut
  /// So large a share of the relevant items is never found.
  case recallNotReached(String)
  /// No relevant item is found.
  case noneFound
  /// Some relevant items are never found.
  case notAllFound(Int, of: Int)
  /// So many units have no time, and none of them can be left out of a mean.
  case unitsWithoutTime(Int, of: Int)
  /// There is no reviewer's clock for submissions of this kind.
  case noClock
  /// The measure has no value under random order inside ties.
  case tiesRefused
  /// What there is to find is worth nothing to the reviewer of the task.
  case findsAreWorthNothing
  /// Items would have to pass that the stage never scored.
  case notScored(stage: String)
  /// So many groups have what is compared, and two would be needed.
  case fewGroups(Int, of: Int)
  /// No group has that name.
  case noSuchGroup(String)
  /// Some items are of several groups, or of none.
  case groupsOverlap
  case itemsWithoutGroup
  /// So many items of different groups are tied.
  case tooManyTied(Int, most: Int)
  /// So many ranks would be compared.
  case tooManyRanks(Int, most: Int)
  /// The definition gives no finite number.
  case infinite(because: Infinity)

  /// What makes a measure infinite.
  public enum Infinity: String, Sendable, Hashable {
    case dueNothing = "a group that is due nothing is listed"
    case noBenefit = "the logarithm of a benefit of 0 is taken"
    case neverOrAlways = "a group is never or always selected, and another is not"
  }
}

extension UndefinedReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothing(let denominator): "there are no \(denominator.rawValue)"
    case .oneClass(let positives, let negatives):
      "only one class: \(positives) positive and \(negatives) negative items"
    case .noVariation(let quantity): "\(quantity) are all the same"
    case .needs(let need): "needs \(need.rawValue), which the submission does not have"
    case .scoresOutsideUnitInterval: "needs scores between 0 and 1"
    case .overflow: "the value is beyond the range of numbers"
    case .answersLeftOut: "answers were left out, and there is no worst value for them"
    case .recallNotReached(let level): "recall \(level) is never reached"
    case .noneFound: "no relevant item is found"
    case .notAllFound(let found, let total): "only \(found) of \(total) relevant items are found"
    case .unitsWithoutTime(let count, let total):
      "\(count) of \(total) topics never get there, and a mean cannot leave them out"
    case .noClock: "there is no reviewer's clock for submissions of this kind"
    case .tiesRefused: "is not defined for expected ties; use ties: trec or ties: file"
    case .findsAreWorthNothing:
      "a find is worth nothing: click-relevant or save-relevant of the time model is 0"
    case .notScored(let stage): "needs people whom `\(stage)` did not score"
    case .fewGroups(let count, let total):
      "\(count) of \(total) groups can be compared, and two are needed"
    case .noSuchGroup(let name): "there is no group `\(name)`"
    case .groupsOverlap: "is defined for items of one group each, and some are of several"
    case .itemsWithoutGroup: "some items are of no group"
    case .tooManyRanks(let count, let most):
      "\(count) ranks would be compared, and no more than \(most) are; stop earlier, or compare at "
        + "fewer"
    case .tooManyTied(let count, let most):
      "\(count) items of different groups are tied, of more than \(most) of which the expected "
        + "value is not worked out; use ties: trec or ties: file"
    case .infinite(let cause): "is infinite: \(cause.rawValue)"
    }
  }
}

/// What a measure needs from the gold or from the submission.
public enum MeasureNeed: String, Sendable, Hashable, CaseIterable {
  case scores
  case labels
  case probabilities = "a score for each label (score:LABEL columns)"
  case grades
  case evidence
  case stages
  case alerts = "alerts raised while people write (kind early-detection)"
  case groups = "groups of items (--by ATTRIBUTE)"
}
