extension MeasureDefinition {
  static let equalizedOdds = MeasureDefinition(
    "EqualizedOdds",
    summary: "The gap of TPR between groups and that of FPR: the larger of both, or their mean.",
    formula: "max(max_g TPR − min_g TPR, max_g FPR − min_g FPR)",
    source: "Hardt, Price and Srebro, NeurIPS 2016; as a difference in fairlearn",
    direction: .lowerIsBetter, needs: [.labels, .groups],
    parameters: [
      MeasureParameter(
        "agg", .choice(["max", "mean"]), default: "max", positional: true,
        "the larger of the two gaps, or their mean"),
      classLabel(positional: false),
    ],
    undefined: "fewer than two groups have positive items, or fewer than two negative ones, or "
      + "answers are left out",
    examples: [
      MeasureExample(
        "EqualizedOdds",
        .grouped(gold: [1, 0, 1, 0], predicted: [1, 1, 1, 0], groups: ["F", "F", "M", "M"]),
        is: 1, because: "TPR 1 and 1, FPR 1 and 0"),
      MeasureExample(
        "EqualizedOdds",
        .grouped(gold: [1, 0, 0], predicted: [1, 1, 0], groups: ["F", "F", "M"]), is: nil,
        because: "M has nobody positive, and 0 of 0 is no rate"),
    ],
    kernel: .groups(
      GroupsKernel(.errors) { arguments, scale in
        let members = try arguments.members(in: scale)
        let takesMean = arguments.text("agg") == "mean"
        return { items throws(Undefined) in
          let rates = try BothRates(items.binaryCounts(members), .gap)
          var larger = rates.finding { $0 >= $1 }
          guard takesMean else {
            larger.rates = larger.responsible.map { larger.cells[$0] }
            return larger
          }
          return GroupFinding(
            value: .number((rates.sensitivity + rates.falseAlarms) / 2),
            responsible: larger.responsible)
        }
      }))

  static let equalizedOddsRatio = MeasureDefinition(
    "EqualizedOddsRatio",
    summary: "The least TPR of the groups over the largest, or that of FPR: the smaller of both.",
    formula: "min(min_g TPR / max_g TPR, min_g FPR / max_g FPR)",
    source: "Hardt, Price and Srebro, NeurIPS 2016; as a ratio in fairlearn",
    needs: [.labels, .groups], parameters: [classLabel],
    undefined: "fewer than two groups have positive items, or fewer than two negative ones, one of "
      + "the rates is 0 in all groups, or answers are left out",
    examples: [
      MeasureExample(
        "EqualizedOddsRatio",
        .grouped(
          gold: [1, 0, 1, 0, 0], predicted: [1, 1, 1, 0, 1], groups: ["F", "F", "M", "M", "M"]),
        is: 0.5, because: "TPR 1 and 1, FPR 1 and ½"),
      MeasureExample(
        "EqualizedOddsRatio",
        .grouped(gold: [1, 0, 1, 0], predicted: [1, 0, 1, 0], groups: ["F", "F", "M", "M"]),
        is: nil, because: "nobody has a false alarm, and 0 of 0 is no ratio"),
    ],
    kernel: .groups(
      GroupsKernel(.errors) { arguments, scale in
        let members = try arguments.members(in: scale)
        return { items throws(Undefined) in
          try BothRates(items.binaryCounts(members), .ratio).finding { $0 <= $1 }
        }
      }))

