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
  /// How many groups are compared.
  package let used: Int
  /// How many groups there are.
  package let total: Int
  /// Kind ranking: over how many topics the value is the mean.
  package let topics: Topics?
  /// Nil where there is none.
  package internal(set) var interval: MeasureInterval?

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
    used = groups.used
    total = groups.isCompared.count
    self.topics = topics
  }

  mutating func setInterval(_ replicates: ReplicateColumn, confidence: Double) {
    guard value?.number != nil,
      let found = BootstrapInterval.percentile(replicates, confidence: confidence)
    else { return }
    interval = MeasureInterval(
      low: found.low, high: found.high, confidence: confidence, method: .percentile,
      replicates: replicates.count, undefined: replicates.undefined, isApproximate: false)
  }
}
