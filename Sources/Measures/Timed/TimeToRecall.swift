internal import ExactMath

extension MeasureDefinition {
  static let timeToRecall = MeasureDefinition(
    "TTR",
    summary: "Seconds until a share ρ of the relevant items is found.",
    formula: "end of the item that brings the relevant items found to m = ⌈ρR⌉; in a tie group "
      + "start + j/r·(time of the relevant) + j/(r + 1)·(time of the others) for its j-th",
    source: timeToRecallSource,
    range: 0...Double.infinity, direction: .lowerIsBetter,
    needs: [.scores, .grades], parameters: [.relevance], cutoff: .level,
    undefined: "recall ρ is never reached, or nothing is relevant",
    examples: [
      MeasureExample(
        "TTR@0.5", .ranking([0, 1, 1]), is: 16.834,
        because: "4.4 + 0.39·7.8 for the first item, 4.4 + 0.64·7.8 for the second")
    ],
    kernel: .list(
      ListKernel(aggregate: .meanOfTimes, needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let level = arguments.level ?? ExactDecimal(1)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          let wanted = level.ceiling(times: total) ?? total
          let time = timeline.expectedEnd(ofRelevant: wanted, relevant)
          return time.map { .number($0) } ?? .undefined(.recallNotReached("\(level)"))
        }
      }))

  static let normalisedTimeToRecall = MeasureDefinition(
    "nTTR",
    summary: "TTR between the slowest order (0) and the fastest one (1).",
    formula: "(T_worst − TTR)/(T_worst − T_ideal); ideal: the m cheapest relevant items first; "
      + "worst: all others, then the m dearest relevant ones; 0 where recall ρ is never reached",
    source: timeToRecallSource,
    needs: [.scores, .grades], parameters: [.relevance], cutoff: .level,
    undefined: "nothing is relevant, or every order takes the same time",
    examples: [
      MeasureExample(
        "nTTR@0.5", .ranking([0, 1, 1]), is: 0, because: "the only other item stands first")
    ],
    kernel: .list(
      ListKernel(needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let level = arguments.level ?? ExactDecimal(1)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          let wanted = level.ceiling(times: total) ?? total
          let costs = timeline.costs(relevant: relevant)
          let ideal = Exact.sum(costs.relevant.prefix(wanted))
          let worst = Exact.sum(costs.others + costs.relevant.suffix(wanted))
          guard worst > ideal else {
            return .undefined(.noVariation(of: "the times of the best and of the worst order"))
          }
          guard let time = timeline.expectedEnd(ofRelevant: wanted, relevant) else {
            return .number(0)
          }
          return .number(min(max((worst - time) / (worst - ideal), 0), 1))
        }
      }))

  static let timeToFirst = MeasureDefinition(
    "TTF",
    summary: "Seconds until the first relevant item is found.",
    formula: "end of the first relevant item: TTR for m = 1",
    source: timeToRecallSource,
    range: 0...Double.infinity, direction: .lowerIsBetter,
    needs: [.scores, .grades], parameters: [.relevance],
    undefined: "no relevant item is found",
    examples: [
      MeasureExample(
        "TTF", .ranking([1]), is: 9.392, because: "4.4 + 0.64·7.8 for an item without words")
    ],
    kernel: .list(
      ListKernel(aggregate: .meanOfTimes, needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          guard list.poolCount(where: relevant) > 0 else {
            return .undefined(.nothing(.relevant))
          }
          let time = timeline.expectedEnd(ofRelevant: 1, relevant)
          return time.map { .number($0) } ?? .undefined(.noneFound)
        }
      }))

  static let averageTimeToDiscovery = MeasureDefinition(
    "ATD",
    summary: "Mean of the seconds until each relevant item is found.",
    formula: "1/R · Σ end over the relevant items",
    source: "Ferdinands et al., Systematic Reviews 12, 2023, with times instead of ranks",
    range: 0...Double.infinity, direction: .lowerIsBetter,
    needs: [.scores, .grades], parameters: [.relevance],
    undefined: "not all relevant items are found, or there is none",
    examples: [
      MeasureExample(
        "ATD", .ranking([1, 1]), is: 14.088, because: "(9.392 + 18.784)/2 for items without words")
    ],
    kernel: .list(
      ListKernel(aggregate: .meanOfTimes, needsClock: true) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          guard let timeline = list.timeline else { return .undefined(.noClock) }
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          let (sum, found) = timeline.expectedEnds(relevant)
          guard found == total else { return .undefined(.notAllFound(found, of: total)) }
          return .number(sum / Double(total))
        }
      }))

  private static let timeToRecallSource =
    "time to discovery of Ferdinands et al., Systematic Reviews 12, 2023, on the clock of Smucker "
    + "and Clarke, SIGIR 2012"
}

extension Timeline {
  /// The expected end of the `wanted`-th relevant item; nil where so many are never found.
  ///
  /// In a tie group with r relevant items, the j-th of them has j relevant items up to itself, each
  /// subset of j as likely as any other, so their expected time is j/r of that of all. Another item
  /// is as likely to stand in any of the r + 1 places between the relevant ones, and stands before
  /// the j-th in j of them.
  fileprivate func expectedEnd(ofRelevant wanted: Int, _ relevant: [Bool]) -> Double? {
    var found = 0
    var time: Double?
    forEachGroup(relevant: relevant) { group in
      guard group.isFound else { return true }
      guard found + group.relevant >= wanted else {
        found += group.relevant
        return true
      }
      let place = Double(wanted - found)
      let ofRelevant = group.relevantCost * (place / Double(max(group.relevant, 1)))
      let ofOthers = group.otherCost * (place / Double(group.relevant + 1))
      time = group.start + (ofRelevant + ofOthers)
      return false
    }
    return time
  }

  /// The sum of the expected ends of all relevant items found, and how many they are.
  ///
  /// In a tie group each relevant item has its own time behind it and on average half of that of
  /// every other item.
  fileprivate func expectedEnds(_ relevant: [Bool]) -> (sum: Double, found: Int) {
    var sum = CompensatedSum()
    var found = 0
    forEachGroup(relevant: relevant) { group in
      guard group.isFound else { return true }
      let count = Double(group.relevant)
      sum.add(count * group.start)
      sum.add(group.relevantCost * ((count + 1) / 2))
      sum.add(group.otherCost * (count / 2))
      found += group.relevant
      return true
    }
    return (sum.value, found)
  }
}
