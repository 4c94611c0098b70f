internal import ExactMath

extension MeasureDefinition {
  static let normalisedDiscountedKullbackLeibler = MeasureDefinition(
    "NDKL",
    summary: "How far the groups' shares of the first k items are from their targets, for all k.",
    formula:
      "(1/Z) Σ_k KL(D_k‖τ)/log2(k + 1), Z = Σ_k 1/log2(k + 1), D_k the groups' shares of the "
      + "first k; @k stops there; its expected value over the orders of ties",
    source: "Geyik, Ambler and Kenthapadi, KDD 2019",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.scores, .groups],
    parameters: [
      MeasureParameter(
        "base", .choice(["e", "2"]), default: "e", isAlwaysShown: true,
        "of the logarithm inside KL; that of the discount is 2"), TargetShares.parameter,
      .relevance,
    ], cutoff: .optionalRank,
    undefined:
      "one group has all items, items are of several groups, a group is due nothing and is "
      + "listed, an item is of no group that is large enough, or answers are left out",
    examples: [
      MeasureExample(
        "NDKL", .grouped(gold: [0, 0], scores: [0.9, 0.1], groups: ["F", "M"]), is: 0.4250012,
        because: "ln 2 at rank 1 and 0 at rank 2, weighed 1 and 1/log2 3"),
      MeasureExample(
        "NDKL", .grouped(gold: [0, 0], scores: [0.9, 0.1], groups: ["F", "F"]), is: nil,
        because: "one group"),
    ],
    kernel: .groups(
      GroupsKernel(.order) { arguments, scale in
        let target = TargetShares(arguments)
        let isRelevant = arguments.relevant(in: scale)
        let unit = arguments.text("base") == "2" ? Exact.log(2) : 1
        return { items throws(Undefined) in
          let due = try target.shares(of: items, relevant: isRelevant)
          return try divergence(
            GroupPrefixes(items), due: due, unit: unit, cutoff: arguments.rank)
        }
      }))
}

/// The sum over prefixes is taken group by group: KL is a sum over groups, and so is its expected
/// value. Takes time linear in items times groups, but for ties.
private func divergence(
  _ prefixes: GroupPrefixes, due: [Double], unit: Double, cutoff: Int?
) -> GroupFinding {
  let ranks = min(prefixes.count, cutoff ?? prefixes.count)
  guard ranks > 0 else { return .undefined(.nothing(.items)) }
  // Shares that do not add up to 1 have no divergence.
  guard prefixes.sizes.reduce(0, +) == prefixes.count else {
    return .undefined(.itemsWithoutGroup)
  }
  let present = due.indices.filter { due[$0] > 0 || prefixes.sizes[$0] > 0 }
  guard present.count > 1 else { return .undefined(.fewGroups(present.count, of: due.count)) }
  let discount = Discount(.log2)
  var sum = CompensatedSum()
  for group in present {
    var isImpossible = false
    prefixes.forEachPrefix(of: group, upTo: ranks) { prefix in
      let term = prefix.expected { count in
        guard count > 0 else { return 0 }
        let share = Double(count) / Double(prefix.rank)
        return share * Exact.log(share / due[group])
      }
      isImpossible = term == .infinity
      sum.add(discount[prefix.rank] * term)
      return !isImpossible
    }
    if isImpossible { return .undefined(.infinite(because: .dueNothing)) }
  }
  let norm = discount.sum(above: 0, ranks: ranks)
  return GroupFinding(value: .number(max(sum.value / norm / unit, 0)))
}
