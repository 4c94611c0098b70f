internal import ExactMath

extension MeasureDefinition {
  static let rankBiasedPrecision = MeasureDefinition(
    "RBP",
    summary: "Relevance found by a reader who goes on to the next item with probability p.",
    formula: "(1 − p) · Σ over relevant items at rank k of p^(k−1)",
    source: "Moffat and Zobel, TOIS 27(1), 2008",
    needs: [.grades, .scores],
    parameters: [
      MeasureParameter("p", .number(0...1), default: "0.8", "the probability of going on"),
      .relevance,
    ], cutoff: .optionalRank,
    undefined: "never",
    examples: [
      MeasureExample("RBP", .ranking([1, 0, 1]), is: 0.328, because: "0.2 · (1 + 0.64)")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let persistence = arguments.number("p") ?? 0.8
        return { list, rank in
          var sum = CompensatedSum()
          for row in list.rows where relevant[Int(row.level)] {
            let ranks = rank.map { row.ranks(within: $0) } ?? Int(row.length)
            if ranks == 0 { break }
            // The weights of consecutive ranks are a geometric series.
            let weights =
              Exact.pow(persistence, Double(row.above))
              * (ranks == 1 ? 1 - persistence : 1 - Exact.pow(persistence, Double(ranks)))
            sum.add(weights * Double(row.items) / Double(row.length))
          }
          return .number(sum.value)
        }
      })))
}
