extension MeasureDefinition {
  static let infeasibleIndex = MeasureDefinition(
    "InfeasibleIndex",
    summary: "How often a beginning of the list has fewer items of a group than it is due.",
    formula:
      "the number of pairs of a rank k and a group g with c_k(g) < ⌊τ_g·k⌋, c_k(g) items of g "
      + "being among the first k; @k stops there; its expected value over the orders of ties",
    source: "Geyik, Ambler and Kenthapadi, KDD 2019",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.scores, .groups],
    parameters: [TargetShares.parameter, .relevance], cutoff: .optionalRank,
    undefined: "one group has all items, items are of several groups, or answers are left out",
    examples: [
      MeasureExample(
        "InfeasibleIndex",
        .grouped(gold: [0, 0, 0, 0], scores: [0.9, 0.7, 0.5, 0.3], groups: ["F", "F", "M", "M"]),
        is: 1, because: "each is due ½: of the first two one would have to be M"),
      MeasureExample(
        "InfeasibleIndex", .grouped(gold: [0, 0], scores: [0.9, 0.1], groups: ["F", "F"]), is: nil,
        because: "one group"),
    ],
    kernel: .groups(
      GroupsKernel(.order) { arguments, scale in
        let target = TargetShares(arguments)
        let isRelevant = arguments.relevant(in: scale)
        return { items throws(Undefined) in
          let due = try target.shares(of: items, relevant: isRelevant)
          return try shortfalls(GroupPrefixes(items), due: due, cutoff: arguments.rank)
        }
      }))
}

/// The groups' numbers of beginnings that are short of them, and the sum of these.
private func shortfalls(_ prefixes: GroupPrefixes, due: [Double], cutoff: Int?) -> GroupFinding {
  guard prefixes.count > 0 else { return .undefined(.nothing(.items)) }
  let present = due.indices.filter { due[$0] > 0 || prefixes.sizes[$0] > 0 }
  guard present.count > 1 else { return .undefined(.fewGroups(present.count, of: due.count)) }
  let counts = due.indices.map { group -> Double in
    var count = 0.0
    prefixes.forEachPrefix(of: group, upTo: cutoff) { prefix in
      // A share times a rank that is a whole number but for rounding is that number.
      let rank = Double(prefix.rank)
      let least = (due[group] * rank + 1e-12 * rank).rounded(.down)
      count += prefix.expected { Double($0) < least ? 1 : 0 }
      return true
    }
    return count
  }
  return GroupFinding(
    value: .number(counts.reduce(0, +)), cells: counts.map { .number($0) },
    responsible: present.max { counts[$0] < counts[$1] }.flatMap { counts[$0] > 0 ? [$0] : nil }
      ?? [])
}
