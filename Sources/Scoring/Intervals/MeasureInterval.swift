/// Between what the value of a measure may lie, were the task to draw its units anew.
package struct MeasureInterval: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case percentile = "bootstrap-percentile"
    case bca = "bootstrap-bca"
    case wilson
    case newcombe
    case delong = "delong-logit"

    package var isBootstrap: Bool { self == .percentile || self == .bca }
  }

  package let low: Double
  package let high: Double
  package let confidence: Double
  package let method: Method
  /// Replicates of the bootstrap, with a value or without; 0 for a formula.
  package let replicates: Int
  /// Replicates on which the measure was undefined: they are counted here and nowhere else.
  package let undefined: Int
  /// Whether the interval is of a cut-off measure over one list: copies of an item stand side by side
  /// and take up its ranks, so that it is approximate.
  package let isApproximate: Bool
  /// Of how many groups, or pairs of them, the one was chosen that the interval is of: its bounds are
  /// those of so many intervals at once. Nil where it is of the value itself.
  package var comparisons: Int?
}

/// The intervals of a scorecard, or of a run that is evaluated.
package struct ScorecardIntervals: Sendable {
  /// One a measure, in the order of the values; nil where there is none.
  package let all: [MeasureInterval?]
  package let confidence: Double
  package let rule: IntervalOptions.Rule
  /// Replicates of the bootstrap; 0 where no measure needed any.
  package let replicates: Int
  package let seed: UInt64
  package let isStratified: Bool
  package let notes: [String]

  /// The seed of what was drawn; nil where nothing was.
  var usedSeed: UInt64? { replicates > 0 ? seed : nil }
}
