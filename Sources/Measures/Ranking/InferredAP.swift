internal import ExactMath

extension MeasureDefinition {
  static let inferredAP = MeasureDefinition(
    "infAP",
    summary: "AP estimated from a pool of which only a random part was judged.",
    formula: "1/R · Σ over relevant items at rank k of 1/k + (k−1)/k · (pool above/(k−1)) · "
      + "(relevant above + ε)/(judged above + 2ε), ε = 0.00001",
    source: "Yilmaz and Aslam, CIKM 2006; trec_eval 10 `infAP`, in which a negative grade marks an "
      + "item of the pool that was not judged",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never: a list with nothing relevant to find scores 0",
    examples: [
      MeasureExample(
        "infAP", .ranking([1, nil, 1]), is: 5.0 / 6,
        because:
          "(1 + 1/3 + 2/3 · 1/2 · (1 + ε)/(1 + 2ε))/2")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let judged = scale.judgedLevels
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .number(0) }
          var sum = CompensatedSum()
          var above = InferredPrecision()
          above.judged = list.leftOutNonrelevant(relevant, judged: judged)
          list.forEachGroup(relevant: relevant, judged: judged) { group in
            above.rank = group.above
            if group.relevant > 0 {
              sum.add(Double(group.relevant) * above.expected(forRelevantItemIn: group))
            }
            above.relevant += group.relevant
            above.judged += group.relevant + group.nonrelevant
            above.pooled += group.pooled
            return true
          }
          return .number(sum.value / Double(total))
        }
      }))
}

/// What stands above a rank, and the precision inferred from it.
private struct InferredPrecision {
  /// trec_eval's smoothing.
  private static let epsilon = 0.00001
  var rank = 0
  var relevant = 0
  var judged = 0
  var pooled = 0

  /// The inferred precision of a relevant item with `rank` items above it; the counts may be
  /// expected ones, since the formula is linear in `relevant` and `pooled` for given `judged`.
  private func value(
    rank: Int, relevant: Double, judged: Double, pooled: Double
  ) -> Double {
    guard rank > 0 else { return 1 }
    let share = (relevant + Self.epsilon) / (judged + 2 * Self.epsilon)
    return (1 + (judged + pooled) * share) / Double(rank + 1)
  }

  /// The expected value for one of the group's relevant items.
  ///
  /// The item stands at each place with equal probability. Of the t items of the group above it, j
  /// are judged with hypergeometric probability; given t and j, the relevant among the j and the
  /// pooled among the t − j have their proportional means.
  func expected(forRelevantItemIn group: RankedList.Group) -> Double {
    let otherRelevant = group.relevant - 1
    let otherJudged = otherRelevant + group.nonrelevant
    let others = group.length - 1
    let unjudged = others - otherJudged
    let relevantShare = otherJudged > 0 ? Double(otherRelevant) / Double(otherJudged) : 0
    let pooledShare = unjudged > 0 ? Double(group.pooled) / Double(unjudged) : 0
    var sum = CompensatedSum()
    for above in 0...others {
      let distribution = Hypergeometric(population: others, marked: otherJudged, draws: above)
      distribution.forEach { drawn, probability in
        sum.add(
          probability
            * value(
              rank: rank + above,
              relevant: Double(relevant) + Double(drawn) * relevantShare,
              judged: Double(judged + drawn),
              pooled: Double(pooled) + Double(above - drawn) * pooledShare))
      }
    }
    return sum.value / Double(group.length)
  }
}
