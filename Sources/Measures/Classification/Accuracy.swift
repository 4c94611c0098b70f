internal import ExactMath

extension MeasureDefinition {
  static let accuracy = MeasureDefinition(
    "Accuracy",
    summary: "Share of the items whose label is right.",
    formula: "Σ_k n_kk / n",
    source: "scikit-learn 1.9 `accuracy_score`",
    needs: [.labels],
    undefined: "there are no items",
    aliases: [MeasureAlias("ACC")],
    examples: [
      MeasureExample(
        "Accuracy", .labels(gold: ["a", "b", "c"], predicted: ["a", "b", "b"]), is: 2.0 / 3,
        because: "2 of 3 are right")
    ],
    isMeanOfItems: { _ in true },
    kernel: .confusion { _, _ in { .rate($0.correct, of: $0.size, .items) } })

  static let balancedAccuracy = MeasureDefinition(
    "BalancedAccuracy",
    summary: "Mean over the labels of the gold of the share of their items that is right.",
    formula: "1/K · Σ_k n_kk/n_k. over labels with gold items",
    source: "Brodersen, Ong, Stephan and Buhmann, ICPR 2010; scikit-learn 1.9",
    needs: [.labels],
    undefined: "there are no items",
    examples: [
      MeasureExample(
        "BalancedAccuracy", .labels(gold: ["a", "a", "b"], predicted: ["a", "b", "b"]), is: 0.75,
        because: "(1/2 + 1)/2")
    ],
    kernel: .confusion { _, _ in
      { confusion in
        let levels = (0..<confusion.levels).filter { confusion.gold($0) > 0 }
        guard !levels.isEmpty else { return .undefined(.nothing(.items)) }
        let recalls = levels.map {
          Double(confusion[gold: $0, predicted: $0]) / Double(confusion.gold($0))
        }
        return .number(Exact.sum(recalls) / Double(levels.count))
      }
    })
}
