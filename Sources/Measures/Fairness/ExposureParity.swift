internal import ExactMath

extension MeasureDefinition {
  static let exposureRatio = parity(
    "ExposureRatio",
    summary: "Exposure of an item of the group that gets the least, over that of the most.",
    formula:
      "min/max over groups of Σ_{i∈g} v(rank of i)/n_g; n_g counts items that are not listed "
      + "too", .ratio, direction: .higherIsBetter, range: 0...1,
    example: 0.8154649, because: "F has 1/1, M has (1/log2 3 + 1)/2: 0.8154649 to 1")

  static let exposureGap = parity(
    "ExposureGap",
    summary: "Exposure of an item of the group that gets the most, less that of the least.",
    formula: "max − min over groups of Σ_{i∈g} v(rank of i)/n_g; n_g counts items that are not "
      + "listed too", .gap, direction: .lowerIsBetter, range: 0...Double.infinity,
    example: 0.1845351, because: "0.8154649 less than 1")

  private static func parity(
    _ name: String, summary: String, formula: String, _ kind: GroupSummary,
    direction: Direction, range: ClosedRange<Double>, example: Double, because: String
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula,
      source: "Singh and Joachims, KDD 2018 (demographic parity of exposure)",
      range: range, direction: direction, needs: [.scores, .groups],
      parameters: MeasureParameter.attention(), cutoff: .optionalRank,
      undefined: "fewer than two groups have items, or answers are left out",
      examples: [
        MeasureExample(
          name + "(discount=trec)",
          .grouped(gold: [1, 0, 1], scores: [0.9, 0.5, 0.1], groups: ["M", "F", "M"]),
          is: example, because: because)
      ],
      kernel: .groups(
        GroupsKernel(.order) { arguments, _ in
          let attention = try Attention(arguments)
          return { items throws(Undefined) in
            let exposure = try items.exposure(attention)
            guard exposure.contains(where: { $0 > 0 }) else { throw Undefined(.nothing(.items)) }
            let sizes = items.sizes()
            return GroupFinding(
              sizes.indices.map { group in
                sizes[group] > 0
                  ? .number(exposure[group] / sizes[group]) : .undefined(.nothing(.items))
              }, kind)
          }
        }))
  }
}
