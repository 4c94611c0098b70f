package import Inference
package import Measures
package import SharedTasks

/// How useful several submissions are, how unfair, and what fairness costs.
package struct TradeOff: Sendable {
  package let question: TradeOffQuestion
  package let task: String
  package let kind: TaskDefinition.Kind
  package let split: String
  package let units: Int
  package let minimumSize: Int
  package let confidence: Double
  package let seed: UInt64
  /// Whether anything was drawn at random.
  package let isDrawn: Bool
  /// In the order of the files.
  package let systems: [System]
  /// Over all systems, by their positions.
  package let front: ParetoFront
  /// Nil where no resamples were drawn.
  package let probability: FrontProbability?
  /// What the area under the front is measured up to; nil where a measure has no worst value.
  package let reference: ParetoFront.Point?
  /// SHA-256 of the task's definition, of its gold and of groups.tsv.
  package let digests: (task: String?, gold: String, groups: String)
  package let signature: Signature
  /// Things that are not wrong but that a reader should know.
  package let notes: [String]

  /// One submission.
  package struct System: Sendable {
    package let name: SystemName
    package let digest: String?
    package let utility: MeasureValue
    package let gap: Gap
    /// The groups that the gap is between.
    package let table: GroupTable

    /// Why the submission has no place among the others; nil where it has one.
    package var whyLeftOut: String? {
      if let reason = utility.reason { return reason.description }
      guard gap.finding == nil else { return nil }
      return UndefinedReason.fewGroups(gap.used, of: gap.total).description
    }
  }

  /// The area that the front dominates; nil without a point that is worse than all.
  package var hypervolume: Double? { reference.map(front.hypervolume) }

  /// The best submissions within the bound that was asked for; nil where none keeps it.
  package var best: ParetoFront.Step? { question.atMost.flatMap(front.best) }

  /// Which way the utility is better.
  package static func better(_ measure: Measure) -> ParetoFront.Better {
    measure.definition.direction == .lowerIsBetter ? .lower : .higher
  }
}
