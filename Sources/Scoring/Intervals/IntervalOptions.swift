/// How sure somebody wants to be of a scorecard, and how it is found out.
package struct IntervalOptions: Sendable {
  /// Which rule gives the interval of a measure.
  package enum Rule: String, Sendable, CaseIterable {
    /// Wilson's for rates, DeLong's on the logit scale for AUC, the percentile bootstrap for the rest.
    case auto
    /// The percentile bootstrap for all.
    case percentile
    /// The bias-corrected and accelerated bootstrap for all.
    case bca
  }

  /// The seed where nobody gives another.
  package static let defaultSeed: UInt64 = 20_260_101
  package static let defaultReplicates = 10_000
  /// A replicate of every measure, file and pair is kept until the end.
  package static let mostReplicates = 1_000_000
  /// Draws of units for measures that are no means; more of them would take minutes.
  package static let mostDraws = 1_000_000_000
  /// Replicates that are taken whatever they cost: fewer have no 2.5 % to speak of.
  package static let fewestReplicates = 200

  package var rule = Rule.auto
  package var confidence = 0.95
  package var replicates = Self.defaultReplicates
  package var seed = Self.defaultSeed
  /// Whether each label of the gold keeps its number of units in every resample.
  package var isStratified = false

  package init() {}

  /// Why so many replicates do not give an interval of that confidence; nil where they do: each tail
  /// is to have five of them.
  static func shortage(_ replicates: Int, confidence: Double) -> String? {
    let needed = Int((10 / (1 - confidence)).rounded(.up))
    guard replicates > 0, replicates < needed else { return nil }
    return
      "\(replicates) replicates are few for intervals with a confidence of \(confidence): their "
      + "bounds go by less than five of them; "
      + (needed > mostReplicates
        ? "no number up to \(mostReplicates) is enough" : "take \(needed) or more")
  }

  /// That fewer were drawn than asked for.
  ///
  /// - Parameter what: what was drawn, as people say it.
  static func noteOnFewer(_ replicates: Int, of wanted: Int, _ what: String) -> String {
    "\(replicates) \(what) instead of \(wanted), which would draw more than a billion units"
  }

  /// The replicates of so many measures that are no means over units: fewer than asked for where
  /// they would take too long.
  static func affordable(_ replicates: Int, units: Int, measures: Int) -> Int {
    let (draws, isTooLarge) = (units * max(0, measures)).multipliedReportingOverflow(by: replicates)
    guard isTooLarge || draws > mostDraws else { return replicates }
    let affordable = mostDraws / max(1, units * measures)
    return min(replicates, max(fewestReplicates, affordable))
  }
}
