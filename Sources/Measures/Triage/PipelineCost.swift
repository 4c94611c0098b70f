extension MeasureDefinition {
  static let totalCost = MeasureDefinition(
    "TotalCost",
    summary: "What the stages cost together, each for the items that reach it.",
    formula: "Σ c_j W_j; c_j the cost of stage j for an item, W_j the items that reach it",
    source: "Schumann, Lang, Foster and Dickerson, NeurIPS 2019 (tiered interviewing)",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.stages],
    undefined: "there are no items",
    examples: [.ofTriage("TotalCost", is: 60, because: "10 items at 1 and 5 items at 10")],
    kernel: .triage { _, _, _ in
      { $0.size == 0 ? .undefined(.nothing(.items)) : .number($0.totalCost) }
    })

  static let costPerCase = MeasureDefinition(
    "CostPerCase",
    summary: "What the stages cost for each case that passes all of them.",
    formula: "Σ c_j W_j/TP; with a prevalence π: Σ c_j (W_j/N)/(π·Π S_j)",
    source: "Schumann, Lang, Foster and Dickerson, NeurIPS 2019 (tiered interviewing)",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.stages],
    parameters: [PopulationShares.parameter],
    undefined: "no case passes every stage, or a class that counts is empty",
    examples: [
      .ofTriage("CostPerCase", is: 30, because: "60 for two cases"),
      .ofTriage(
        "CostPerCase(prevalence=0.1)", is: 95,
        because: "(1 + 10·(3/4·0.1 + 2/6·0.9))/(0.5·0.1)"),
    ],
    kernel: .triage { arguments, _, _ in
      let prevalence = arguments.number("prevalence")
      return { flow in
        if let reason = PopulationShares.missingClass(flow, prevalence) {
          return .undefined(reason)
        }
        guard prevalence != nil else {
          return flow.truePositives == 0
            ? .undefined(.nothing(.casesPassed))
            : .number(flow.totalCost / Double(flow.truePositives))
        }
        guard let shares = PopulationShares(flow, prevalence: prevalence), shares.truePositives > 0
        else { return .undefined(.nothing(.casesPassed)) }
        return .number(shares.cost(flow.stages) / shares.truePositives)
      }
    })
}
