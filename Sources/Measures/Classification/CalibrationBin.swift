internal import ExactMath

/// The items whose probabilities lie between two bounds, and how many of them are positive: a point of
/// a reliability diagram, and a term of `ECE`.
///
/// Murphy and Winkler, "Reliability of subjective probability forecasts of precipitation and
/// temperature", Applied Statistics 26, 1977.
package struct CalibrationBin: Sendable, Hashable {
  /// From here on.
  package let low: Double
  /// The bin ends before it; the last one holds it.
  package let high: Double
  package let items: Int
  package let positives: Int
  /// Nil without items.
  package let meanProbability: Double?

  /// Bins of equal width, empty ones among them, of the items that have an answer; nil where a measure
  /// of probabilities is undefined, or where the count is not from 1 to a million.
  package static func bins(of assessment: Assessment, count: Int) -> [CalibrationBin]? {
    guard (1...1_000_000).contains(count), let scores = assessment.positiveProbabilities,
      assessment.areProbabilities(scores)
    else { return nil }
    var items = Array(repeating: 0, count: count)
    var positives = items
    var sums = Array(repeating: CompensatedSum(), count: count)
    for item in assessment.gold.indices where assessment.isAnswered(item) {
      let copies = assessment.count(item)
      guard copies > 0 else { continue }
      let probability = assessment.probabilityOfPositive(item, scores)
      let bin = position(of: probability, among: count)
      items[bin] += copies
      if assessment.scale.positive[Int(assessment.gold[item])] { positives[bin] += copies }
      sums[bin].add(probability * Double(copies))
    }
    return (0..<count).map { bin in
      CalibrationBin(
        low: Double(bin) / Double(count), high: Double(bin + 1) / Double(count),
        items: items[bin], positives: positives[bin],
        meanProbability: items[bin] > 0 ? sums[bin].value / Double(items[bin]) : nil)
    }
  }

  /// The bin that begins at or below `probability`: the product may be rounded to a neighbour's.
  static func position(of probability: Double, among bins: Int) -> Int {
    let bin = min(Int(probability * Double(bins)), bins - 1)
    if probability < Double(bin) / Double(bins) { return bin - 1 }
    return bin + 1 < bins && probability >= Double(bin + 1) / Double(bins) ? bin + 1 : bin
  }
}
