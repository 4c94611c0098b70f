extension MeasureDefinition {
  static let truePositiveRate = rate(
    "TPR", "Share of the positive items that are predicted positive (sensitivity, recall).",
    "TP/(TP + FN)", .positives, alias: "Sensitivity", example: 2.0 / 3
  ) { .rate($0.truePositives, of: $0.positives, .positives) }

  static let falsePositiveRate = rate(
    "FPR", "Share of the negative items that are predicted positive.",
    "FP/(FP + TN)", .negatives, direction: .lowerIsBetter, example: 0.5
  ) { .rate($0.falsePositives, of: $0.negatives, .negatives) }

  static let trueNegativeRate = rate(
    "TNR", "Share of the negative items that are predicted negative (specificity).",
    "TN/(FP + TN)", .negatives, alias: "Specificity", example: 0.5
  ) { .rate($0.trueNegatives, of: $0.negatives, .negatives) }

  static let falseNegativeRate = rate(
    "FNR", "Share of the positive items that are predicted negative: who is missed.",
    "FN/(TP + FN)", .positives, direction: .lowerIsBetter, example: 1.0 / 3
  ) { .rate($0.falseNegatives, of: $0.positives, .positives) }

  static let positivePredictiveValue = rate(
    "PPV", "Share of the items predicted positive that are positive (precision).",
    "TP/(TP + FP)", .predictedPositives, example: 2.0 / 3
  ) { $0.precision }

  static let negativePredictiveValue = rate(
    "NPV", "Share of the items predicted negative that are negative.",
    "TN/(FN + TN)", .predictedNegatives, example: 0.5
  ) { $0.negativePrecision }

  /// The label or grouping that is the class; the positive labels where it is not given.
  static let classLabel = MeasureParameter(
    "label", .label(or: []), positional: true,
    "a label or a grouping of the task; without it the positive labels")

  private static func rate(
    _ name: String, _ summary: String, _ formula: String,
    _ denominator: UndefinedReason.Denominator, direction: Direction = .higherIsBetter,
    alias: String? = nil, example: Double,
    _ value: @escaping @Sendable (BinaryCounts) -> MeasureValue
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula,
      source: "Altman and Bland, BMJ 308, 1994", direction: direction, needs: [.labels],
      parameters: [classLabel], undefined: "there are no \(denominator.rawValue)",
      aliases: alias.map { [MeasureAlias($0)] } ?? [],
      examples: [
        MeasureExample(
          name, .labels(gold: ["1", "1", "1", "0", "0"], predicted: ["1", "1", "0", "1", "0"]),
          is: example, because: "TP 2, FN 1, FP 1, TN 1")
      ],
      kernel: .confusion { arguments, scale in
        let members = try arguments.members(in: scale)
        return { value($0.against(members)) }
      })
  }
}
