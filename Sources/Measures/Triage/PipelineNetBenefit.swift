extension MeasureDefinition {
  static let pipelineNetBenefit = MeasureDefinition(
    "NetBenefit",
    summary: "True positives of a triage for each item, less false positives and work at a price.",
    formula: "TP/N − FP/N·t/(1 − t) − Σ h_j W_j/N, h_j = harm·c_j; with a prevalence π: TP/N = "
      + "TPR·π, FP/N = FPR·(1 − π)",
    source: "Vickers and Elkin, Medical Decision Making 26, 2006; Kessler et al., Suicide and "
      + "Life-Threatening Behavior, 2020 (net benefit of staged screening)",
    range: -Double.infinity...1, needs: [.stages],
    parameters: [
      MeasureParameter(
        "threshold", .number(0...0.999999), default: "0.5",
        "the probability at which acting is as good as not acting"),
      PopulationShares.parameter,
      MeasureParameter(
        "harm", .number(0...1e9), default: "0",
        "how many true positives a unit of a stage's cost is worth"),
    ],
    undefined: "there are no items, or one class is empty and its rate counts",
    examples: [
      .ofTriage(
        "NetBenefit(threshold=0.2,harm=0.01)", is: 0.115, because: "2/10 − 1/10·0.25 − 0.01·60/10"),
      .ofTriage(
        "NetBenefit(harm=0,prevalence=0.4)", is: 0.1, because: "0.5·0.4 − 1/6·0.6"),
    ],
    kernel: .triage { arguments, _, _ in
      let threshold = arguments.number("threshold") ?? 0.5
      let harm = arguments.number("harm") ?? 0
      let prevalence = arguments.number("prevalence")
      return { flow in
        if let reason = PopulationShares.missingClass(flow, prevalence) {
          return .undefined(reason)
        }
        guard let shares = PopulationShares(flow, prevalence: prevalence) else {
          return .undefined(.nothing(.items))
        }
        let benefit =
          shares.truePositives - shares.falsePositives * (threshold / (1 - threshold))
        return .number(harm == 0 ? benefit : benefit - harm * shares.cost(flow.stages))
      }
    })
}
