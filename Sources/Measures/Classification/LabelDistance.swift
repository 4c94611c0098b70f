internal import ExactMath

extension MeasureDefinition {
  static let meanAbsoluteError = MeasureDefinition(
    "MAE",
    summary: "Mean distance between the positions of predicted and gold label.",
    formula: "1/n · Σ |p − g|; macro: the mean over gold labels of each label's own",
    source: "macro: Baccianella, Esuli and Sebastiani, ISDA 2009",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels],
    parameters: [
      MeasureParameter(
        "average", .choice(["items", "macro"]), default: "items", positional: true,
        "over items, or over labels")
    ],
    undefined: "there are no items",
    examples: [
      MeasureExample(
        "MAE(macro)", .labels(gold: ["a", "a", "c"], predicted: ["a", "b", "a"]), is: 1.25,
        because: "a: (0 + 1)/2, c: 2 (labels in order a, b, c)")
    ],
    isMeanOfItems: { $0.text("average") == "items" },
    kernel: .confusion { arguments, _ in
      let macro = arguments.text("average") == "macro"
      return { confusion in
        let levels = (0..<confusion.levels).filter { confusion.gold($0) > 0 }
        guard !levels.isEmpty else { return .undefined(.nothing(.items)) }
        let distances = levels.map { Double(confusion.distance(of: $0) { abs($0) }) }
        if macro {
          let means = zip(levels, distances).map { $1 / Double(confusion.gold($0)) }
          return .number(Exact.sum(means) / Double(levels.count))
        }
        return .number(distances.reduce(0, +) / Double(confusion.size))
      }
    })

  static let rootMeanSquaredError = MeasureDefinition(
    "RMSE",
    summary: "Root of the mean squared distance between positions of predicted and gold label.",
    formula: "√(1/n · Σ (p − g)²)",
    source: "scikit-learn 1.9 `root_mean_squared_error`, on positions of labels",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels],
    undefined: "there are no items",
    examples: [
      MeasureExample(
        "RMSE", .labels(gold: ["a", "b", "c"], predicted: ["a", "b", "a"]), is: 1.1547005,
        because: "√((0 + 0 + 4)/3) (labels in order a, b, c)")
    ],
    kernel: .confusion { _, _ in
      { confusion in
        guard confusion.size > 0 else { return .undefined(.nothing(.items)) }
        let squares = (0..<confusion.levels).reduce(0) {
          $0 + confusion.distance(of: $1) { $0 * $0 }
        }
        return .number((Double(squares) / Double(confusion.size)).squareRoot())
      }
    })
}

extension Confusion {
  /// The summed distance of the items of a gold level; what was left out is at the farthest label.
  fileprivate func distance(of gold: Int, _ distance: (Int) -> Int) -> Int {
    let answered = (0..<levels).reduce(0) {
      $0 + self[gold: gold, predicted: $1] * distance($1 - gold)
    }
    return answered + leftOut[gold] * distance(max(gold, levels - 1 - gold))
  }
}
