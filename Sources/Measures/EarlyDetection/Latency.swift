internal import ExactMath

extension MeasureDefinition {
  static let latencyOfTruePositives = MeasureDefinition(
    "latencyTP",
    summary: "Median number of writings that the alerts of people at risk took.",
    formula: "median of k over people at risk with an alert; of an even number the mean of the two "
      + "middle ones",
    source: "Sadeque, Xu and Bethard, WSDM 2018; eRisk 2019",
    range: 1...Double.infinity, direction: .lowerIsBetter,
    needs: [.alerts],
    undefined: "nobody at risk was alerted, or answers left out could make the median anything",
    examples: [
      MeasureExample(
        "latencyTP", .alerts(gold: [1, 1, 1, 0], writings: [3, 9, nil, 1]), is: 6,
        because: "half of 3 + 9; the false alert does not count")
    ],
    kernel: .earlyDetection { _, _ in
      .whole { detection in
        guard let (low, high) = middle(of: detection) else {
          return .undefined(.nothing(.truePositives))
        }
        guard let low, let high else { return .undefined(.answersLeftOut) }
        return .number((Double(low) + Double(high)) / 2)
      }
    })

  static let speed = MeasureDefinition(
    "speed",
    summary: "How little the alerts of people at risk are delayed: 1 where all come at once.",
    formula: "1 − median penalty over people at risk with an alert, the penalty after k writings "
      + "being −1 + 2/(1 + e^(−p(k − 1))); of an even number the mean of the two middle ones",
    source: "Sadeque, Xu and Bethard, WSDM 2018; eRisk 2019",
    needs: [.alerts], parameters: [penaltyRate],
    undefined: "nobody at risk was alerted",
    examples: [
      MeasureExample(
        "speed", .alerts(gold: [1, 0], writings: [142, 1]), is: 0.4995547,
        because: "1 − (−1 + 2/(1 + e^(−0.0078·141)))"),
      MeasureExample(
        "speed(p=0.0314)", .alerts(gold: [1, 1, 0], writings: [3, 8, nil]), is: 0.9295753,
        because: "the mean penalty of 3 and of 8 writings is 0.0704"),
    ],
    kernel: .earlyDetection { arguments, _ in
      let rate = arguments.number("p") ?? 0
      return .whole { detection in
        medianSpeed(of: detection, rate).map { .number($0) } ?? .undefined(.nothing(.truePositives))
      }
    })

  static let latencyWeightedF1 = MeasureDefinition(
    "Flatency",
    summary: "F1 of the final decisions, weighted by the speed of the right alerts.",
    formula: "F1·speed; 0 where F1 is 0",
    source: "Sadeque, Xu and Bethard, WSDM 2018; eRisk 2019",
    needs: [.alerts], parameters: [penaltyRate],
    undefined: "nobody is at risk and nobody was alerted",
    examples: [
      MeasureExample(
        "Flatency", .alerts(gold: [1, 1, 1, 0, 0], writings: [3, 9, nil, 4, nil]), is: 0.6536701,
        because: "F1 2/3, speed 0.9805")
    ],
    kernel: .earlyDetection { arguments, scale in
      let rate = arguments.number("p") ?? 0
      return .whole { detection in
        guard
          let counts = Confusion(detection.assessment)?.against(scale.positive),
          counts.positives + counts.falsePositives > 0
        else { return .undefined(.nothing(.positivesOrPredicted)) }
        guard counts.truePositives > 0, let speed = medianSpeed(of: detection, rate) else {
          return .number(0)
        }
        let found = 2 * Double(counts.truePositives)
        let f1 = found / (found + Double(counts.falseNegatives) + Double(counts.falsePositives))
        return .number(f1 * speed)
      }
    })

  private static let penaltyRate = MeasureParameter(
    "p", .number(0...1), default: "0.0078",
    "how fast the penalty grows; half of it is reached at ln 3/p + 1 writings, 142 by eRisk's p")
}

/// 1 less the median penalty; nil where nobody at risk was alerted. Somebody at risk who was left
/// out has the worst penalty there is, 1.
private func medianSpeed(of detection: EarlyDetection, _ rate: Double) -> Double? {
  guard let (low, high) = middle(of: detection) else { return nil }
  // The median of penalties is not the penalty of the median where their number is even.
  return 1 - (penalty(low, rate) + penalty(high, rate)) / 2
}

/// −1 + 2/(1 + e^(−p(k − 1))), in a form that neither overflows nor loses small values.
private func penalty(_ writings: Int?, _ rate: Double) -> Double {
  guard let writings else { return 1 }
  let power = Exact.exp(-rate * Double(writings - 1))
  return (1 - power) / (1 + power)
}

/// The two writings in the middle of those that the right alerts took, which are the same where
/// their number is odd; nil for somebody who was left out, and comes after all others.
private func middle(of detection: EarlyDetection) -> (low: Int?, high: Int?)? {
  let (delays, leftOut) = detection.alertsInTime
  let alerted = delays.reduce(0) { $0 + $1.copies }
  guard alerted > 0 else { return nil }
  let count = alerted + leftOut
  func place(_ position: Int) -> Int? {
    var before = 0
    for (writings, copies) in delays {
      before += copies
      if position < before { return writings }
    }
    return nil
  }
  return (place((count - 1) / 2), place(count / 2))
}
