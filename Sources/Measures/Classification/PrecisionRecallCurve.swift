internal import ExactMath

extension MeasureDefinition {
  static let averagePrecision = MeasureDefinition(
    "AveragePrecision",
    summary: "Area under the steps of precision over recall; tied items are taken together.",
    formula: "Σ over distinct scores, the highest first, of (R_n − R_{n−1})·P_n",
    source: "scikit-learn 1.9 `average_precision_score`; Davis and Goadrich, ICML 2006, on why the "
      + "curve is not interpolated",
    needs: [.scores],
    undefined: "there are no positive items",
    examples: [
      MeasureExample(
        "AveragePrecision", .scores(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.5, 0.1]),
        is: 5.0 / 6, because: "½ · 1 + ½ · 2/3")
    ],
    kernel: .assessment { _, scale in
      curve(scale) { groups in
        var sum = CompensatedSum()
        groups.forEachThreshold { threshold in
          sum.add(Double(threshold.newMembers) * threshold.precision)
        }
        return sum.value / Double(groups.memberCount)
      }
    })

  static let precisionRecallArea = MeasureDefinition(
    "PRAUC",
    summary: "Area under the line through the points of precision over recall.",
    formula: "Σ (R_n − R_{n−1})·(P_n + P_{n−1})/2, from precision 1 at recall 0",
    source:
      "scikit-learn 1.9 `auc` of `precision_recall_curve`; it is too kind to scores with ties",
    needs: [.scores],
    undefined: "there are no positive items",
    examples: [
      MeasureExample(
        "PRAUC", .scores(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.5, 0.1]),
        is: 11.0 / 12, because: "½ · 1 + ½ · (1 + 2/3)/2")
    ],
    kernel: .assessment { _, scale in
      curve(scale) { groups in
        var sum = CompensatedSum()
        var last = 1.0
        groups.forEachThreshold { threshold in
          sum.add(Double(threshold.newMembers) * (threshold.precision + last) / 2)
          last = threshold.precision
        }
        return sum.value / Double(groups.memberCount)
      }
    })
}

private func curve(
  _ scale: GradeScale, _ area: @escaping @Sendable (ScoreGroups) -> Double
) -> Assessment.Function {
  { assessment in
    guard let scores = assessment.rankingScores else { return .undefined(.needs(.scores)) }
    let groups = ScoreGroups(
      assessment, scores: scores, order: assessment.orders?.ranking, members: scale.positive)
    guard groups.memberCount > 0 else { return .undefined(.nothing(.positives)) }
    return .number(area(groups))
  }
}

extension ScoreGroups {
  /// A point of the curve: everything from one score upwards is predicted positive.
  fileprivate struct Threshold {
    let newMembers: Int
    let precision: Double
  }

  fileprivate func forEachThreshold(_ body: (Threshold) -> Void) {
    var found = 0
    var taken = 0
    for (group, count) in members.enumerated() {
      found += count
      taken += count + others[group]
      body(Threshold(newMembers: count, precision: Double(found) / Double(taken)))
    }
  }
}
