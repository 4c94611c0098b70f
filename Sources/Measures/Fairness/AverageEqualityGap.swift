extension MeasureDefinition {
  static let positiveAverageEqualityGap = averageEqualityGap(
    "PosAEG", isPositive: true, example: 0.5,
    because: "F's positive stands above M's: ½ − 0 of M and ½ − 1 of F; the first of the furthest")

  static let negativeAverageEqualityGap = averageEqualityGap(
    "NegAEG", isPositive: false, example: 0.5,
    because: "F's negative stands above M's: ½ − 0 of F and ½ − 1 of M; the first of the furthest")

  private static func averageEqualityGap(
    _ name: String, isPositive: Bool, example: Double, because: String
  ) -> MeasureDefinition {
    let kind = isPositive ? "positive" : "negative"
    return MeasureDefinition(
      name,
      summary: "How much higher the \(kind) items of a group are scored than those of all others.",
      formula:
        "½ − P(s of another group > s of g), ties one half, among \(kind) items; the furthest "
        + "from 0 of the groups: above 0 where the group is scored higher",
      source: "Borkan, Dixon, Sorensen, Thain and Vasserman, WWW 2019 Companion",
      range: -0.5...0.5, direction: .neither, needs: [.scores, .groups],
      parameters: [.group(without: "the furthest from 0 of all groups")],
      undefined: "no group has \(kind) items beside others that have, or answers are left out",
      examples: [
        MeasureExample(
          name,
          .grouped(
            gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.2, 0.1], groups: ["F", "F", "M", "M"]),
          is: example, because: because)
      ],
      kernel: .groups(
        GroupsKernel(.scores, .furthestFromZero) { _, _ in
          { items in
            let counts = items.pairs(positive: isPositive)
            let nothing = MeasureValue.undefined(.nothing(isPositive ? .positives : .negatives))
            return (0..<counts.groups).map { group in
              counts.area(.background(of: group), .group(group)).number.map { .number(0.5 - $0) }
                ?? nothing
            }
          }
        }))
  }
}