  static let averageOdds = MeasureDefinition(
    "AverageOdds",
    summary: "Mean of the distances of TPR and of FPR of two groups: the largest of all pairs.",
    formula: "max over pairs of groups of ½(|TPR_g − TPR_h| + |FPR_g − FPR_h|)",
    source: "Bellamy et al., AI Fairness 360, 2018 (average_abs_odds_difference)",
    direction: .lowerIsBetter, needs: [.labels, .groups], parameters: [classLabel],
    undefined: "fewer than two groups have both positive and negative items, or answers are left "
      + "out",
    examples: [
      MeasureExample(
        "AverageOdds",
        .grouped(gold: [1, 0, 1, 0], predicted: [1, 1, 1, 0], groups: ["F", "F", "M", "M"]),
        is: 0.5, because: "½(0 + 1)")
    ],
    kernel: .groups(
      GroupsKernel(.errors) { arguments, scale in
        let members = try arguments.members(in: scale)
        return { items in
          let counts = items.binaryCounts(members)
          return .ofPairs(counts.count, isDistance: true) { first, second in
            guard let one = counts[first].sensitivity.number,
              let other = counts[second].sensitivity.number,
              let alarms = counts[first].falseAlarms.number,
              let others = counts[second].falseAlarms.number
            else { return nil }
            // The signs may differ; the first group is said to be favoured where it gains in sum.
            let size = (abs(one - other) + abs(alarms - others)) / 2
            return one - other + alarms - others < 0 ? -size : size
          }
        }
      }))

  static let treatmentEquality = MeasureDefinition(
    "TreatmentEquality",
    summary: "Misses for each false alarm: the least of the groups over the largest.",
    formula: "min/max over groups of FN/FP",
    source: "Berk, Heidari, Jabbari, Kearns and Roth, Sociological Methods and Research 50, 2021",
    needs: [.labels, .groups],
    parameters: [classLabel],
    undefined: "fewer than two groups have false positives, none of these has false negatives, or "
      + "answers are left out",
    examples: [
      MeasureExample(
        "TreatmentEquality",
        .grouped(
          gold: [1, 0, 1, 1, 0], predicted: [0, 1, 0, 0, 1], groups: ["F", "F", "M", "M", "M"]),
        is: 0.5, because: "FN/FP 1/1 and 2/1")
    ],
    kernel: .groups(
      GroupsKernel(.errors) { arguments, scale in
        let members = try arguments.members(in: scale)
        return { items in
          GroupFinding(
            items.binaryCounts(members).map {
              .rate($0.falseNegatives, of: $0.falsePositives, .falsePositives)
            }, .ratio)
        }
      }))

  /// `label=`, where another parameter is the one that needs no name.
  private static func classLabel(positional: Bool) -> MeasureParameter {
    MeasureParameter(
      classLabel.name, classLabel.domain, positional: positional, classLabel.meaning)
  }
}

/// TPR and FPR of all groups, each made one number by the same summary.
private struct BothRates {
  private let found: GroupFinding
  private let alarmed: GroupFinding
  let sensitivity: Double
  let falseAlarms: Double

  /// Throws where either is undefined.
  init(_ counts: [BinaryCounts], _ summary: GroupSummary) throws(Undefined) {
    found = GroupFinding(counts.map(\.sensitivity), summary)
    alarmed = GroupFinding(counts.map(\.falseAlarms), summary)
    sensitivity = try found.number()
    falseAlarms = try alarmed.number()
  }

  /// The one of the two that stands for both: TPR where `isChosen` says so of it and FPR.
  ///
  /// It was chosen from the groups, or pairs of them, of either rate.
  func finding(_ isChosen: (_ sensitivity: Double, _ falseAlarms: Double) -> Bool) -> GroupFinding {
    let isFound = isChosen(sensitivity, falseAlarms)
    let chosen = isFound ? found : alarmed
    return chosen.chosen(
      chosen.contrast?.shifted(
        by: isFound ? 0 : found.parts.count,
        of: [found, alarmed].reduce(0) { $0 + ($1.contrast?.comparisons ?? 0) }),
      from: found.parts + alarmed.parts)
  }
}

extension GroupFinding {
  fileprivate func number() throws(Undefined) -> Double {
    guard let number = value.number else {
      throw Undefined(value.reason ?? .fewGroups(0, of: cells.count))
    }
    return number
  }
}

extension BinaryCounts {
  fileprivate var sensitivity: MeasureValue { .rate(truePositives, of: positives, .positives) }
  fileprivate var falseAlarms: MeasureValue { .rate(falsePositives, of: negatives, .negatives) }
}
