extension MeasureDefinition {
  static let selectionRate = share(
    "SelectionRate",
    summary: "Share of the items that are predicted positive: equal in all groups at parity.",
    formula: "(TP + FP)/n",
    source: "Dwork, Hardt, Pitassi, Reingold and Zemel, ITCS 2012 (demographic parity)",
    because: "2 true and 1 false positive of 5", example: 0.6
  ) { $0.predictedPositives }

  static let baseRate = share(
    "BaseRate",
    summary: "Share of the items that are positive: no answer changes it.",
    formula: "(TP + FN)/n",
    source: "Chouldechova, Big Data 5(2), 2017; Kleinberg, Mullainathan and Raghavan, ITCS 2017",
    because: "3 of 5 are positive", example: 0.6
  ) { $0.positives }

  private static func share(
    _ name: String, summary: String, formula: String, source: String, because: String,
    example: Double, _ count: @escaping @Sendable (BinaryCounts) -> Int
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula, source: source, direction: .neither,
      needs: [.labels], parameters: [classLabel], undefined: "there are no items",
      examples: [
        MeasureExample(
          name, .labels(gold: ["1", "1", "1", "0", "0"], predicted: ["1", "1", "0", "1", "0"]),
          is: example, because: because)
      ],
      kernel: .confusion { arguments, scale in
        let members = try arguments.members(in: scale)
        return { confusion in
          .rate(count(confusion.against(members)), of: confusion.size, .items)
        }
      })
  }
}
