internal import Measures
internal import Scoring
internal import SharedTasks

/// Recall against the reviewer's minutes, as a picture in the terminal.
enum CurvePlot {
  /// The picture; empty where there is no curve.
  ///
  /// - Parameter name: of the submission, where there are several.
  static func text(_ card: Scorecard, name: String? = nil) -> String {
    guard let curve = card.curve else { return "" }
    return "\n" + plot(of: curve, title: (name.map { "\($0): " } ?? "") + title(card)).text
  }

  /// Drawn by the second, which leaves even a short list its steps; only the axis is in minutes.
  static func plot(of curve: GainCurve, title: String) -> TextPlot {
    TextPlot(
      title: title, horizontalAxis: "minutes", points: curve.points.map { ($0.time, $0.recall) },
      vertical: 0...1, joint: .line, mark: minutes)
  }

  private static func title(_ card: Scorecard) -> String {
    guard card.kind == .ranking else { return "recall" }
    return "recall, mean over \(card.units) \(card.units == 1 ? "topic" : "topics")"
  }

  /// Seconds as minutes: one decimal, below a minute two digits.
  static func minutes(_ seconds: Double) -> String {
    let minutes = seconds / 60
    var scale = 10.0
    while minutes > 0, minutes * scale < 10, scale < 1e6 { scale *= 10 }
    return Number.shortest((minutes * scale).rounded() / scale)
  }
}
