internal import ExactMath

extension MeasureDefinition {
  static let logLoss = MeasureDefinition(
    "LogLoss",
    summary: "Mean surprise at the outcome, in nats.",
    formula: "−1/n · Σ ln p(outcome), p clipped to [2.2e-16, 1 − 2.2e-16]; the outcome is positive "
      + "or not, with `all` the gold label",
    source: "Good, JRSS B 14, 1952; scikit-learn 1.9 `log_loss`",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.scores],
    parameters: [outcome],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "LogLoss", .scores(gold: [1, 0], scores: [0.5, 0.5]), is: 0.6931472, because: "ln 2"),
      MeasureExample(
        "LogLoss(all)",
        .probabilities(
          gold: ["a", "c"], ["a": [0.5, 0.25], "b": [0.25, 0.25], "c": [0.25, 0.5]]),
        is: 0.6931472, because: "each gold label was given ½"),
    ],
    readsProbabilities: true, isMeanOfItems: { _ in true },
    kernel: .assessment { arguments, scale in
      let epsilon = 0x1p-52
      let all = arguments.text("outcome") == "all"
      return { assessment in
        mean(over: assessment, all: all) { item, columns in
          let level = Int(assessment.gold[item])
          let given: Double
          if !assessment.isAnswered(item) {
            given = 0
          } else if all {
            given = columns[level][item]
          } else {
            given = scale.positive[level] ? columns[0][item] : 1 - columns[0][item]
          }
          return -Exact.log(min(max(given, epsilon), 1 - epsilon))
        }
      }
    })

  static let brier = MeasureDefinition(
    "Brier",
    summary: "Mean squared error of the probabilities.",
    formula:
      "1/n · Σ (p − y)², y = 1 for positive items; with `all` the sum over labels, y = 1 for "
      + "the gold label",
    source: "Brier, Monthly Weather Review 78, 1950; scikit-learn 1.9 `brier_score_loss`",
    range: 0...2, direction: .lowerIsBetter, needs: [.scores], parameters: [outcome],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "Brier", .scores(gold: [1, 0], scores: [0.8, 0.4]), is: 0.1, because: "(0.04 + 0.16)/2"),
      MeasureExample(
        "Brier(all)", .probabilities(gold: ["a"], ["a": [0.5], "b": [0.25], "c": [0.25]]),
        is: 0.375, because: "0.25 + 0.0625 + 0.0625"),
    ],
    readsProbabilities: true, isMeanOfItems: { _ in true },
    kernel: .assessment { arguments, scale in
      let all = arguments.text("outcome") == "all"
      return { assessment in
        mean(over: assessment, all: all) { item, columns in
          guard assessment.isAnswered(item) else { return all ? 2 : 1 }
          let level = Int(assessment.gold[item])
          guard all else {
            let error = columns[0][item] - (scale.positive[level] ? 1 : 0)
            return error * error
          }
          var squares = 0.0
          for (label, column) in columns.enumerated() {
            let error = column[item] - (label == level ? 1 : 0)
            squares += error * error
          }
          return squares
        }
      }
    })

  /// What is predicted. The default is what every submission can answer, so that submissions with
  /// and without a column for each label stay comparable.
  private static let outcome = MeasureParameter(
    "outcome", .choice(["positive", "all"]), default: "positive", positional: true,
    "positive or not, or which of all labels (needs score:LABEL columns)")
}

extension Assessment {
  /// Whether every score that counts is a probability; sums of columns may be off by a rounding.
  package func areProbabilities(_ scores: [Double]) -> Bool {
    let bound = probabilities == nil ? 1 : 1 + 2e-6
    return scores.indices.allSatisfy { !isAnswered($0) || (0...bound).contains(scores[$0]) }
  }

  /// The probability of being positive, the worst possible without an answer.
  package func probabilityOfPositive(_ item: Int, _ scores: [Double]) -> Double {
    guard isAnswered(item) else { return scale.positive[Int(gold[item])] ? 0 : 1 }
    return min(scores[item], 1)
  }
}

/// The mean loss of the items; `loss` sees the column of being positive, or those of all labels.
private func mean(
  over assessment: Assessment, all: Bool, of loss: (Int, [[Double]]) -> Double
) -> MeasureValue {
  let columns: [[Double]]
  if all {
    guard let probabilities = assessment.probabilities else {
      return .undefined(.needs(.probabilities))
    }
    columns = probabilities
  } else {
    guard let scores = assessment.positiveProbabilities else {
      return .undefined(.needs(.scores))
    }
    columns = [scores]
  }
  guard columns.allSatisfy(assessment.areProbabilities) else {
    return .undefined(.scoresOutsideUnitInterval)
  }
  var sum = CompensatedSum()
  for item in assessment.gold.indices {
    let copies = assessment.count(item)
    if copies > 0 { sum.add(Double(copies) * loss(item, columns)) }
  }
  let size = assessment.size
  return size > 0 ? .number(sum.value / Double(size)) : .undefined(.nothing(.items))
}
