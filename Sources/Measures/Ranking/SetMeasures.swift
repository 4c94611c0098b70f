extension MeasureDefinition {
  static let setPrecision = MeasureDefinition(
    "SetP",
    summary: "Share of the retrieved items that are relevant.",
    formula: "(relevant items retrieved)/(items retrieved)",
    source: "trec_eval 10 `set_P`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never: an empty list scores 0",
    aliases: [MeasureAlias("set_P")],
    examples: [
      MeasureExample("SetP", .ranking([1, nil, 0, 1]), is: 0.5, because: "2 of 4 retrieved")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          guard list.count > 0 else { return .number(0) }
          return .ratio(list.retrieved(relevant), of: list.count)
        }
      }))

  static let setRecall = MeasureDefinition(
    "SetR",
    summary: "Share of the relevant items that were retrieved.",
    formula: "(relevant items retrieved)/R",
    source: "trec_eval 10 `set_recall`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never: a list with nothing relevant to find scores 0",
    aliases: [MeasureAlias("set_recall")],
    examples: [
      MeasureExample("SetR", .ranking([1], leftOut: [1, 0]), is: 0.5, because: "1 of 2 relevant")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .number(0) }
          return .ratio(list.retrieved(relevant), of: total)
        }
      }))

  static let setF = MeasureDefinition(
    "SetF",
    summary: "Weighted harmonic mean of SetP and SetR.",
    formula: "(1 + β²)·(relevant items retrieved)/(items retrieved + β²·R)",
    source: "van Rijsbergen, 1979, chapter 7; trec_eval 10 `set_F` at its default",
    needs: [.grades, .scores], parameters: [beta, .relevance],
    undefined: "never: 0 where nothing is retrieved or nothing relevant is to be found",
    aliases: [MeasureAlias("set_F")],
    examples: [
      MeasureExample(
        "SetF", .ranking([1, 0], leftOut: [1]), is: 0.5, because: "precision 1/2, recall 1/2")
    ],
    kernel: .list(
      ListKernel { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let weight = betaSquared(arguments)
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0, list.count > 0 else { return .number(0) }
          let found = Double(list.retrieved(relevant))
          return .number((1 + weight) * found / (Double(list.count) + weight * Double(total)))
        }
      }))

  static let numberRetrieved = count(
    "NumRet", "Items in the list.", "num_ret",
    MeasureExample(
      "NumRet", .ranking([1, nil], leftOut: [1]), is: 2, because: "2 items in the list")
  ) { list, _ in list.count }

  static let numberRelevant = count(
    "NumRel", "Relevant items that there are to find.", "num_rel",
    MeasureExample(
      "NumRel", .ranking([1, nil], leftOut: [1]), is: 2, because: "one found, one left out")
  ) { list, relevant in list.poolCount(where: relevant) }

  static let numberRelevantRetrieved = count(
    "NumRelRet", "Relevant items in the list.", "num_rel_ret",
    MeasureExample(
      "NumRelRet", .ranking([1, nil], leftOut: [1]), is: 1, because: "one found")
  ) { list, relevant in list.retrieved(relevant) }

  private static func count(
    _ name: String, _ summary: String, _ alias: String, _ example: MeasureExample,
    _ count: @escaping @Sendable (RankedList, [Bool]) -> Int
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: "a count; over topics, the sum",
      source: "trec_eval 10 `\(alias)`", range: 0...Double.infinity, direction: .neither,
      needs: [.grades, .scores], parameters: name == "NumRet" ? [] : [.relevance],
      undefined: "never", aliases: [MeasureAlias(alias)], examples: [example],
      kernel: .list(
        ListKernel(aggregate: .sum) { arguments, scale in
          let relevant = arguments.relevant(in: scale)
          return { .number(Double(count($0, relevant))) }
        }))
  }
}

extension RankedList {
  /// Items of the list at levels where `mask` is true.
  fileprivate func retrieved(_ mask: [Bool]) -> Int {
    var count = 0
    for row in rows where mask[Int(row.level)] { count += Int(row.items) }
    return count
  }
}
