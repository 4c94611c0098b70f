extension MeasureDefinition {
  static let pipelinePPV = MeasureDefinition(
    "PPV",
    summary: "Share of the items that pass every stage of a triage that are cases.",
    formula: "TP/(TP + FP); with a prevalence π: TPR·π/(TPR·π + FPR·(1 − π))",
    source: "Altman and Bland, BMJ 309, 1994; odds_j = odds_(j−1)·S_j/F_j from stage to stage",
    needs: [.stages], parameters: [PopulationShares.parameter],
    undefined: "nobody passes every stage, or a class that counts is empty",
    examples: [
      .ofTriage(
        "PPV(prevalence=0.1)", is: 0.25, because: "0.5·0.1/(0.5·0.1 + 1/6·0.9)")
    ],
    kernel: .triage { arguments, _, _ in
      let prevalence = arguments.number("prevalence")
      return { predictiveValue($0, prevalence) }
    })

  static let numberNeededToEvaluate = MeasureDefinition(
    "NNE",
    summary: "How many items pass every stage for one case among them.",
    formula: "1/PPV",
    source: "Romero-Brufau et al., Critical Care 19, 2015 (number needed to evaluate)",
    range: 1...Double.infinity, direction: .lowerIsBetter, needs: [.stages],
    parameters: [PopulationShares.parameter],
    undefined: "no case passes every stage, or a class that counts is empty",
    examples: [
      .ofTriage("NNE", is: 1.5, because: "three items pass both stages, two of them cases"),
      .ofTriage("NNE(prevalence=0.1)", is: 4, because: "1/0.25"),
    ],
    kernel: .triage { arguments, _, _ in
      let prevalence = arguments.number("prevalence")
      return { flow in
        if prevalence == nil, flow.truePositives > 0 {
          return .ratio(flow.truePositives + flow.falsePositives, of: flow.truePositives)
        }
        let value = predictiveValue(flow, prevalence)
        guard let number = value.number else { return value }
        return number == 0 ? .undefined(.nothing(.casesPassed)) : .number(1 / number)
      }
    })
}

/// Undefined where nobody with an answer passes, whatever was left out.
private func predictiveValue(_ flow: TriageFlow, _ prevalence: Double?) -> MeasureValue {
  guard flow.passing(flow.stages.count) > 0 else { return .undefined(.nothing(.passed)) }
  guard prevalence != nil else {
    return .ratio(flow.truePositives, of: flow.truePositives + flow.falsePositives)
  }
  if let reason = PopulationShares.missingClass(flow, prevalence) { return .undefined(reason) }
  guard let shares = PopulationShares(flow, prevalence: prevalence),
    shares.truePositives + shares.falsePositives > 0
  else { return .undefined(.nothing(.passed)) }
  return .number(shares.truePositives / (shares.truePositives + shares.falsePositives))
}
