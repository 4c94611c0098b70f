extension MeasureDefinition {
  static let generalizedEntropy = MeasureDefinition(
    "GEI",
    summary: "How unequally the benefits of the decisions are spread over people.",
    formula: "1/(n·α(α − 1)) Σ ((b/μ)^α − 1), b = ŷ − y + 1, μ its mean; α = 1 (Theil): "
      + "1/n Σ b/μ·ln(b/μ); α = 0: −1/n Σ ln(b/μ)",
    source: "Speicher, Heidari, Grgić-Hlača, Gummadi, Singla, Weller and Zafar, KDD 2018",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels],
    parameters: [alpha, classLabel],
    undefined:
      "there are no items, all of them are missed, α is 0 and one is, or answers are left out",
    aliases: [MeasureAlias("Theil", ["alpha": "1"])],
    examples: [
      MeasureExample(
        "GEI", .labels(gold: ["1", "1", "0", "0"], predicted: ["1", "0", "0", "1"]), is: 0.25,
        because: "b is 1, 0, 1, 2: half of the variance ½ over 1²"),
      MeasureExample(
        "GEI(alpha=1)", .labels(gold: ["1", "1", "0", "0"], predicted: ["1", "0", "0", "1"]),
        is: 0.3465736, because: "¼·2·ln 2, and 0·ln 0 is 0"),
      MeasureExample(
        "GEI(alpha=0)", .labels(gold: ["1", "1"], predicted: ["1", "0"]), is: nil,
        because: "the logarithm of 0"),
    ],
    kernel: .confusion { arguments, scale in
      let members = try arguments.members(in: scale)
      let alpha = arguments.number("alpha") ?? 2
      return { confusion in
        // To leave somebody out can level the benefits: no answer is the worst.
        guard confusion.leftOut.allSatisfy({ $0 == 0 }) else { return .undefined(.answersLeftOut) }
        return Benefits(confusion.against(members)).entropy(alpha: alpha)
      }
    })

  static let coefficientOfVariation = MeasureDefinition(
    "BenefitCV",
    summary: "Coefficient of variation of the benefits of the decisions.",
    formula: "√(2·GEI₂): the standard deviation of b = ŷ − y + 1 over its mean",
    source: "Speicher et al., KDD 2018; AIF360's coefficient_of_variation",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels],
    parameters: [classLabel],
    undefined: "there are no items, all of them are missed, or answers are left out",
    examples: [
      MeasureExample(
        "BenefitCV", .labels(gold: ["1", "1", "0", "0"], predicted: ["1", "0", "0", "1"]),
        is: 0.7071068, because: "√½ over 1")
    ],
    kernel: .confusion { arguments, scale in
      let members = try arguments.members(in: scale)
      return { confusion in
        guard confusion.leftOut.allSatisfy({ $0 == 0 }) else { return .undefined(.answersLeftOut) }
        return Benefits(confusion.against(members)).coefficientOfVariation
      }
    })

  static let betweenGroupEntropy = between(
    "BetweenGroupGEI", summary: "How unequally the benefits of decisions are spread over groups.",
    formula: "GEI with each benefit replaced by the mean of its group; at most GEI",
    parameters: [alpha, classLabel], example: 0.125,
    because: "means 3/2 and ½: half of the variance ¼ over 1"
  ) { $0.entropy(alpha: $1.number("alpha") ?? 2) }

  static let betweenGroupCoefficientOfVariation = between(
    "BetweenGroupCV", summary: "Coefficient of variation of the mean benefits of groups.",
    formula: "√(2·BetweenGroupGEI₂)", parameters: [classLabel], example: 0.5,
    because: "means 3/2 and ½: √¼ over 1"
  ) { benefits, _ in benefits.coefficientOfVariation }

  private static let alpha = MeasureParameter(
    "alpha", .number(0...100), default: "2",
    "how much large benefits weigh: 2 half the squared coefficient of variation, 1 Theil's index, 0 "
      + "the mean logarithmic deviation")

  private static func between(
    _ name: String, summary: String, formula: String, parameters: [MeasureParameter],
    example: Double, because: String,
    _ value: @escaping @Sendable (Benefits, MeasureArguments) -> MeasureValue
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula,
      source: "Speicher et al., KDD 2018 (the between-group part)",
      range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels, .groups],
      parameters: parameters,
      undefined:
        "fewer than two groups have items, all items are missed, alpha is 0 and a group has "
        + "no benefit, items are of several groups, or answers are left out",
      examples: [
        MeasureExample(
          name,
          .grouped(gold: [1, 0, 1, 0], predicted: [1, 1, 0, 0], groups: ["F", "F", "M", "M"]),
          is: example, because: because)
      ],
      kernel: .groups(
        GroupsKernel(.decisions) { arguments, scale in
          let members = try arguments.members(in: scale)
          return { items in
            guard items.isDisjoint else { return .undefined(.groupsOverlap) }
            let counts = items.binaryCounts(members)
            let cells = counts.map { $0.meanBenefit }
            let present = counts.filter { $0.size > 0 }
            guard present.count > 1 else {
              return GroupFinding(
                value: .undefined(.fewGroups(present.count, of: counts.count)), cells: cells)
            }
            var benefits = Benefits()
            for group in present {
              benefits.append(Double(group.benefit) / Double(group.size), count: group.size)
            }
            return GroupFinding(value: value(benefits, arguments), cells: cells)
          }
        }))
  }
}

extension Benefits {
  init(_ counts: BinaryCounts) {
    append(0, count: counts.falseNegatives)
    append(1, count: counts.truePositives + counts.trueNegatives)
    append(2, count: counts.falsePositives)
  }
}

extension BinaryCounts {
  fileprivate var meanBenefit: MeasureValue {
    size > 0 ? .number(Double(benefit) / Double(size)) : .undefined(.nothing(.items))
  }
}
