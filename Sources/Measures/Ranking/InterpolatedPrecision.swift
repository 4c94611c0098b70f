internal import ExactMath

extension MeasureDefinition {
  static let interpolatedPrecision = MeasureDefinition(
    "IPrec",
    summary: "The best precision at any rank at which recall has reached a level.",
    formula: "max of (relevant down to k)/k over ranks k with at least ⟨r·R⟩ relevant items; "
      + "⟨⟩ rounds half away from zero",
    source:
      "Salton and McGill, 1983; trec_eval 10 `iprec_at_recall` (version 9 truncates r·R + 0.9)",
    needs: [.grades, .scores], parameters: [.relevance], cutoff: .level,
    undefined: "never; refused under expected ties, since a maximum has no closed form there",
    aliases: [MeasureAlias("iprec_at_recall", takesCutoff: true)],
    examples: [
      MeasureExample(
        "IPrec@0.5", .ranking([0, 1, 1]), is: 2.0 / 3, because: "2 of 3 beats 1 of 2")
    ],
    kernel: .list(
      ListKernel(allowsExpectedTies: false) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let level = arguments.level?.double ?? 0
        return { .number(InterpolatedPrecision($0, relevant).value(atRecall: level)) }
      }))

  static let elevenPointPrecision = MeasureDefinition(
    "IPrec11",
    summary: "Mean of IPrec at recall 0, 0.1 … 1.",
    formula: "1/11 · Σ IPrec@r for r = 0, 0.1 … 1",
    source: "Salton and McGill, 1983; trec_eval 10 `11pt_avg`",
    needs: [.grades, .scores], parameters: [.relevance],
    undefined: "never; refused under expected ties",
    aliases: [MeasureAlias("11pt_avg")],
    examples: [
      MeasureExample(
        "IPrec11", .ranking([1, 0]), is: 1, because: "the only relevant item is first")
    ],
    kernel: .list(
      ListKernel(allowsExpectedTies: false) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          let precision = InterpolatedPrecision(list, relevant)
          var sum = CompensatedSum()
          for tenth in 0...10 { sum.add(precision.value(atRecall: Double(tenth) / 10)) }
          return .number(sum.value / 11)
        }
      }))
}

/// The best precision from each relevant item of a strict order on.
private struct InterpolatedPrecision {
  /// One entry a relevant item of the list: the greatest precision at it or below.
  private var best: [Double] = []
  private let total: Int

  init(_ list: RankedList, _ relevant: [Bool]) {
    total = list.poolCount(where: relevant)
    for row in list.rows where relevant[Int(row.level)] {
      for place in 1...Int(row.items) {
        best.append(Double(best.count + 1) / Double(Int(row.above) + place))
      }
    }
    for index in best.indices.dropLast().reversed() {
      best[index] = max(best[index], best[index + 1])
    }
  }

  func value(atRecall level: Double) -> Double {
    let needed = (level * Double(total)).rounded(.toNearestOrAwayFromZero)
    guard needed <= Double(best.count), !best.isEmpty else { return 0 }
    return best[max(Int(needed), 1) - 1]
  }
}
