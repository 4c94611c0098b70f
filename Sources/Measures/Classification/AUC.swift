internal import ExactMath

extension MeasureDefinition {
  static let auc = MeasureDefinition(
    "AUC",
    summary: "Probability that a positive item is ranked above another; ties count one half.",
    formula: "Σ over positive–negative pairs of [s⁺ > s⁻] + ½[s⁺ = s⁻], over their number; "
      + "ovr: mean over labels of each against the rest; ovo: mean over pairs of labels (Hand and "
      + "Till); max_fpr: the area up to that rate, standardised (McClish)",
    source: "Hanley and McNeil, Radiology 143, 1982; Hand and Till, Machine Learning 45, 2001; "
      + "McClish, Medical Decision Making 9, 1989",
    needs: [.scores],
    parameters: [
      MeasureParameter(
        "classes", .choice(["positive", "ovr", "ovo"]), default: "positive", positional: true,
        "the positive labels against the rest, each label against the rest, or pairs of labels"),
      MeasureParameter(
        "max_fpr", .number(0.000001...1), default: "1",
        "the highest false positive rate that counts"),
    ],
    undefined: "all items are of one class; ovr and ovo: fewer than two labels occur in the gold",
    aliases: [MeasureAlias("ROCAUC"), MeasureAlias("roc_auc")],
    examples: [
      MeasureExample(
        "AUC", .scores(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.5, 0.1]), is: 0.875,
        because:
          "3 of 4 pairs in order and one tied"),
      MeasureExample(
        "AUC", .scores(gold: [1, 1], scores: [0.9, 0.5]), is: nil, because: "one class"),
    ],
    kernel: .assessment { arguments, scale in
      let maximum = arguments.number("max_fpr") ?? 1
      switch arguments.text("classes") {
      case "ovr": return { oneAgainstRest($0, maximum) }
      case "ovo": return { oneAgainstOne($0, maximum) }
      default:
        return { assessment in
          guard let scores = assessment.rankingScores else { return .undefined(.needs(.scores)) }
          let groups = ScoreGroups(
            assessment, scores: scores, order: assessment.orders?.ranking, members: scale.positive)
          return groups.areaUnderROC(maximumFalsePositiveRate: maximum)
        }
      }
    })
}

/// Levels that some item of the gold has.
private func occurring(_ assessment: Assessment) -> [Int] {
  var occurs = Array(repeating: false, count: assessment.scale.count)
  for item in assessment.gold.indices where assessment.count(item) > 0 {
    occurs[Int(assessment.gold[item])] = true
  }
  return occurs.indices.filter { occurs[$0] }
}

private func mean(
  of values: [MeasureValue]
) -> MeasureValue {
  guard !values.isEmpty else { return .undefined(.nothing(.pairs)) }
  if let undefined = values.first(where: { $0.number == nil }) { return undefined }
  return .number(Exact.sum(values.compactMap(\.number)) / Double(values.count))
}

private func oneAgainstRest(_ assessment: Assessment, _ maximum: Double) -> MeasureValue {
  guard let columns = assessment.probabilities else { return .undefined(.needs(.probabilities)) }
  let levels = occurring(assessment)
  guard levels.count > 1 else { return onlyOneLabel(assessment, levels) }
  return mean(
    of: levels.map { level in
      let members = columns.indices.map { $0 == level }
      return ScoreGroups(
        assessment, scores: columns[level], order: assessment.orders?.levels[level],
        members: members
      ).areaUnderROC(maximumFalsePositiveRate: maximum)
    })
}

private func oneAgainstOne(_ assessment: Assessment, _ maximum: Double) -> MeasureValue {
  guard let columns = assessment.probabilities else { return .undefined(.needs(.probabilities)) }
  let levels = occurring(assessment)
  guard levels.count > 1 else { return onlyOneLabel(assessment, levels) }
  var values: [MeasureValue] = []
  for level in levels {
    for other in levels where other != level {
      let members = columns.indices.map { $0 == level }
      let included = columns.indices.map { $0 == level || $0 == other }
      values.append(
        ScoreGroups(
          assessment, scores: columns[level], order: assessment.orders?.levels[level],
          members: members, included: included
        ).areaUnderROC(maximumFalsePositiveRate: maximum))
    }
  }
  return mean(of: values)
}

private func onlyOneLabel(_ assessment: Assessment, _ levels: [Int]) -> MeasureValue {
  .undefined(levels.isEmpty ? .nothing(.items) : .noVariation(of: "gold labels"))
}

extension ScoreGroups {
  /// The area under the ROC curve, or its part up to a false positive rate, rescaled so that chance
  /// is ½ and the best is 1.
  func areaUnderROC(maximumFalsePositiveRate maximum: Double) -> MeasureValue {
    if let oneClass { return oneClass }
    guard maximum < 1 else {
      // Twice the pairs in order, so that ties stay whole numbers.
      var doubled = 0
      var above = 0
      for (group, count) in members.enumerated() {
        doubled += others[group] * (2 * above + count)
        above += count
      }
      return .number(Double(doubled) / (2 * Double(memberCount) * Double(otherCount)))
    }
    let wanted = maximum * Double(otherCount)
    var area = CompensatedSum()
    var found = 0
    var falsePositives = 0
    for (group, count) in members.enumerated() {
      let step = min(Double(others[group]), wanted - Double(falsePositives))
      let slope = others[group] > 0 ? step / Double(others[group]) : 0
      area.add(step * (Double(found) + slope * Double(count) / 2))
      found += count
      falsePositives += others[group]
      if Double(falsePositives) >= wanted { break }
    }
    let partial = area.value / (Double(memberCount) * Double(otherCount))
    let chance = maximum * maximum / 2
    return .number((1 + (partial - chance) / (maximum - chance)) / 2)
  }
}
