extension MeasureDefinition {
  static let earlyRiskDetectionError = MeasureDefinition(
    "ERDE",
    summary: "Mean cost of the decisions; an alert after o writings costs half of a miss.",
    formula: "mean over the gold's users of: false alert: people at risk/users; nobody alerted, at "
      + "risk: 1; alerted after k writings, at risk: 1 − 1/(1 + e^(k − o)); else 0",
    source: "Losada and Crestani, CLEF 2016; costs and mean as eRisk has them since 2019",
    direction: .lowerIsBetter,
    needs: [.alerts], cutoff: .requiredCount,
    undefined: "there are no users",
    aliases: [MeasureAlias("ERDE", takesCutoff: true)],
    examples: [
      MeasureExample(
        "ERDE@5", .alerts(gold: [1, 1, 1, 0], writings: [5, 1, nil, 1]), is: 0.5669966,
        because: "costs 0.5, 1 − 1/(1 + e⁻⁴), 1 and 3/4"),
      MeasureExample(
        "ERDE@5", .alerts(gold: [1, 0], writings: [2000, nil]), is: 0.5,
        because: "an alert that comes very late is as bad as none"),
    ],
    kernel: .earlyDetection { arguments, _ in
      let deadline = arguments.rank ?? 1
      return .mean { DecisionCosts(deadline: deadline, of: $0) }
    })
}
