internal import ExactMath

extension MeasureDefinition {
  static let minimumSkew = skew(
    "MinSkew", summary: "How much less than its target a group has of the first k items.", .least,
    example: -0.2876821, because: "M has ½ of the first 2 and is due ⅔: ln ¾")

  static let maximumSkew = skew(
    "MaxSkew", summary: "How much more than its target a group has of the first k items.",
    .largest, example: 0.4054651, because: "F has ½ of the first 2 and is due ⅓: ln 1.5")

  private static func skew(
    _ name: String, summary: String, _ kind: GroupSummary, example: Double, because: String
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula:
        "\(kind == .least ? "min" : "max") over groups of ln(D_k/τ), D_k the group's share of "
        + "the first k items, of all where there are fewer; its expected value over the orders of "
        + "ties",
      source: "Geyik, Ambler and Kenthapadi, KDD 2019",
      range: -Double.infinity...Double.infinity, direction: .neither, needs: [.scores, .groups],
      parameters: [
        .group(without: "the \(kind == .least ? "least" : "greatest") of all groups"),
        TargetShares.parameter, .relevance,
      ], cutoff: .requiredRank,
      undefined: "no group is among the first k for certain, a group is due nothing and is listed, "
        + "items are of several groups, or answers are left out",
      examples: [
        MeasureExample(
          name + "@2",
          .grouped(gold: [0, 0, 0], scores: [0.9, 0.5, 0.1], groups: ["F", "M", "M"]), is: example,
          because: because)
      ],
      kernel: .groups(
        GroupsKernel(.order, kind) { arguments, scale in
          let target = TargetShares(arguments)
          let isRelevant = arguments.relevant(in: scale)
          return { items throws(Undefined) in
            let due = try target.shares(of: items, relevant: isRelevant)
            let prefixes = try GroupPrefixes(items)
            let rank = min(arguments.rank ?? prefixes.count, prefixes.count)
            return due.indices.map { logarithm(prefixes, group: $0, due: due[$0], rank: rank) }
          }
        }))
  }
}

private func logarithm(
  _ prefixes: GroupPrefixes, group: Int, due: Double, rank: Int
) -> MeasureValue {
  guard rank > 0 else { return .undefined(.nothing(.items)) }
  var value: MeasureValue = .undefined(.nothing(.itemsAmongTheFirst))
  prefixes.forEachPrefix(of: group, from: rank, upTo: rank) { prefix in
    if prefix.least > 0 {
      value =
        due > 0
        ? .number(prefix.expected { Exact.log(Double($0) / Double(rank) / due) })
        : .undefined(.infinite(because: .dueNothing))
    }
    return false
  }
  return value
}
