internal import ExactMath

extension MeasureDefinition {
  static let reciprocalRank = MeasureDefinition(
    "RR",
    summary: "One over the rank of the first relevant item.",
    formula: "1/rank of the first relevant item; 0 without one (within @k)",
    source: "Kantor and Voorhees, Information Retrieval 2, 2000; trec_eval 10 `recip_rank`",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .optionalRank,
    undefined: "never",
    aliases: [MeasureAlias("MRR"), MeasureAlias("recip_rank")],
    examples: [
      MeasureExample("RR", .ranking([0, nil, 1]), is: 1.0 / 3, because: "first found at rank 3")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list, rank in
          var value = 0.0
          list.forEachGroup(relevant: relevant, judged: relevant) { group in
            guard group.relevant > 0 else { return true }
            value = expectedReciprocalOfFirst(in: group, cutoff: rank ?? list.count)
            return false
          }
          return .number(value)
        }
      })))
}

/// The expected 1/rank of the first of a group's relevant items.
///
/// With r relevant among n, the first stands at place j with probability C(n−j, r−1)/C(n, r),
/// which starts at r/n and shrinks by (n − j − r + 1)/(n − j) from each place to the next.
private func expectedReciprocalOfFirst(in group: RankedList.Group, cutoff: Int) -> Double {
  let n = group.length
  let r = group.relevant
  var probability = Double(r) / Double(n)
  var sum = CompensatedSum()
  for place in 1...(n - r + 1) {
    if group.above + place > cutoff || probability == 0 { break }
    sum.add(probability / Double(group.above + place))
    if place < n { probability *= Double(n - place - r + 1) / Double(n - place) }
  }
  return sum.value
}
