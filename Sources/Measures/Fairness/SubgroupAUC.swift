extension MeasureDefinition {
  static let subgroupAUC = ofBorkan(
    "SubgroupAUC",
    summary: "AUC among the items of one group: the least of the groups.",
    formula: "min over groups of A(positives of g, negatives of g)", example: 0.5,
    because: "F's pair is in order, M's is tied"
  ) { $0.area(.group($1), .group($1)) }

  static let backgroundPositiveSubgroupNegative = ofBorkan(
    "BPSN",
    summary: "AUC of all other groups' positives against a group's negatives: the least.",
    formula: "min over groups of A(positives not of g, negatives of g); low where the group's "
      + "negatives stand too high", example: 0,
    because: "F's positive stands above M's negative, but M's below F's negative"
  ) { $0.area(.background(of: $1), .group($1)) }

  static let backgroundNegativeSubgroupPositive = ofBorkan(
    "BNSP",
    summary: "AUC of a group's positives against all other groups' negatives: the least.",
    formula: "min over groups of A(positives of g, negatives not of g); low where the group's "
      + "positives stand too low", example: 0,
    because: "M's positive stands below F's negative"
  ) { $0.area(.group($1), .background(of: $1)) }

  private static func ofBorkan(
    _ name: String, summary: String, formula: String, example: Double, because: String,
    _ area: @escaping @Sendable (PairCounts, Int) -> MeasureValue
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula: formula + "; A(S⁺, S⁻) the probability of s⁺ > s⁻, ties one half",
      source: "Borkan, Dixon, Sorensen, Thain and Vasserman, WWW 2019 Companion",
      needs: [.scores, .groups], parameters: [.group(without: "the least of all groups")],
      undefined: "no group has the positive and negative items",
      examples: [
        MeasureExample(
          name,
          .grouped(
            gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.2, 0.2], groups: ["F", "F", "M", "M"]),
          is: example, because: because)
      ],
      kernel: .groups(
        GroupsKernel(.scores, .least, allowsLeftOut: true) { _, _ in
          { items in
            let counts = items.positivesAboveNegatives
            return (0..<counts.groups).map { area(counts, $0) }
          }
        }))
  }
}
