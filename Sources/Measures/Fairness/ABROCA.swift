extension MeasureDefinition {
  static let absoluteBetweenROCArea = MeasureDefinition(
    "ABROCA",
    summary: "Area between the ROC curves of two groups: the largest of all pairs.",
    formula:
      "max over pairs of groups of ∫₀¹ |ROC_g(t) − ROC_h(t)| dt, exact between the points of "
      + "the curves; at least |AUC_g − AUC_h|",
    source: "Gardner, Brooks and Baker, LAK 2019",
    direction: .lowerIsBetter, needs: [.scores, .groups],
    undefined: "fewer than two groups have both positive and negative items, or answers are left "
      + "out",
    examples: [
      MeasureExample(
        "ABROCA",
        .grouped(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.2, 0.2], groups: ["F", "F", "M", "M"]),
        is: 0.5, because: "F's curve is 1 everywhere, M's the diagonal")
    ],
    kernel: .groups(
      GroupsKernel(.scores) { _, _ in
        { items in
          let curves = items.curves
          return .ofPairs(curves.count, isDistance: true) { first, second in
            ROCCurve.areaBetween(curves[first], curves[second])
          }
        }
      }))
}

extension GroupedItems {
  /// The ROC curve of each group.
  fileprivate var curves: [ROCCurve] {
    var curves = Array(repeating: ROCCurve(), count: groups.count)
    var positives = Array(repeating: 0, count: groups.count)
    var negatives = positives
    var touched: [Int] = []
    forEachScore { item, isPositive, copies in
      groups.forEachGroup(of: item) { group, _ in
        if positives[group] + negatives[group] == 0 { touched.append(group) }
        if isPositive { positives[group] += copies } else { negatives[group] += copies }
      }
    } endBlock: {
      for group in touched {
        curves[group].append(positives: positives[group], negatives: negatives[group])
        positives[group] = 0
        negatives[group] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return curves
  }
}
