internal import ExactMath

extension MeasureDefinition {
  static let meanCalibration = MeasureDefinition(
    "MeanCalibration",
    summary: "How much more often items are positive than their probabilities say, on average.",
    formula: "mean y − mean p; above 0 where the probabilities are too low",
    source: "Van Calster, McLernon, van Smeden, Wynants and Steyerberg, BMC Medicine 17, 2019",
    range: -1...1, direction: .neither, needs: [.scores],
    undefined: "there are no items, scores are not in [0, 1], or answers are left out",
    aliases: [MeasureAlias("CalibrationInTheLarge")],
    examples: [
      MeasureExample(
        "MeanCalibration", .scores(gold: [1, 0], scores: [0.5, 0.25]), is: 0.125,
        because: "½ − 0.375")
    ],
    readsProbabilities: true,
    kernel: .assessment { _, scale in
      { assessment in
        guard let scores = assessment.positiveProbabilities else {
          return .undefined(.needs(.scores))
        }
        guard assessment.areProbabilities(scores) else {
          return .undefined(.scoresOutsideUnitInterval)
        }
        guard assessment.leftOut == 0 else { return .undefined(.answersLeftOut) }
        var sum = CompensatedSum()
        for item in assessment.gold.indices {
          let outcome = scale.positive[Int(assessment.gold[item])] ? 1.0 : 0
          let difference = outcome - assessment.probabilityOfPositive(item, scores)
          sum.add(Double(assessment.count(item)) * difference)
        }
        let size = assessment.size
        return size > 0 ? .number(sum.value / Double(size)) : .undefined(.nothing(.items))
      }
    })
}
