internal import ExactMath

extension MeasureDefinition {
  static let workSaved = MeasureDefinition(
    "WSS",
    summary: "Work saved over reading in random order, when a share ρ of the relevant is found.",
    formula: "(N − rank of the m-th relevant item)/N − (1 − ρ), m = ⌈ρR⌉; `round=clef`: ρR to the "
      + "nearest, halves to even",
    source: "Cohen et al., JAMIA 13(2), 2006; CLEF TAR 2018 `wss_95`, which is 0 where recall is "
      + "never reached",
    range: -1...1,
    needs: [.scores, .grades],
    parameters: [
      MeasureParameter(
        "round", .choice(["ceil", "clef"]), default: "ceil", "how ρR becomes a whole number"),
      .relevance,
    ], cutoff: .level,
    undefined: "recall ρ is never reached, or nothing is relevant",
    examples: [
      MeasureExample(
        "WSS@0.5", .ranking([1, 0, 1, 0]), is: 0.25, because: "(4 − 1)/4 − 0.5: found at rank 1")
    ],
    kernel: .list(
      ListKernel(needsClock: true, needsTimes: false) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let level = arguments.level ?? ExactDecimal(1)
        let isRounded = arguments.text("round") == "clef"
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          let wanted =
            isRounded
            ? Int((level.double * Double(total)).rounded(.toNearestOrEven))
            : level.ceiling(times: total) ?? total
          guard let rank = list.expectedRank(ofRelevant: wanted, relevant) else {
            return .undefined(.recallNotReached("\(level)"))
          }
          let all = Double(list.universeCount)
          return .number((all - rank) / all - (1 - level.double))
        }
      }))

  static let lossOfReview = MeasureDefinition(
    "loss_er",
    summary: "Loss of a review that stops after k items: what it misses and what it costs.",
    formula: "(1 − recall)² + (100/N)²·(shown/(R + 100))²",
    source: "Cormack and Grossman, TREC 2015 Total Recall; CLEF TAR `loss_er`",
    range: 0...Double.infinity, direction: .lowerIsBetter,
    needs: [.scores, .grades], parameters: [.relevance], cutoff: .requiredRank,
    undefined: "nothing is relevant",
    examples: [
      MeasureExample(
        "loss_er@1", .ranking([1, 1]), is: 0.4902989,
        because: "(1 − 1/2)² + (100/2)²·(1/102)²")
    ],
    kernel: .list(
      ListKernel(needsClock: true, needsTimes: false) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        let cutoff = arguments.rank ?? 1
        return { list in
          let total = list.poolCount(where: relevant)
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          let missed = list.expectedSquareOfMissed(relevant, within: cutoff, of: total)
          let all = Double(list.universeCount)
          let cost = 100 / all * (Double(min(cutoff, list.count)) / Double(total + 100))
          return .number(missed / (Double(total) * Double(total)) + cost * cost)
        }
      }))

  static let normalisedArea = MeasureDefinition(
    "NormArea",
    summary: "Area under recall by items read, over that of the ideal order.",
    formula: "Σ over ranks k of (found before k + v_k/2) / (R·N − R²/2)",
    source: "CLEF TAR 2018 `norm_area`",
    needs: [.scores, .grades], parameters: [.relevance],
    undefined: "nothing is relevant",
    examples: [
      MeasureExample(
        "NormArea", .ranking([0, 1]), is: 1.0 / 3, because: "half an item of 1·2 − 1/2")
    ],
    kernel: .list(
      ListKernel(needsClock: true, needsTimes: false) { arguments, scale in
        let relevant = arguments.relevant(in: scale)
        return { list in
          let total = Double(list.poolCount(where: relevant))
          guard total > 0 else { return .undefined(.nothing(.relevant)) }
          // A relevant item at rank p is found for the N − p ranks below, and halfway at its own.
          let all = Double(list.universeCount)
          var area = CompensatedSum()
          for row in list.rows where relevant[Int(row.level)] {
            let rank = Double(row.above) + (Double(row.length) + 1) / 2
            area.add(Double(row.items) * (all - rank + 0.5))
          }
          return .number(area.value / (total * all - total * total / 2))
        }
      }))
}

extension RankedList {
  /// All items there are: in the list, or known and not in it.
  fileprivate var universeCount: Int {
    if let timeline { return timeline.items.count + timeline.unread.count }
    let found = rows.reduce(0) { $0 + Int($1.items) } + leftOut.reduce(0, +)
    return count + pool.reduce(0, +) - found
  }

  /// The expected rank of the `wanted`-th relevant item; nil where so many are never found.
  ///
  /// In a tie group with r relevant items an other one stands before the j-th of them in j of the
  /// r + 1 places between them.
  fileprivate func expectedRank(ofRelevant wanted: Int, _ relevant: [Bool]) -> Double? {
    guard wanted > 0 else { return 0 }
    var found = 0
    var rank: Double?
    forEachGroup(relevant: relevant, judged: relevant) { group in
      guard found + group.relevant >= wanted else {
        found += group.relevant
        return true
      }
      let place = Double(wanted - found)
      let others = Double(group.length - group.relevant)
      rank = Double(group.above) + place + others * (place / Double(group.relevant + 1))
      return false
    }
    return rank
  }

  /// The expected square of the relevant items that are not within `cutoff`, of `total`.
  ///
  /// Only one tie group is cut; how many of its relevant items are within is hypergeometric, and
  /// the variance of that is added to the square of the mean.
  fileprivate func expectedSquareOfMissed(
    _ relevant: [Bool], within cutoff: Int, of total: Int
  ) -> Double {
    var variance = 0.0
    forEachGroup(relevant: relevant, judged: relevant) { group in
      guard group.above < cutoff else { return false }
      let drawn = cutoff - group.above
      guard drawn < group.length else { return true }
      let (n, r, k) = (Double(group.length), Double(group.relevant), Double(drawn))
      variance = k * (r / n) * ((n - r) / n) * ((n - k) / (n - 1))
      return false
    }
    let missed = Double(total) - expectedRelevant(relevant, within: cutoff)
    return missed * missed + variance
  }
}
