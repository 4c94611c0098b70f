/// How ill somebody is on a scale that nobody sees, standard normal, cut into labels.
enum BenchmarkSeverity {
  static let labels = ["none", "low", "moderate", "severe"]

  /// The position of the label that so much is given.
  static func label(_ severity: Double) -> Int {
    severity < 0.5 ? 0 : severity < 0.9 ? 1 : severity < 1.5 ? 2 : 3
  }
}
