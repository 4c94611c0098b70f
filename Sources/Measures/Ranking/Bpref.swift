internal import ExactMath

extension MeasureDefinition {
  static let bpref = MeasureDefinition(
    "bpref",
    summary: "How rarely judged nonrelevant items stand above relevant ones; ignores the unjudged.",
    formula: "1/R · Σ over relevant items of 1 − min(nonrelevant above, R)/min(N, R)",
    source: "Buckley and Voorhees, SIGIR 2004; trec_eval 10 `bpref`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never: a list with nothing relevant to find scores 0",
    aliases: [MeasureAlias("BPref")],
    examples: [
      MeasureExample(
        "bpref", .ranking([1, 0, nil, 1]), is: 0.5, because: "(1 + (1 − 1/1))/2: N = 1, R = 2")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let judged = scale.judgedLevels
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .number(0) }
          let nonrelevant = list.poolCount(where: judged) - total
          let bound = Double(min(nonrelevant, total))
          var sum = CompensatedSum()
          var above = list.leftOutNonrelevant(relevant, judged: judged)
          list.forEachGroup(relevant: relevant, judged: judged) { group in
            if group.relevant > 0 {
              // Each relevant item has 0, 1 … n of the group's n nonrelevant ones above it, all
              // equally likely.
              var preferences = CompensatedSum()
              for extra in 0...group.nonrelevant {
                let worse = min(above + extra, total)
                preferences.add(worse > 0 ? 1 - Double(worse) / bound : 1)
              }
              sum.add(Double(group.relevant) * preferences.value / Double(group.nonrelevant + 1))
            }
            above += group.nonrelevant
            return true
          }
          return .number(sum.value / Double(total))
        }
      }))
}
