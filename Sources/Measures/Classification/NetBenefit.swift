extension MeasureDefinition {
  static let netBenefit = MeasureDefinition(
    "NetBenefit",
    summary: "True positives an item, less false positives at the price that the threshold sets.",
    formula: "TPR·π − FPR·(1 − π)·t/(1 − t); positive from score ≥ t on; π the prevalence",
    source: "Vickers and Elkin, Medical Decision Making 26, 2006",
    range: -Double.infinity...1, needs: [.scores],
    parameters: [
      MeasureParameter(
        "threshold", .number(0...0.999999), default: "0.5",
        "the probability at which acting is as good as not acting"),
      MeasureParameter(
        "prevalence", .number(0...1), "the share of positives; without it that of the gold"),
    ],
    undefined: "there are no items, one class is empty and its rate counts, or scores are not in "
      + "[0, 1]",
    examples: [
      MeasureExample(
        "NetBenefit(threshold=0.2)", .scores(gold: [1, 0, 0, 1], scores: [0.9, 0.3, 0.1, 0.2]),
        is: 0.4375, because: "2/4 − 1/4 · 0.2/0.8")
    ],
    readsProbabilities: true,
    // With a prevalence of its own it is a mean over each class, and no longer one over items.
    isMeanOfItems: { $0.text("prevalence") == nil },
    kernel: .assessment { arguments, scale in
      let threshold = arguments.number("threshold") ?? 0.5
      let given = arguments.number("prevalence")
      return { assessment in
        guard let scores = assessment.positiveProbabilities else {
          return .undefined(.needs(.scores))
        }
        guard assessment.areProbabilities(scores) else {
          return .undefined(.scoresOutsideUnitInterval)
        }
        var counts = BinaryCounts()
        for item in assessment.gold.indices {
          let copies = assessment.count(item)
          let acted = assessment.probabilityOfPositive(item, scores) >= threshold
          switch (scale.positive[Int(assessment.gold[item])], acted) {
          case (true, true) where assessment.isAnswered(item): counts.truePositives += copies
          case (true, _): counts.falseNegatives += copies
          case (false, true): counts.falsePositives += copies
          case (false, false): counts.trueNegatives += copies
          }
        }
        return benefit(of: counts, threshold: threshold, prevalence: given)
      }
    })
}

private func benefit(
  of counts: BinaryCounts, threshold: Double, prevalence given: Double?
) -> MeasureValue {
  let size = counts.positives + counts.negatives
  guard size > 0 else { return .undefined(.nothing(.items)) }
  let odds = threshold / (1 - threshold)
  guard let given else {
    let benefit = Double(counts.truePositives) - Double(counts.falsePositives) * odds
    return .number(benefit / Double(size))
  }
  guard counts.positives > 0 || given == 0 else { return .undefined(.nothing(.positives)) }
  guard counts.negatives > 0 || given == 1 else { return .undefined(.nothing(.negatives)) }
  let found =
    given == 0 ? 0 : Double(counts.truePositives) / Double(counts.positives) * given
  let false_ =
    given == 1 ? 0 : Double(counts.falsePositives) / Double(counts.negatives) * (1 - given)
  return .number(found - false_ * odds)
}
