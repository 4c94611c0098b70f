internal import Measures
internal import Scoring

/// Intervals as they are shown beside their values.
enum IntervalText {
  /// The head of their column.
  static func header(_ intervals: ScorecardIntervals) -> String {
    Number.percent(intervals.confidence) + " interval"
  }

  /// Both ends with as many decimals as the value; a dash where there is no interval.
  static func rounded(_ interval: MeasureInterval?, of measure: Measure) -> String {
    guard let interval else { return "–" }
    let ends = [interval.low, interval.high].map { end in
      let text = Number.rounded(.number(end), of: measure)
      return measure.definition.isTime ? String(text.dropLast(2)) : text
    }
    return "[\(ends[0]), \(ends[1])]" + (interval.isApproximate ? " ≈" : "")
  }

  /// Two cells that lose no digit, empty where there is no interval.
  static func exact(_ interval: MeasureInterval?) -> [String] {
    [interval?.low, interval?.high].map { $0.map(Number.shortest) ?? "" }
  }

  /// How intervals came about; empty where there are none.
  ///
  /// - Parameter units: what was drawn, as people say it.
  static func explanation(_ all: [(Measure, MeasureInterval?)], units: String) -> String {
    guard let confidence = all.lazy.compactMap(\.1).first?.confidence else { return "" }
    func measures(_ methods: Set<MeasureInterval.Method>) -> [String] {
      all.compactMap { measure, interval in
        interval.map { methods.contains($0.method) } == true ? measure.description : nil
      }.uniqued
    }
    let delong = measures([.delong])
    let wilson = measures([.wilson])
    var parts: [String] = []
    if !delong.isEmpty {
      parts.append("DeLong on the logit scale for " + delong.joined(separator: ", "))
    }
    if !wilson.isEmpty { parts.append("Wilson for " + wilson.joined(separator: ", ")) }
    for (method, name) in [
      (MeasureInterval.Method.percentile, "percentile bootstrap"), (.bca, "BCa bootstrap"),
    ] where !measures([method]).isEmpty {
      parts.append("\(name) over \(units)" + (parts.isEmpty ? "" : " for the rest"))
    }
    guard !parts.isEmpty else { return "" }
    return Number.percent(confidence) + " intervals: " + parts.joined(separator: "; ")
  }
}
