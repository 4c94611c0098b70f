extension MeasureDefinition {
  static let hierarchicalTimeBiasedGain = MeasureDefinition(
    "hTBG",
    summary: "Expected people at risk found in time, by a reader who stops once a post shows it.",
    formula: "Σ g·2^(−start/h) over people at risk with evidence, g = P(click | relevant)·P(save | "
      + "relevant); start = Σ over the people before of 4.4 + c·(0.018·E[words] + 7.8), c = P(click "
      + "| relevant) for people at risk, with evidence or without, else P(click | nonrelevant); "
      + "E[words] = Σ words(l)·Π_{m before l} (1 − evidence(m)) over the posts of a person",
    source: "Shing, Resnik and Oard, ACL 2020; times of Smucker and Clarke, SIGIR 2012",
    range: 0...Double.infinity, needs: [.scores, .evidence], parameters: [halfLife],
    undefined: "never",
    examples: [
      MeasureExample(
        "hTBG", .people([.found(words: 80), .found(words: 20)]), is: 0.9701209,
        because: "g = 0.64·0.77; the second starts after 4.4 + 0.64·(0.018·80 + 7.8) = 10.3136 s: "
          + "0.4928 + 0.4928·2^(−10.3136/224)"),
      MeasureExample(
        "hTBG(halflife=10)", .people([.other(words: 250), .found(words: 20)]), is: 0.2605034,
        because: "the second starts after 4.4 + 0.39·(0.018·250 + 7.8) = 9.197 s"),
    ],
    kernel: .people { arguments, scale in
      let gain = TimeBiasedGain(
        relevant: arguments.relevant(in: scale), halfLife: arguments.number("halflife"))
      return { .number(gain.value(of: $0)) }
    })

  static let normalizedHierarchicalTimeBiasedGain = MeasureDefinition(
    "nhTBG",
    summary: "hTBG over that of the best order of people and of the posts of each.",
    formula: "hTBG/ideal hTBG; posts by evidence/words descending, then people at risk with "
      + "evidence by E[words] ascending, then the others",
    source: "Shing, Resnik and Oard, ACL 2020",
    needs: [.scores, .evidence], parameters: [halfLife],
    undefined: "nobody at risk has a post with evidence, or finds are worth nothing by the task's "
      + "time model",
    examples: [
      MeasureExample(
        "nhTBG(halflife=10)", .people([.other(words: 250), .found(words: 20)]), is: 0.5286189,
        because: "2^(−9.197/10): the other way round the second would start at 0"),
      MeasureExample(
        "nhTBG", .people([.other(words: 250)]), is: nil, because: "there is nobody to find"),
    ],
    kernel: .people(needsIdeal: true) { arguments, scale in
      let gain = TimeBiasedGain(
        relevant: arguments.relevant(in: scale), halfLife: arguments.number("halflife"))
      return { list in
        let ideal = gain.ideal(of: list)
        guard ideal > 0 else {
          return .undefined(gain.canFind(list) ? .findsAreWorthNothing : .nothing(.peopleToFind))
        }
        // More than 1 can come of rounding alone.
        return .number(min(1, gain.value(of: list) / ideal))
      }
    })

  private static let halfLife = MeasureParameter(
    "halflife", .number(0.001...1e9),
    "seconds after which a find is worth half; without it the task's half-life, else 224")
}
