package import Measures

/// What is found by when, as columns: the points of lines, in order of time. Where a value jumps
/// there are two points of one time.
///
/// Curves of a thousand points and more are thinned so that a picture of a thousand columns does not
/// change.
public struct CurvesDocument: Codable, Sendable, Equatable {
  public var minutes: [Double]
  /// Relevant items found.
  public var found: [Double]
  /// Their share of all relevant items.
  public var recall: [Double]
  /// Time-biased gain.
  public var timeBiasedGain: [Double]

  private enum CodingKeys: String, CodingKey {
    case minutes, found, recall
    case timeBiasedGain = "TBG"
  }

  /// How many columns a picture may have.
  private static let columns = 1000

  package init(_ curve: GainCurve) {
    let points = curve.thinned(toColumns: Self.columns).points
    minutes = points.map { $0.time / 60 }
    found = points.map(\.found)
    recall = points.map(\.recall)
    timeBiasedGain = points.map(\.gain)
  }
}
