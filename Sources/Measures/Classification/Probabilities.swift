internal import ExactMath

extension MeasureDefinition {
  static let logLoss = MeasureDefinition(
    "LogLoss",
    summary: "Mean surprise at the gold label, in nats.",
    formula: "−1/n · Σ ln p(gold label), p clipped to [2.2e-16, 1 − 2.2e-16]",
    source: "Good, JRSS B 14, 1952; scikit-learn 1.9 `log_loss`",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.scores],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "LogLoss", .scores(gold: [1, 0], scores: [0.5, 0.5]), is: 0.6931472, because: "ln 2")
    ],
    readsProbabilities: true,
    kernel: .assessment { _, scale in
      let epsilon = 0x1p-52
      return { assessment in
        mean(over: assessment) { item in
          let given = assessment.probabilityOfGold(item)
          return given.map { -Exact.log(min(max($0, epsilon), 1 - epsilon)) }
        }
      }
    })

  static let brier = MeasureDefinition(
    "Brier",
    summary: "Mean squared error of the probabilities.",
    formula: "1/n · Σ (p − y)²; with more than two labels the sum over labels",
    source: "Brier, Monthly Weather Review 78, 1950; scikit-learn 1.9 `brier_score_loss`",
    range: 0...2, direction: .lowerIsBetter, needs: [.scores],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "Brier", .scores(gold: [1, 0], scores: [0.8, 0.4]), is: 0.1, because: "(0.04 + 0.16)/2")
    ],
    readsProbabilities: true,
    kernel: .assessment { _, scale in
      { assessment in
        mean(over: assessment) { item in
          guard let columns = assessment.probabilities, scale.count > 2 else {
            return assessment.probabilityOfGold(item).map { (1 - $0) * (1 - $0) }
          }
          guard assessment.isAnswered(item) else { return 2 }
          var squares = 0.0
          for (level, column) in columns.enumerated() {
            let error = column[item] - (Int(assessment.gold[item]) == level ? 1 : 0)
            squares += error * error
          }
          return squares
        }
      }
    })
}

extension Assessment {
  /// Whether every score that counts is a probability.
  func areProbabilities(_ scores: [Double]) -> Bool {
    scores.indices.allSatisfy { !isAnswered($0) || (0...1).contains(scores[$0]) }
  }

  /// The probability given to the gold label: from the columns of labels, else from `score` as that
  /// of being positive. 0 without an answer.
  fileprivate func probabilityOfGold(_ item: Int) -> Double? {
    guard isAnswered(item) else { return 0 }
    let level = Int(gold[item])
    if let probabilities { return probabilities[level][item] }
    guard let scores else { return nil }
    return scale.positive[level] ? scores[item] : 1 - scores[item]
  }

  /// The probability of being positive, the worst possible without an answer.
  func probabilityOfPositive(_ item: Int, _ scores: [Double]) -> Double {
    guard isAnswered(item) else { return scale.positive[Int(gold[item])] ? 0 : 1 }
    return scores[item]
  }
}

private func mean(over assessment: Assessment, of loss: (Int) -> Double?) -> MeasureValue {
  if assessment.probabilities == nil {
    guard let scores = assessment.scores else { return .undefined(.needs(.scores)) }
    guard assessment.areProbabilities(scores) else {
      return .undefined(.scoresOutsideUnitInterval)
    }
  }
  var sum = CompensatedSum()
  for item in assessment.gold.indices {
    let copies = assessment.count(item)
    guard copies > 0 else { continue }
    sum.add(Double(copies) * (loss(item) ?? 0))
  }
  let size = assessment.size
  return size > 0 ? .number(sum.value / Double(size)) : .undefined(.nothing(.items))
}
