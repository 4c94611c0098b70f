extension MeasureDefinition {
  static let expectedExposureDisparity = expectedExposure(
    "EED", summary: "How unequally attention is spread, whoever is due it.",
    formula: "‖E‖²", .lowerIsBetter, example: 1.3980724,
    because: "E is 1 of F and 1/log2 3 of M",
    value: \.disparity)

  static let expectedExposureRelevance = expectedExposure(
    "EER", summary: "How much of the attention goes where relevance would send it.",
    formula: "E·T", .higherIsBetter, example: 1.2618595,
    because: "E is (1, 1/log2 3), T (1/log2 3, 1), as M is relevant and F not", value: \.relevance)

  static let expectedExposureLoss = expectedExposure(
    "EEL", summary: "How far attention is from what ranking by relevance alone would give.",
    formula: "‖E − T‖² = EED − 2·EER + ‖T‖²", .lowerIsBetter,
    example: 0.2724257, because: "2·(1 − 1/log2 3)²", isDistance: true, value: \.loss)

  private static func expectedExposure(
    _ name: String, summary: String, formula: String, _ direction: Direction, example: Double,
    because: String, isDistance: Bool = false,
    value: @escaping @Sendable (ExpectedExposure) -> Double
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula: formula
        + "; E the mean attention of each item over the orders of ties, T that under "
        + "the grades in descending order, equal ones in random order; over groups both are summed",
      source: "Diaz, Mitra, Ekstrand, Biega and Carterette, CIKM 2020",
      range: 0...Double.infinity, direction: direction, needs: [.grades, .scores, .groups],
      parameters: [
        MeasureParameter(
          "over", .choice(["groups", "items"]), default: "groups", positional: true,
          "between groups, or between items whatever their groups")
      ] + MeasureParameter.attention(byTime: false), cutoff: .optionalRank,
      undefined: "there are no items, or answers are left out",
      examples: [
        MeasureExample(
          name, .grouped(gold: [0, 1], scores: [0.9, 0.5], groups: ["F", "M"]), is: example,
          because: because)
      ],
      kernel: .groups(
        GroupsKernel(.order, resampling: isDistance ? .named : .value) { arguments, _ in
          let attention = try Attention(arguments)
          let overGroups = arguments.text("over") != "items"
          return { items throws(Undefined) in
            guard items.assessment.size > 0,
              let expected = try ExpectedExposure(
                samples: [items], attention: attention, overGroups: overGroups)
            else { throw Undefined(.nothing(.items)) }
            return GroupFinding(
              value: .number(value(expected)),
              cells: overGroups ? expected.exposure.map { .number($0) } : [])
          }
        }))
  }
}
