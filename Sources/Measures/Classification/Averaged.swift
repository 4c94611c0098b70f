internal import ExactMath

extension MeasureDefinition {
  static let f1 = averaged(
    "F1", "Harmonic mean of precision and recall of a label, or its average over labels.",
    "2TP/(2TP + FP + FN)", parameters: [],
    MeasureExample(
      "F1(macro)", .labels(gold: ["a", "a", "b", "c"], predicted: ["a", "b", "b", "b"]),
      is: 7.0 / 18, because: "a: 2/3, b: 1/2, c: 0")
  ) { _ in { fRatio($0, weight: 1) } }

  static let fBeta = averaged(
    "Fbeta", "Weighted harmonic mean of precision and recall of a label, or its average.",
    "(1 + β²)TP/((1 + β²)TP + β²FN + FP)",
    parameters: [
      MeasureParameter(
        "beta", .number(0...1e6), default: "2", "how many times recall weighs more than precision")
    ],
    MeasureExample(
      "Fbeta(beta=2)", .labels(gold: ["1", "1", "0"], predicted: ["1", "0", "0"]),
      is: 5.0 / 9, because: "5·1/(5·1 + 4·1 + 0)")
  ) { arguments in
    let beta = arguments.number("beta") ?? 2
    return { fRatio($0, weight: beta * beta) }
  }

  static let precision = averaged(
    "P", "Share of the items given a label that have it, or its average over labels.",
    "TP/(TP + FP)", parameters: [],
    MeasureExample(
      "P(a)", .labels(gold: ["a", "b", "b"], predicted: ["a", "a", "b"]),
      is: 0.5, because: "1 of 2 items given `a`")
  ) { _ in \.precision }

  static let recall = averaged(
    "R", "Share of the items with a label that were given it, or its average over labels.",
    "TP/(TP + FN)", parameters: [],
    MeasureExample(
      "R(b)", .labels(gold: ["a", "b", "b"], predicted: ["a", "a", "b"]),
      is: 0.5, because: "1 of 2 items with `b`")
  ) { _ in { .rate($0.truePositives, of: $0.positives, .positives) } }

  private static func averaged(
    _ name: String, _ summary: String, _ formula: String, parameters: [MeasureParameter],
    _ example: MeasureExample,
    _ value: @escaping @Sendable (MeasureArguments) -> @Sendable (BinaryCounts) -> MeasureValue
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary,
      formula: formula + "; macro: mean over the labels that occur; micro: of the summed counts; "
        + "weighted: mean by gold items",
      source: "van Rijsbergen, 1979, chapter 7; averages as scikit-learn 1.9",
      needs: [.labels],
      parameters: [
        MeasureParameter(
          "label", .label(or: Averaging.allCases.map(\.rawValue)), positional: true,
          "a label or grouping, or macro, micro or weighted; without it the positive labels; an "
            + "answer left out is one wrong answer to micro")
      ] + parameters,
      undefined: "it is 0/0 for a label that counts, where scikit-learn gives 0",
      examples: [example],
      kernel: .confusion { arguments, scale in
        let value = value(arguments)
        if let averaging = arguments.text("label").flatMap(Averaging.init) {
          return { averaging.value(of: $0, value) }
        }
        let members = try arguments.members(in: scale)
        return { value($0.against(members)) }
      })
  }
}

private func fRatio(_ counts: BinaryCounts, weight: Double) -> MeasureValue {
  let found = (1 + weight) * Double(counts.truePositives)
  let denominator =
    found + weight * Double(counts.falseNegatives) + Double(counts.falsePositives)
  guard denominator > 0 else { return .undefined(.nothing(.positivesOrPredicted)) }
  return .number(found / denominator)
}

/// How the values of several labels become one.
private enum Averaging: String, CaseIterable {
  case macro
  case micro
  case weighted

  func value(
    of confusion: Confusion, _ value: (BinaryCounts) -> MeasureValue
  ) -> MeasureValue {
    switch self {
    case .micro:
      // Every item is right once or wrong twice: once for its label and once for the one given.
      let wrong = confusion.size - confusion.correct
      return value(
        BinaryCounts(
          truePositives: confusion.correct, falsePositives: wrong, falseNegatives: wrong,
          trueNegatives: (confusion.levels - 2) * confusion.size + confusion.correct))
    case .macro:
      return mean(over: confusion.occurring, of: confusion, value) { _ in 1 }
    case .weighted:
      let levels = confusion.occurring.filter { confusion.gold($0) > 0 }
      return mean(over: levels, of: confusion, value) { confusion.gold($0) }
    }
  }

  private func mean(
    over levels: [Int], of confusion: Confusion, _ value: (BinaryCounts) -> MeasureValue,
    weight: (Int) -> Int
  ) -> MeasureValue {
    guard !levels.isEmpty else { return .undefined(.nothing(.labelsWithItems)) }
    var sum = CompensatedSum()
    var total = 0
    for level in levels {
      let one = value(confusion.against(level))
      guard let number = one.number else { return one }
      sum.add(Double(weight(level)) * number)
      total += weight(level)
    }
    return .number(sum.value / Double(total))
  }
}
