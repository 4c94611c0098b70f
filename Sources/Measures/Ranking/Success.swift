extension MeasureDefinition {
  static let success = MeasureDefinition(
    "Success",
    summary: "1 where a relevant item is among the first k, else 0.",
    formula: "1 if a relevant item stands within k; among ties, the probability of that",
    source: "trec_eval 10 `success`",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .requiredRank,
    undefined: "never",
    aliases: [MeasureAlias("success", takesCutoff: true)],
    examples: [
      MeasureExample("Success@2", .ranking([0, nil, 1]), is: 0, because: "none within 2")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list, rank in
          let cutoff = rank ?? 1
          var value = 0.0
          list.forEachGroup(relevant: relevant, judged: relevant) { group in
            guard group.above < cutoff else { return false }
            guard group.relevant > 0 else { return true }
            value = 1 - probabilityOfNone(in: group, within: cutoff - group.above)
            return false
          }
          return .number(value)
        }
      })))
}

/// The probability that none of the group's relevant items is among its first `places`:
/// C(n − places, r)/C(n, r), as a product.
private func probabilityOfNone(in group: RankedList.Group, within places: Int) -> Double {
  let n = group.length
  let r = group.relevant
  guard places + r <= n else { return 0 }
  var probability = 1.0
  // The product may run over the places or over the relevant items; the shorter is as exact.
  if places <= r {
    for place in 0..<places { probability *= Double(n - r - place) / Double(n - place) }
  } else {
    for item in 0..<r { probability *= Double(n - places - item) / Double(n - item) }
  }
  return probability
}
