internal import ExactMath

extension MeasureDefinition {
  static let averagePrecisionOfRanking = MeasureDefinition(
    "AP",
    summary: "Mean of the precision at the rank of each relevant item; 0 for those not retrieved.",
    formula: "1/R · Σ over relevant items at rank k of (relevant items down to k)/k",
    source: "Buckley and Voorhees, SIGIR 2000; trec_eval 10 `map`; ties: McSherry and Najork, "
      + "ECIR 2008",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .optionalRank,
    undefined: "never: a list with nothing relevant to find scores 0",
    aliases: [MeasureAlias("MAP"), MeasureAlias("map_cut", takesCutoff: true)],
    examples: [
      MeasureExample(
        "AP", .ranking([1, 0, 1], leftOut: [1]), is: 5.0 / 9, because: "(1/1 + 2/3 + 0)/3")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { .number(expectedPrecision(of: $0, relevant, cutoff: $1)) }
      })))

  static let geometricMeanAP = MeasureDefinition(
    "GMAP",
    summary: "Geometric mean over topics of AP: one bad topic costs more than a good one gains.",
    formula: "exp(1/Q · Σ ln max(AP, 0.00001))",
    source: "Robertson, CIKM 2006; trec_eval 10 `gm_map`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never",
    aliases: [MeasureAlias("gm_map")],
    examples: [
      MeasureExample(
        "GMAP", .ranking([0, 1]), is: 0.5, because: "the only topic's AP is 1/2")
    ],
    kernel: .list(
      ListKernel(aggregate: .geometricMean(floor: 0.00001)) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { .number(expectedPrecision(of: $0, relevant, cutoff: nil)) }
      }))
}

/// Expected average precision.
///
/// In a group of n items with r relevant ones below `above` items of which `found` are relevant,
/// the item at the i-th place of the group is relevant with probability r/n, and above it in the
/// group stand on average (i − 1)(r − 1)/(n − 1) other relevant ones.
private func expectedPrecision(of list: RankedList, _ relevant: [Bool], cutoff: Int?) -> Double {
  let total = list.poolCount(where: relevant)
  guard total > 0 else { return 0 }
  let cutoff = cutoff ?? list.count
  var sum = CompensatedSum()
  var found = 0
  list.forEachGroup(relevant: relevant, judged: relevant) { group in
    guard group.above < cutoff else { return false }
    if group.relevant == 0 { return true }
    if group.relevant == group.length {
      for place in 1...min(group.length, cutoff - group.above) {
        sum.add(Double(found + place) / Double(group.above + place))
      }
    } else {
      let others = Double(group.relevant - 1) / Double(group.length - 1)
      let share = Double(group.relevant) / Double(group.length)
      for place in 1...min(group.length, cutoff - group.above) {
        let expected = Double(found + 1) + Double(place - 1) * others
        sum.add(share * expected / Double(group.above + place))
      }
    }
    found += group.relevant
    return true
  }
  return sum.value / Double(total)
}
