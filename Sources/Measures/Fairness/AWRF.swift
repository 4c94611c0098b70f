internal import ExactMath

extension MeasureDefinition {
  static let attentionWeightedRankFairness = MeasureDefinition(
    "AWRF",
    summary: "How near the attention that groups get is to the attention that they are due.",
    formula: "1 − JSD(ε, τ), JSD = ½·KL(ε‖m) + ½·KL(τ‖m), m = (ε + τ)/2; ε the groups' shares of "
      + "the weights of their items' ranks, τ their targets; @k weighs the first k ranks",
    source:
      "Sapiezynski, Zeng, Robertson, Mislove and Wilson, WWW 2019 Companion; Ekstrand et al., "
      + "Overview of the TREC 2021 and 2022 Fair Ranking Tracks",
    needs: [.scores, .groups], parameters: MeasureParameter.attention() + parameters,
    cutoff: .optionalRank,
    undefined: "fewer than two groups are listed or due anything, or answers are left out",
    examples: [
      MeasureExample(
        "AWRF(discount=log2,base=2)",
        .grouped(gold: [1, 0, 1], scores: [0.9, 0.5, 0.1], groups: ["F", "M", "M"]),
        is: 0.9860760, because: "F has 1 of 2.1309298, so ε is .469 and .531; τ is ⅓ and ⅔"),
      MeasureExample(
        "AWRF", .grouped(gold: [1, 0], scores: [0.9, 0.1], groups: ["F", "F"]), is: nil,
        because: "one group"),
    ],
    kernel: .groups(
      GroupsKernel(.order) { arguments, scale in
        let fairness = try RankFairness(arguments, scale)
        return { items throws(Undefined) in try fairness.finding(of: items) }
      }))

  static let attentionWeightedRankFairnessAndGain = MeasureDefinition(
    "nDCGxAWRF",
    summary: "nDCG times AWRF, both with the same discount: TREC's score of a fair ranking.",
    formula: "nDCG·AWRF",
    source: "Ekstrand et al., Overview of the TREC 2021 and 2022 Fair Ranking Tracks",
    needs: [.grades, .scores, .groups],
    parameters: [rankDiscount] + parameters, cutoff: .optionalRank,
    undefined: "AWRF is",
    examples: [
      MeasureExample(
        "nDCGxAWRF",
        .grouped(gold: [1, 0, 1], scores: [0.9, 0.5, 0.1], groups: ["F", "M", "M"]),
        is: 0.9069146, because: "nDCG 1.5/1.6309298 times AWRF .9860760")
    ],
    kernel: .groups(
      GroupsKernel(.order) { arguments, scale in
        let fairness = try RankFairness(arguments, scale)
        let discount = arguments.text("discount") == "trec" ? "jk" : "log2"
        let name = "nDCG(discount=\(discount))" + (arguments.rank.map { "@\($0)" } ?? "")
        guard case .list(_, let gain) = try Measure(name).bound(to: scale).function else {
          throw MeasureNameError("`\(name)` is not of a ranked list")
        }
        return { items throws(Undefined) in
          var finding = try fairness.finding(of: items)
          guard let fair = finding.value.number else { return finding }
          let found = gain(try items.rankedList())
          finding.value = found.number.map { .number($0 * fair) } ?? found
          return finding
        }
      }))

  /// Those of the divergence and of what groups are due.
  private static let parameters = [
    MeasureParameter(
      "base", .choice(["2", "e"]), default: "2", isAlwaysShown: true,
      "of the logarithm: with 2 the worst is 0, with e it is 1 − ln 2 = 0.307, as in TREC's code"),
    TargetShares.parameter, .relevance,
  ]

  private static let rankDiscount = MeasureParameter(
    "discount", .choice(["log2", "trec"]), default: "log2", isAlwaysShown: true,
    "what a rank weighs, in both factors: 1/log2(rank + 1), or 1/log2(max(rank, 2)), as TREC has it"
  )
}

/// AWRF with its arguments.
private struct RankFairness: Sendable {
  private let attention: Attention
  private let target: TargetShares
  private let isRelevant: [Bool]
  /// What a natural logarithm is divided by.
  private let unit: Double

  init(_ arguments: MeasureArguments, _ scale: GradeScale) throws {
    attention = try Attention(arguments)
    target = TargetShares(arguments)
    isRelevant = arguments.relevant(in: scale)
    unit = arguments.text("base") == "e" ? 1 : Exact.log(2)
  }

  /// The cells are the groups' shares of the exposure.
  func finding(of items: GroupedItems) throws(Undefined) -> GroupFinding {
    let exposure = try items.exposure(attention)
    let total = Exact.sum(exposure)
    guard total > 0 else { throw Undefined(.nothing(.items)) }
    let due = try target.shares(of: items, relevant: isRelevant)
    let shares = exposure.map { $0 / total }
    let present = shares.indices.filter { shares[$0] > 0 || due[$0] > 0 }
    let cells = shares.indices.map { group -> MeasureValue in
      shares[group] > 0 || due[group] > 0 ? .number(shares[group]) : .undefined(.nothing(.items))
    }
    guard present.count > 1 else {
      return GroupFinding(
        value: .undefined(.fewGroups(present.count, of: shares.count)), cells: cells)
    }
    var divergence = CompensatedSum()
    var furthest = present[0]
    for group in present {
      let middle = (shares[group] + due[group]) / 2
      for share in [shares[group], due[group]] where share > 0 {
        divergence.add(share / 2 * Exact.log(share / middle))
      }
      if abs(shares[group] - due[group]) > abs(shares[furthest] - due[furthest]) {
        furthest = group
      }
    }
    // It is at least 0 and at most ln 2 but for rounding.
    let value = min(max(divergence.value / unit, 0), Exact.log(2) / unit)
    return GroupFinding(value: .number(1 - value), cells: cells, responsible: [furthest])
  }
}

extension GroupedItems {
  /// The items as one list for measures of all items. What was not retrieved is in the pool alone.
  fileprivate func rankedList() throws(Undefined) -> RankedList {
    guard unanswered == .notRetrieved, assessment.answered != nil else {
      guard let list = assessment.rankedList() else { throw Undefined(.needs(.scores)) }
      return list
    }
    let blocks = try RankBlocks(self)
    let levels = assessment.scale.count
    var list = RankedList(levels: levels, hasTies: assessment.tieOrder == nil)
    for item in assessment.gold.indices {
      list.pool[Int(assessment.gold[item])] += assessment.count(item)
    }
    for block in blocks.blocks {
      var counts = Array(repeating: 0, count: levels)
      for item in blocks.items[block.range] {
        counts[Int(assessment.gold[Int(item)])] += assessment.count(Int(item))
      }
      list.appendTied(levels: counts)
    }
    return list
  }
}
