extension MeasureDefinition {
  static let netSensitivity = MeasureDefinition(
    "NetSensitivity",
    summary: "Share of the cases that pass every stage: the product of the stages' sensitivities.",
    formula: "TP/(TP + FN) = Π S_j; S_j = P(pass stage j | reached j, case)",
    source: "tests in series, by the chain rule of probability",
    needs: [.stages], undefined: "there are no positive items",
    examples: [
      .ofTriage("NetSensitivity", is: 0.5, because: "two of the four urgent items pass both stages")
    ],
    kernel: .triage { _, _, _ in { .rate($0.truePositives, of: $0.positives, .positives) } })

  static let netFalsePositiveRate = MeasureDefinition(
    "NetFPR",
    summary: "Share of the items that are no case and pass every stage.",
    formula: "FP/(FP + TN) = Π F_j; F_j = P(pass stage j | reached j, no case)",
    source: "tests in series, by the chain rule of probability",
    direction: .lowerIsBetter, needs: [.stages], undefined: "there are no negative items",
    examples: [
      .ofTriage("NetFPR", is: 1.0 / 6, because: "one of the six other items passes both stages")
    ],
    kernel: .triage { _, _, _ in { .rate($0.falsePositives, of: $0.negatives, .negatives) } })
}
