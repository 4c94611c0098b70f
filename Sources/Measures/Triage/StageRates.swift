extension MeasureDefinition {
  static let stageSensitivity = MeasureDefinition(
    "Se",
    summary: "Share of the cases that reach a stage and pass it.",
    formula: "S_j = P(pass stage j | reached j, case)",
    source: "Altman and Bland, BMJ 308, 1994, among those who reach the stage",
    needs: [.stages], parameters: [stage], undefined: "no case reaches the stage",
    examples: [
      .ofTriage("Se(interview)", is: 2.0 / 3, because: "of three cases interviewed two pass")
    ],
    kernel: .triage { arguments, _, stages in
      let stage = try arguments.stage(among: stages, of: "Se")
      return { $0.sensitivity(stage) }
    })

  static let stageFalsePositiveRate = MeasureDefinition(
    "FPR",
    summary: "Share of the items that are no case and pass a stage of a triage, of those there.",
    formula: "F_j = P(pass stage j | reached j, no case)",
    source: "Altman and Bland, BMJ 308, 1994, among those who reach the stage",
    direction: .lowerIsBetter, needs: [.stages], parameters: [stage],
    undefined: "every item that reaches the stage is a case",
    examples: [
      .ofTriage(
        "FPR(stage=interview)", is: 0.5, because: "of two other items interviewed one passes")
    ],
    kernel: .triage { arguments, _, stages in
      let stage = try arguments.stage(among: stages, of: "FPR")
      return { $0.falsePositiveRate(stage) }
    })

  private static let stage = MeasureParameter(
    "stage", .stage, positional: true, "where items are counted; there is no default")
}
