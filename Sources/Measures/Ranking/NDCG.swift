internal import ExactMath

extension MeasureDefinition {
  static let nDCG = MeasureDefinition(
    "nDCG",
    summary: "Discounted gain of the list over that of the ideal list of all judged items.",
    formula: "Σ gain(k)·discount(k) / Σ ideal gain(k)·discount(k); @k cuts the list and the ideal; "
      + "@ts cuts the ideal to as many items with gain as fit, the cheapest counted and the highest "
      + "grades taken: no order gains more, some less",
    source: "Järvelin and Kekäläinen, TOIS 20(4), 2002; Burges et al., ICML 2005; trec_eval 10",
    needs: [.grades, .scores], parameters: gainParameters, cutoff: .optionalRank,
    undefined: "never: a list with nothing of gain to find scores 0, as in trec_eval",
    aliases: [
      MeasureAlias("NDCG"), MeasureAlias("ndcg"), MeasureAlias("ndcg_cut", takesCutoff: true),
    ],
    examples: [
      MeasureExample(
        "nDCG", .ranking([3, 2, 0, 1]), is: 0.9854420,
        because:
          "(3 + 2/log2 3 + 1/log2 5) / (3 + 2/log2 3 + 1/log2 4)"),
      MeasureExample(
        "nDCG@1", .ranking([1], leftOut: [2]), is: 0.5, because: "gain 1 of the best possible 2"),
    ],
    kernel: .list(
      ListKernel(
        until: { arguments, scale in
          let gain = CumulatedGain(arguments, scale)
          return { list, finished in
            let fitting = list.timeline?.fitting(gain.levels, within: finished.seconds) ?? 0
            let ideal = gain.ideal(of: list.pool, cutoff: fitting)
            guard ideal > 0 else { return .number(0) }
            // The approximation inside a tie group may find more than fits.
            return .number(min(gain.value(of: list, within: finished) / ideal, 1))
          }
        },
        first: { arguments, scale in
          let gain = CumulatedGain(arguments, scale)
          return { list, rank in
            let ideal = gain.ideal(of: list.pool, cutoff: rank)
            guard ideal > 0 else { return .number(0) }
            return .number(gain.value(of: list, cutoff: rank) / ideal)
          }
        })))

  static let dcg = MeasureDefinition(
    "DCG",
    summary: "Discounted gain of the list.",
    formula: "Σ gain(k)·discount(k)",
    source: "Järvelin and Kekäläinen, TOIS 20(4), 2002; Burges et al., ICML 2005",
    range: 0...Double.infinity,
    needs: [.grades, .scores], parameters: gainParameters, cutoff: .optionalRank,
    undefined: "never",
    examples: [
      MeasureExample(
        "DCG@2", .ranking([3, 2, 1]), is: 4.2618595, because: "3/log2 2 + 2/log2 3")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let gain = CumulatedGain(arguments, scale)
        return { .number(gain.value(of: $0, cutoff: $1)) }
      })))

  private static let gainParameters = [
    MeasureParameter(
      "gain", .choice(["linear", "exp2"]), default: "linear",
      "the grade itself, or 2 to the grade less 1"),
    MeasureParameter(
      "discount", .choice(["log2", "jk"]), default: "log2",
      "1/log2(rank + 1), or none up to rank 2 and then 1/log2(rank), as eRisk has it"),
  ]
}

/// Gains by level and discounts by rank: what nDCG and DCG are made of.
private struct CumulatedGain: Sendable {
  let gains: [Double]
  let discount: Discount
  /// Levels with gain, the highest first.
  let descending: [Int]

  init(_ arguments: MeasureArguments, _ scale: GradeScale) {
    let exponential = arguments.text("gain") == "exp2"
    gains = scale.grades.map { grade in
      guard grade > 0 else { return 0 }
      return exponential ? Exact.exp2(grade) - 1 : grade
    }
    discount = Discount(arguments.text("discount") == "jk" ? .jarvelinKekalainen : .log2)
    let gains = gains
    descending = gains.indices.filter { gains[$0] > 0 }.sorted { gains[$0] > gains[$1] }
  }

  /// Gain is linear in the items, so the expected value over a tie group is each row's gain times
  /// the mean discount of the group's ranks.
  func value(of list: RankedList, cutoff: Int?) -> Double {
    let cutoff = cutoff ?? list.count
    var sum = CompensatedSum()
    for row in list.rows {
      let gain = gains[Int(row.level)]
      let above = Int(row.above)
      if above >= cutoff { break }
      if gain == 0 { continue }
      if row.length == 1 {
        sum.add(gain * discount[above + 1])
      } else {
        let discounts = discount.sum(above: above, ranks: row.ranks(within: cutoff))
        sum.add(gain * Double(row.items) * (discounts / Double(row.length)))
      }
    }
    return sum.value
  }

  /// Levels with gain.
  var levels: [Bool] { gains.map { $0 > 0 } }

  /// The gain of what is finished.
  func value(of list: RankedList, within finished: Timeline.Finished) -> Double {
    let whole = value(of: list, cutoff: finished.ranks)
    guard finished.part > 0 else { return whole }
    return whole + finished.part * (value(of: list, cutoff: finished.ranks + 1) - whole)
  }

  /// The same over the ideal list: all items of the pool, the highest gain first.
  func ideal(of pool: [Int], cutoff: Int?) -> Double {
    var sum = CompensatedSum()
    var rank = 0
    for level in descending {
      for _ in 0..<pool[level] {
        rank += 1
        if let cutoff, rank > cutoff { return sum.value }
        sum.add(gains[level] * discount[rank])
      }
    }
    return sum.value
  }
}
