extension MeasureDefinition {
  static let precisionAtCutoff = MeasureDefinition(
    "P",
    summary: "Share of the first k items that are relevant.",
    formula: "(relevant items within k)/k, also where the list is shorter than k; @600s: (relevant "
      + "items finished)/(items finished), where items of mean length that nobody judged follow the "
      + "end of the list while there is time",
    source: "trec_eval 10 `P`",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .requiredRank,
    undefined: "never",
    aliases: [MeasureAlias("Precision"), MeasureAlias("P", takesCutoff: true)],
    examples: [
      MeasureExample("P@5", .ranking([1, 0, 1]), is: 0.4, because: "2 relevant of 5 ranks")
    ],
    kernel: .list(
      ListKernel(
        until: { arguments, scale in
          let relevant = arguments.relevant(in: scale)
          return { list, finished in
            guard finished.items > 0 else { return .number(0) }
            return .number(list.expectedRelevant(relevant, within: finished) / finished.items)
          }
        },
        first: { arguments, scale in
          let relevant = arguments.relevant(in: scale)
          return { list, rank in
            let cutoff = rank ?? 1
            return .number(list.expectedRelevant(relevant, within: cutoff) / Double(cutoff))
          }
        })))

  static let recallAtCutoff = MeasureDefinition(
    "R",
    summary: "Share of the relevant items that are among the first k.",
    formula: "(relevant items within k)/R",
    source: "trec_eval 10 `recall`",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .requiredRank,
    undefined: "never: a list with nothing relevant to find scores 0",
    aliases: [MeasureAlias("Recall"), MeasureAlias("recall", takesCutoff: true)],
    examples: [
      MeasureExample(
        "R@2", .ranking([1, 0, 1], leftOut: [1]), is: 1.0 / 3, because: "1 of 3 relevant items")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list, rank in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .number(0) }
          return .number(list.expectedRelevant(relevant, within: rank) / Double(total))
        }
      })))

  static let fAtCutoff = MeasureDefinition(
    "F",
    summary: "Weighted harmonic mean of precision and recall of the first k items.",
    formula: "(1 + β²)·(relevant within k)/(k + β²·R); @600s: k is the items finished, as in P",
    source: "van Rijsbergen, Information Retrieval, 1979, chapter 7",
    needs: [.grades, .scores], parameters: [beta, .relevance], cutoff: .requiredRank,
    undefined: "never: a list with nothing relevant to find scores 0",
    examples: [
      MeasureExample(
        "F@2", .ranking([1, 0, 1]), is: 0.5, because: "precision 1/2, recall 1/2")
    ],
    kernel: .list(
      ListKernel(
        until: { arguments, scale in
          let relevant = arguments.relevant(in: scale)
          let weight = betaSquared(arguments)
          return { list, finished in
            let total = list.poolCount(where: relevant)
            guard total > 0 else { return .number(0) }
            let found = list.expectedRelevant(relevant, within: finished)
            return .number((1 + weight) * found / (finished.items + weight * Double(total)))
          }
        },
        first: { arguments, scale in
          let relevant = arguments.relevant(in: scale)
          let weight = betaSquared(arguments)
          return { list, rank in
            let total = list.poolCount(where: relevant)
            guard total > 0 else { return .number(0) }
            let cutoff = rank ?? 1
            let found = list.expectedRelevant(relevant, within: cutoff)
            return .number((1 + weight) * found / (Double(cutoff) + weight * Double(total)))
          }
        })))

  static let rPrecision = MeasureDefinition(
    "Rprec",
    summary: "Precision at rank R, where R is the number of relevant items.",
    formula: "(relevant items within R)/R",
    source: "Buckley and Voorhees, SIGIR 2000; trec_eval 10 `Rprec`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never: a list with nothing relevant to find scores 0",
    aliases: [MeasureAlias("RPrec")],
    examples: [
      MeasureExample("Rprec", .ranking([1, 0, 1]), is: 0.5, because: "1 of 2 at rank 2")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .number(0) }
          return .number(list.expectedRelevant(relevant, within: total) / Double(total))
        }
      }))

  static let judged = MeasureDefinition(
    "Judged",
    summary: "Share of the first k items that somebody judged.",
    formula: "(judged items within k)/min(k, items in the list)",
    source: "ir_measures `Judged`; negative grades count as not judged",
    direction: .neither,
    needs: [.grades, .scores], cutoff: .optionalRank,
    undefined: "never: an empty list scores 0",
    examples: [
      MeasureExample("Judged@2", .ranking([nil, 0, 1]), is: 0.5, because: "1 of 2 is judged")
    ],
    kernel: .list(
      ListKernel(
        until: { _, scale in
          let judged = scale.judgedLevels
          return { list, finished in
            let items = Double(finished.ranks) + finished.part
            guard items > 0 else { return .number(0) }
            return .number(list.expectedRelevant(judged, within: finished) / items)
          }
        },
        first: { _, scale in
          let judged = scale.judgedLevels
          return { list, rank in
            let cutoff = min(rank ?? list.count, list.count)
            guard cutoff > 0 else { return .number(0) }
            return .number(list.expectedRelevant(judged, within: cutoff) / Double(cutoff))
          }
        })))

  static let beta = MeasureParameter(
    "beta", .number(0...1e6), default: "1", "how many times recall weighs more than precision")

  static func betaSquared(_ arguments: MeasureArguments) -> Double {
    let beta = arguments.number("beta") ?? 1
    return beta * beta
  }
}
