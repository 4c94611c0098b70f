extension MeasureDefinition {
  static let disparateTreatmentRatio = merit(
    "DTR",
    summary: "Exposure in relation to merit of the group that gets the least, over the most.",
    formula: "min/max over groups of (Σ_{i∈g} v(rank of i)) / (relevant items of g)",
    example: 0.6309298, because: "F has 1/1, M (1/log2 3)/1", ofRelevantItems: false)

  static let disparateImpactRatio = merit(
    "DIR",
    summary: "Exposure of relevant items in relation to merit: of the least group, over the most.",
    formula: "min/max over groups of (Σ_{i∈g relevant} v(rank of i)) / (relevant items of g)",
    example: 0.6309298, because: "as DTR, for every item is relevant", ofRelevantItems: true)

  private static func merit(
    _ name: String, summary: String, formula: String, example: Double, because: String,
    ofRelevantItems: Bool
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula: formula + "; merit is the share of a group's items that are relevant, and the sizes "
        + "cancel out; 1 is fair",
      source: "Singh and Joachims, KDD 2018; ratios there are of two named groups",
      needs: [.scores, .groups], parameters: MeasureParameter.attention() + [.relevance],
      cutoff: .optionalRank,
      undefined: "fewer than two groups have relevant items, or answers are left out",
      examples: [
        MeasureExample(
          name, .grouped(gold: [1, 1], scores: [0.9, 0.5], groups: ["F", "M"]), is: example,
          because: because)
      ],
      kernel: .groups(
        GroupsKernel(.order) { arguments, scale in
          let attention = try Attention(arguments)
          let isRelevant = arguments.relevant(in: scale)
          return { items throws(Undefined) in
            let exposure = try items.exposure(
              attention, of: ofRelevantItems ? isRelevant : nil)
            let relevant = items.sizes(of: isRelevant)
            return GroupFinding(
              relevant.indices.map { group in
                relevant[group] > 0
                  ? .number(exposure[group] / relevant[group]) : .undefined(.nothing(.relevant))
              }, .ratio)
          }
        }))
  }
}
