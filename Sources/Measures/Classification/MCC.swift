extension MeasureDefinition {
  static let matthewsCorrelation = MeasureDefinition(
    "MCC",
    summary: "Correlation of gold and predicted labels.",
    formula: "cov(g, p)/√(cov(g, g)·cov(p, p)) of one-hot labels",
    source: "Matthews, BBA 405, 1975; several labels: Gorodkin, Computational Biology and "
      + "Chemistry 28, 2004",
    range: -1...1, needs: [.labels],
    undefined: "gold or predictions have a single label (scikit-learn gives 0), or answers of more "
      + "than two labels are left out, where no single worst label exists",
    examples: [
      MeasureExample(
        "MCC", .labels(gold: ["1", "1", "0", "0"], predicted: ["1", "0", "0", "0"]),
        is: 1 / 3.0.squareRoot(), because: "(1·2 − 0·1)/√(1·2·2·3)")
    ],
    kernel: .confusion { _, _ in
      { confusion in
        guard confusion.size > 0 else { return .undefined(.nothing(.items)) }
        guard let confusion = confusion.filledWithTheOtherLabel else {
          return .undefined(.answersLeftOut)
        }
        let size = Double(confusion.size)
        let levels = 0..<confusion.levels
        let gold = levels.map { Double(confusion.gold($0)) }
        let predicted = levels.map { Double(confusion.predicted($0)) }
        let both = levels.reduce(0) { $0 + gold[$1] * predicted[$1] }
        let goldSpread = size * size - gold.reduce(0) { $0 + $1 * $1 }
        let predictedSpread = size * size - predicted.reduce(0) { $0 + $1 * $1 }
        guard goldSpread > 0 else { return .undefined(.noVariation(of: "gold labels")) }
        guard predictedSpread > 0 else { return .undefined(.noVariation(of: "predicted labels")) }
        let covariance = Double(confusion.correct) * size - both
        return .number(covariance / (goldSpread.squareRoot() * predictedSpread.squareRoot()))
      }
    })
}

extension Confusion {
  /// With two labels, what was left out as wrong; nil where there are more and any is left out.
  fileprivate var filledWithTheOtherLabel: Confusion? {
    guard leftOut.contains(where: { $0 > 0 }) else { return self }
    guard levels == 2 else { return nil }
    var filled = Confusion(levels: 2)
    for gold in 0..<2 {
      for predicted in 0..<2 {
        filled.add(gold: gold, predicted: predicted, count: self[gold: gold, predicted: predicted])
      }
      filled.add(gold: gold, predicted: 1 - gold, count: leftOut[gold])
    }
    return filled
  }
}
