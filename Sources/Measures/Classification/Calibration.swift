internal import ExactMath

extension MeasureDefinition {
  static let expectedCalibrationError = MeasureDefinition(
    "ECE",
    summary: "Mean distance between the probabilities given and how often they came true.",
    formula:
      "Σ over bins of n_b/n · |mean y − mean p|; bins of equal width [lo, hi), the last closed",
    source: "Naeini, Cooper and Hauskrecht, AAAI 2015",
    direction: .lowerIsBetter, needs: [.scores],
    parameters: [
      MeasureParameter("bins", .count(1...1_000_000), default: "10", "how many bins")
    ],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "ECE(bins=2)", .scores(gold: [0, 1, 1, 1], scores: [0.25, 0.25, 0.75, 1]), is: 0.1875,
        because: "½·|½ − ¼| + ½·|1 − 0.875|")
    ],
    readsProbabilities: true, isBiasedOnResamples: true,
    kernel: .assessment { arguments, _ in
      let bins = arguments.count("bins") ?? 10
      return { assessment in
        Calibration.of(assessment) { $0.binned(bins) }
      }
    })

  static let cumulativeCalibrationError = MeasureDefinition(
    "ECCE",
    summary: "Calibration error without bins: the range of the cumulative difference.",
    formula: "max C − min C, C_j = 1/n · Σ_{i≤j} (y_i − p_i) by ascending p, C_0 = 0; equal p "
      + "together",
    source: "Arrieta-Ibarra, Gujral, Tannen, Tygert and Xu, JMLR 23, 2022 (Kuiper's form)",
    direction: .lowerIsBetter, needs: [.scores],
    undefined: "there are no items, or scores are not in [0, 1]",
    examples: [
      MeasureExample(
        "ECCE", .scores(gold: [0, 1], scores: [0.5, 1]), is: 0.25, because: "C: 0, −¼, −¼")
    ],
    readsProbabilities: true, isBiasedOnResamples: true,
    kernel: .assessment { _, _ in
      { Calibration.of($0) { .number($0.cumulativeRange) } }
    })

  static let cumulativeCalibrationProbability = MeasureDefinition(
    "ECCEp",
    summary: "Probability of an ECCE as large as this one if the scores were calibrated.",
    formula: "1 − F(ECCE/σ), σ = √(Σ p(1 − p))/n, F the distribution of the range of a Brownian "
      + "motion on [0, 1]",
    source: "Arrieta-Ibarra et al., JMLR 23, 2022; Feller, Annals of Mathematical Statistics 22, "
      + "1951",
    direction: .neither, needs: [.scores],
    undefined: "there are no items, scores are not in [0, 1], or all of them are 0 or 1",
    examples: [
      MeasureExample(
        "ECCEp", .scores(gold: [0, 1], scores: [0, 1]), is: nil, because: "σ = 0")
    ],
    readsProbabilities: true, isBiasedOnResamples: true,
    kernel: .assessment { _, _ in
      { assessment in
        Calibration.of(assessment) { calibration in
          let deviation = calibration.deviation
          guard deviation > 0 else {
            return .undefined(.noVariation(of: "outcomes that could vary"))
          }
          return .number(brownianRangeTail(calibration.cumulativeRange / deviation))
        }
      }
    })
}

/// Outcomes and probabilities by ascending probability, equal ones together.
private struct Calibration {
  private var probability: [Double] = []
  private var items: [Int] = []
  private var positives: [Int] = []
  /// Items without an answer. No probability would be the worst wherever the others are, so each
  /// counts as wrong by 1 on its own.
  private var missing = 0
  private var size: Int { items.reduce(missing, +) }

  static func of(
    _ assessment: Assessment, _ value: (Calibration) -> MeasureValue
  ) -> MeasureValue {
    guard let scores = assessment.positiveProbabilities else { return .undefined(.needs(.scores)) }
    guard assessment.areProbabilities(scores) else { return .undefined(.scoresOutsideUnitInterval) }
    let calibration = Calibration(assessment, scores)
    guard calibration.size > 0 else { return .undefined(.nothing(.items)) }
    return value(calibration)
  }

  private init(_ assessment: Assessment, _ scores: [Double]) {
    let given = assessment.gold.indices.map { assessment.probabilityOfPositive($0, scores) }
    missing = assessment.leftOut
    let order = assessment.orders?.probability ?? ScoreOrder.descending(given)
    for position in order.reversed() {
      let item = Int(position)
      let copies = assessment.count(item)
      guard copies > 0, assessment.isAnswered(item) else { continue }
      if probability.last != given[item] {
        probability.append(given[item])
        items.append(0)
        positives.append(0)
      }
      items[items.count - 1] += copies
      if assessment.scale.positive[Int(assessment.gold[item])] {
        positives[positives.count - 1] += copies
      }
    }
  }

  func binned(_ bins: Int) -> MeasureValue {
    var error = CompensatedSum()
    var difference = CompensatedSum()
    var current = -1
    for index in probability.indices {
      let bin = CalibrationBin.position(of: probability[index], among: bins)
      if bin != current {
        error.add(abs(difference.value))
        difference = CompensatedSum()
        current = bin
      }
      difference.add(Double(positives[index]) - probability[index] * Double(items[index]))
    }
    error.add(abs(difference.value))
    return .number((error.value + Double(missing)) / Double(size))
  }

  var cumulativeRange: Double {
    var sum = CompensatedSum()
    var least = 0.0
    var most = 0.0
    for index in probability.indices {
      sum.add(Double(positives[index]) - probability[index] * Double(items[index]))
      least = min(least, sum.value)
      most = max(most, sum.value)
    }
    return (most - least + Double(missing)) / Double(size)
  }

  /// The standard deviation of the last cumulative difference if outcomes follow the probabilities.
  var deviation: Double {
    var variance = CompensatedSum()
    for index in probability.indices {
      variance.add(Double(items[index]) * probability[index] * (1 - probability[index]))
    }
    return variance.value.squareRoot() / Double(size)
  }
}

/// The probability that the range of a Brownian motion on [0, 1] exceeds `range`.
private func brownianRangeTail(_ range: Double) -> Double {
  guard range > 0 else { return 1 }
  let pi = Double.pi
  var distribution = CompensatedSum()
  // Terms fall off as exp(−2(k + ½)²π²/x²): beyond x of 60 nothing is left of the tail anyway.
  guard range < 60 else { return 0 }
  for k in 0..<200 {
    let half = (Double(k) + 0.5) * pi
    let term =
      (8 / (range * range) + 2 / (half * half))
      * Exact.exp(-2 * half * half / (range * range))
    distribution.add(term)
    if term < 1e-18 { break }
  }
  return min(max(1 - distribution.value, 0), 1)
}
