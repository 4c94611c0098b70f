internal import Inference
package import Measures

/// What a measure between groups says of the groups of a table.
package struct BetweenGroups: Sendable {
  package let measure: Measure
  /// Nil where it is withheld: small groups could be told from it.
  package let value: MeasureValue?
  /// The group or the two groups that the value is due to, the higher first: positions in the table.
  /// None where the measure does not know it, or where the value is a mean.
  package let responsible: [Int]
  /// Which groups are compared.
  package let isCompared: [Bool]
  /// Kind ranking: over how many topics the value is the mean.
  package let topics: Topics?
  /// Nil where there is none.
  package internal(set) var interval: MeasureInterval?
  /// Of how many groups, or pairs of them, those were chosen that the value is of; nil where it is not
  /// made of named groups.
  private let comparisons: Int?
  /// The two rates of separate groups that the value is the difference of, the higher first.
  private let rates: [MeasureValue]

  /// Topics in which the measure has a value, of all.
  package struct Topics: Sendable, Hashable {
    package let used: Int
    package let total: Int
  }

  init(
    _ measure: Measure, _ finding: GroupFinding?, _ groups: ComparedGroups,
    topics: Topics? = nil
  ) {
    self.measure = measure
    value = finding?.value
    responsible = finding?.value.number == nil ? [] : finding?.responsible ?? []
    isCompared = groups.isCompared
    self.topics = topics
    comparisons = finding?.contrast?.comparisons
    rates = finding?.rates ?? []
  }

  /// How many groups are compared.
  package var used: Int { isCompared.count { $0 } }
  /// How many groups there are.
  package var total: Int { isCompared.count }

  /// Whether a bootstrap of units says nothing of the value: it is a distance from what is fair, and
  /// not made of groups that have a name.
  var isBiasedOnResamples: Bool {
    value?.number != nil && comparisons == nil && measure.resamplingBetweenGroups == .named
  }

  /// The interval of a value from the replicates of what is drawn.
  ///
  /// - Parameter isNamed: whether the replicates are of the groups that the value is due to.
  mutating func setInterval(
    _ replicates: ReplicateColumn, confidence: Double, isNamed: Bool = false
  ) {
    let comparisons = isNamed ? comparisons : nil
    guard value?.number != nil,
      let found = BootstrapInterval.percentile(
        replicates, confidence: .ofEach(comparisons ?? 1, together: confidence))
    else { return }
    interval = MeasureInterval(
      low: found.low, high: found.high, confidence: confidence, method: .percentile,
      replicates: replicates.count, undefined: replicates.undefined, isApproximate: false,
      comparisons: comparisons)
  }

  /// Newcombe's interval where the value is the difference of two rates of groups that share no unit;
  /// whether it is.
  mutating func setIntervalOfRates(confidence: Double) -> Bool {
    guard let comparisons, rates.count == 2, case .ratio(let high, let highCount) = rates[0],
      case .ratio(let low, let lowCount) = rates[1],
      let found = ProportionInterval.newcombe(
        successes: Double(high), of: Double(highCount), minus: Double(low), of: Double(lowCount),
        confidence: .ofEach(comparisons, together: confidence))
    else { return false }
    interval = MeasureInterval(
      low: found.low, high: found.high, confidence: confidence, method: .newcombe, replicates: 0,
      undefined: 0, isApproximate: false, comparisons: comparisons)
    return true
  }
}

extension Double {
  /// The confidence of each of some intervals that all of them hold together, after Bonferroni: Dunn,
  /// "Multiple comparisons among means", JASA 56, 1961.
  static func ofEach(_ comparisons: Int, together confidence: Double) -> Double {
    comparisons > 1 ? 1 - (1 - confidence) / Double(comparisons) : confidence
  }
}
