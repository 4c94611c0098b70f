internal import Inference
package import Measures

extension ComparisonRequest {
  /// Refuses a test that the measure cannot have.
  func check(
    _ measure: Measure, isMeanOfUnits: Bool, systems: Int
  ) throws(ComparisonError) {
    if alternative != .twoSided, baseline == nil, test != .tukey,
      systems > Comparison.mostSystemsInPairs
    {
      throw .oneSidedPairs(alternative)
    }
    switch test {
    case .bootstrap where measure.definition.isBiasedOnResamples: throw .biasedOnResamples(measure)
    case .t where !isMeanOfUnits:
      throw .noMeanOfUnits(measure, test: "t", instead: "--test permutation or --test bootstrap")
    case .tukey where !isMeanOfUnits:
      throw .noMeanOfUnits(
        measure, test: "randomised Tukey", instead: "--test permutation and --correction holm")
    case .delong where !measure.isWholeAUC: throw .notArea(measure)
    case .tukey where alternative != .twoSided: throw .tukeyIsTwoSided
    case .tukey where baseline != nil: throw .tukeyWithBaseline
    case .permutation, .bootstrap, .tukey:
      if replicates == 0 { throw .noReplicates(test: test.rawValue) }
    default: break
    }
  }

  /// Refuses to look for a system that is worse than the baseline where none could be found.
  package func checkCanBeWorse(_ measure: Measure) throws(ComparisonError) {
    guard baseline != nil else { throw .needsBaseline }
    let worse: Alternative
    switch measure.definition.direction {
    case .neither: throw .noDirection(measure)
    case .higherIsBetter: worse = .less
    case .lowerIsBetter: worse = .greater
    }
    guard alternative == .twoSided || alternative == worse else { throw .cannotBeWorse }
  }
}
