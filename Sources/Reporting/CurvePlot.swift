internal import Measures
internal import Scoring

/// Recall against the reviewer's minutes, as a picture in the terminal.
enum CurvePlot {
  static func text(_ card: Scorecard) -> String {
    guard let curve = card.curve else { return "" }
    return "\n"
      + TextPlot(
        title: "recall", horizontalAxis: "minutes",
        points: curve.points.map { (($0.time / 6).rounded() / 10, $0.recall) }, vertical: 0...1
      ).text
  }
}
