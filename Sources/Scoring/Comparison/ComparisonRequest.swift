package import Inference

/// What is asked of a comparison.
package struct ComparisonRequest: Sendable {
  /// How the p-value of a difference is found.
  package enum Test: String, Sendable, CaseIterable {
    /// Paired permutation: which answer is whose is a toss-up for every unit.
    case permutation
    /// Paired bootstrap, the differences shifted to have none on average.
    case bootstrap
    /// Student's paired t.
    case t
    /// DeLong, DeLong and Clarke-Pearson, for the area under the curve.
    case delong
    /// Randomised Tukey, of all systems at once.
    case tukey
  }

  package var test = Test.permutation
  package var alternative = Alternative.twoSided
  package var correction = Correction.holm
  /// Of intervals; what is missing to 1 is the level of significance.
  package var confidence = 0.95
  /// Permutations, and resamples of intervals and ranks.
  package var replicates = IntervalOptions.defaultReplicates
  /// Whether more permutations are taken where so many tests are corrected for that `replicates` of
  /// them could not show anything.
  package var takesMorePermutations = false
  package var seed = IntervalOptions.defaultSeed
  package var threads = 1
  /// The position of the submission that all others are compared with; nil where all pairs are.
  package var baseline: Int?
  /// The largest difference that does not matter, where equivalence is to be shown.
  package var equivalence: Double?
  package var wantsPower = false

  package init() {}

  /// The level of significance.
  package var level: Double { 1 - confidence }

  /// The correction that is made: randomised Tukey corrects by itself.
  package var effectiveCorrection: Correction { test == .tukey ? .none : correction }
}

extension ComparisonRequest {
  /// The power that units are counted for.
  package static let power = 0.8
}
