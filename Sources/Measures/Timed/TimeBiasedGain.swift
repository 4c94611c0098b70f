internal import ExactMath

extension MeasureDefinition {
  static let timeBiasedGain = MeasureDefinition(
    "TBG",
    summary: "Relevant items that a reviewer saves, each worth less the later it is reached.",
    formula: "Σ over relevant items g·2^(−start/h), g = P(click | relevant)·P(save | relevant)",
    source: "Smucker and Clarke, SIGIR 2012",
    range: 0...Double.infinity,
    needs: [.scores, .grades], parameters: [halfLife, .relevance],
    undefined: "never: a list with nothing relevant to find scores 0",
    examples: [
      MeasureExample(
        "TBG", .ranking([1, 1]), is: 0.9714840,
        because: "0.4928·(1 + 2^(−9.392/224)) for items without words")
    ],
    kernel: .list(
      ListKernel(needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          return .number(timeline.timeBiasedGain(relevant, halfLife: arguments.halfLife(timeline)))
        }
      }))

  static let normalisedTimeBiasedGain = MeasureDefinition(
    "nTBG",
    summary: "TBG over that of the best order.",
    formula: "TBG / TBG of all relevant items, the cheapest first",
    source: "Smucker and Clarke, SIGIR 2012; the best order by the exchange of neighbours",
    needs: [.scores, .grades], parameters: [halfLife, .relevance],
    undefined: "nothing is relevant, or finds are worth nothing by the task's time model",
    examples: [
      MeasureExample(
        "nTBG", .ranking([0, 1]), is: 0.9772346,
        because: "2^(−7.442/224): the other item takes 4.4 + 0.39·7.8 s")
    ],
    kernel: .list(
      ListKernel(needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          let halfLife = arguments.halfLife(timeline)
          let ideal = timeline.idealTimeBiasedGain(relevant, halfLife: halfLife)
          guard ideal > 0 else {
            return .undefined(
              list.poolCount(where: relevant) > 0 ? .findsAreWorthNothing : .nothing(.relevant))
          }
          return .number(timeline.timeBiasedGain(relevant, halfLife: halfLife) / ideal)
        }
      }))

  private static let halfLife = MeasureParameter(
    "halflife", .number(1e-3...1e9),
    "after so many seconds gain is worth half; without it that of the task's time model, 224 by "
      + "default")
}

extension MeasureArguments {
  /// The half-life in the name, or that of the task.
  fileprivate func halfLife(_ timeline: Timeline) -> Double {
    number("halflife") ?? timeline.model.halfLife
  }
}

extension Timeline {
  func timeBiasedGain(_ relevant: [Bool], halfLife: Double) -> Double {
    var sum = CompensatedSum()
    forEachGroup(relevant: relevant) { group in
      guard group.isFound, group.relevant > 0 else { return true }
      let discounts = sumOfDiscounts(group, relevant, halfLife)
      sum.add(discounts)
      // What comes later is worth even less.
      return discounts > 0
    }
    return model.gain * sum.value
  }

  /// The sum of the expected discounts of a group's relevant items.
  func sumOfDiscounts(_ group: Group, _ relevant: [Bool], _ halfLife: Double) -> Double {
    let discount = Exact.exp2(-group.start / halfLife)
    guard group.range.count > 1, discount > 0 else { return discount * Double(group.relevant) }
    var tied = RandomOrder.Group()
    for item in items[group.range] {
      let isRelevant = item.level >= 0 && relevant[Int(item.level)]
      tied.append(value: isRelevant ? 1 : 0, loss: 1 - Exact.exp2(-item.cost / halfLife))
    }
    return discount * tied.expectedSum
  }

  /// The greatest gain of any order: relevant items by ascending cost. To exchange two neighbours
  /// that stand otherwise only brings the second forward by more than it puts back the first.
  func idealTimeBiasedGain(_ relevant: [Bool], halfLife: Double) -> Double {
    var clock = CompensatedSum()
    var sum = CompensatedSum()
    for cost in costs(relevant: relevant).relevant {
      sum.add(Exact.exp2(-clock.value / halfLife))
      clock.add(cost)
    }
    return model.gain * sum.value
  }
}
