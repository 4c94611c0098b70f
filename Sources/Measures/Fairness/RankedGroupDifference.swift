internal import ExactMath

extension MeasureDefinition {
  static let rankedDifference = ranked(
    "rND",
    summary:
      "How far a group's share of the first k items is from its share of all, over the worst.",
    formula: "|p_k − p|", example: 1,
    because: "|1 − ½| at rank 1, and no order is further off",
    divergence: { count, rank, share in abs(Double(count) / Double(rank) - share) })

  static let rankedKullbackLeibler = ranked(
    "rKL",
    summary: "KL of a group's share of the first k items from its share of all, over the worst.",
    formula: "KL₂((p_k, 1 − p_k)‖(p, 1 − p))", example: 1,
    because: "log2 2 at rank 1, and no order is further off",
    divergence: { count, rank, share in
      func term(_ part: Int, _ whole: Double) -> Double {
        guard part > 0 else { return 0 }
        let fraction = Double(part) / Double(rank)
        return fraction * Exact.log2(fraction / whole)
      }
      return max(term(count, share) + term(rank - count, 1 - share), 0)
    })

  private static func ranked(
    _ name: String, summary: String, formula: String, example: Double, because: String,
    divergence: @escaping @Sendable (_ count: Int, _ rank: Int, _ share: Double) -> Double
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula:
        "(1/Z) Σ_{k = s, 2s, …} \(formula)/log2(k + 1); p the group's share of all items, Z the "
        + "same sum for the order in which it is greatest, found exactly; its expected value over the "
        + "orders of ties; the greatest of the groups",
      source: "Yang and Stoyanovich, SSDBM 2017, whose Z is the greatest of random orders",
      direction: .lowerIsBetter, needs: [.scores, .groups],
      parameters: [
        .group(without: "the greatest of all groups"),
        MeasureParameter(
          "step", .count(1...1_000_000), default: "10", isAlwaysShown: true,
          "s: every how many ranks the shares are compared"),
      ],
      undefined:
        "no group has some items and not all, the list is shorter than two steps, items are "
        + "of several groups, or answers are left out",
      examples: [
        MeasureExample(
          "\(name)(step=1)",
          .grouped(gold: [0, 0], scores: [0.9, 0.1], groups: ["F", "M"]), is: example,
          because: because),
        MeasureExample(
          name, .grouped(gold: [0, 0], scores: [0.9, 0.1], groups: ["F", "M"]), is: nil,
          because: "the list is shorter than a step of 10"),
      ],
      kernel: .groups(
        GroupsKernel(.order, .largest, resampling: .none) { arguments, _ in
          let step = arguments.count("step") ?? 10
          return { items throws(Undefined) in
            let prefixes = try GroupPrefixes(items)
            return prefixes.sizes.indices.map {
              normalised(prefixes, group: $0, step: step, divergence)
            }
          }
        }))
  }
}

private func normalised(
  _ prefixes: GroupPrefixes, group: Int, step: Int,
  _ divergence: (_ count: Int, _ rank: Int, _ share: Double) -> Double
) -> MeasureValue {
  let members = prefixes.sizes[group]
  guard members > 0 else { return .undefined(.nothing(.items)) }
  guard members < prefixes.count else {
    return .undefined(.fewGroups(1, of: prefixes.groups))
  }
  let ranks = prefixes.count / step
  guard ranks <= WorstGroupOrder.mostRanks else {
    return .undefined(.tooManyRanks(ranks, most: WorstGroupOrder.mostRanks))
  }
  let share = Double(members) / Double(prefixes.count)
  let discount = Discount(.log2)
  let worst = WorstGroupOrder(items: prefixes.count, members: members, step: step)
    .maximum { discount[$0] * divergence($1, $0, share) }
  guard worst > 0 else { return .undefined(.nothing(.ranksToCompareAt)) }
  var sum = 0.0
  prefixes.forEachPrefix(of: group, step: step) { prefix in
    sum += discount[prefix.rank] * prefix.expected { divergence($0, prefix.rank, share) }
    return true
  }
  return .number(min(sum / worst, 1))
}
