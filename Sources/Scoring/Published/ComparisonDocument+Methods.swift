internal import Inference

extension ComparisonDocument {
  /// How the numbers of a comparison came about, where a reader could not tell from the rest.
  public struct Methods: Codable, Sendable, Equatable {
    /// The standard deviations that effects are in: `unit-differences`, those of the differences of
    /// each unit, which makes it Cohen's d_z; `bootstrap`, √n times the standard error on resamples.
    public var effect: String?
    /// `tost-t`, two one-sided t tests; `tost-bootstrap`, shares of resamples.
    public var equivalence: String?
    /// Of the p-values of equivalence, which no test corrects by itself.
    public var equivalenceCorrection: String?
    /// `paired-t`, with the standard deviations of effects.
    public var power: String?
    /// `min`: on resamples equal values share the better rank.
    public var rankTies: String?

    private enum CodingKeys: String, CodingKey {
      case effect, equivalence, power
      case equivalenceCorrection = "equivalence_correction"
      case rankTies = "rank_ties"
    }

    init(_ comparison: Comparison) {
      let isMean = comparison.isMeanOfUnits
      effect =
        comparison.pairs.contains { $0.effect.number != nil }
        ? (isMean ? "unit-differences" : "bootstrap") : nil
      equivalence =
        comparison.pairs.contains { $0.equivalence?.p.number != nil }
        ? (isMean ? "tost-t" : "tost-bootstrap") : nil
      equivalenceCorrection = equivalence == nil ? nil : comparison.request.correction.rawValue
      power =
        comparison.pairs.contains { $0.power?.smallestDifference.number != nil }
        ? "paired-t" : nil
      rankTies = comparison.systems.contains { $0.ranks != nil } ? "min" : nil
    }
  }
}
