package import Measures

/// What is found by when, as columns: the points of lines, in order of time. Where a value jumps
/// there are two points of one time. Of several lists (topics) it is their mean at each moment.
///
/// Curves of more than about a thousand points are thinned: values at every 500th of the time stay exact,
/// so that a picture of these moments does not change.
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

  /// How many parts of its time a curve is told apart in, with two points each and seldom more.
  private static let parts = 500

  package init(_ curve: GainCurve) {
    let points = curve.thinned(toParts: Self.parts).points
    minutes = points.map { $0.time / 60 }
    found = points.map(\.found)
    recall = points.map(\.recall)
    timeBiasedGain = points.map(\.gain)
  }
}
