internal import Scoring

extension CalibrationPicture {
  /// Bins as a board has them, each of enough items.
  init(_ bins: [BoardScore.CalibrationCounts], name: String, decimals: Int) {
    self.init(
      bins: bins.map {
        Bin(
          low: $0.low, high: $0.high, items: $0.items, positives: $0.positives,
          meanProbability: $0.meanProbability)
      }, name: name, decimals: decimals)
  }
}
