extension MeasureDefinition {
  static let crossAUCDisparity = MeasureDefinition(
    "xAUCDisparity",
    summary: "How unequally the positives of two groups stand above each other's negatives.",
    formula:
      "max over pairs of groups of |xAUC(g, h) − xAUC(h, g)|, xAUC(g, h) the probability that "
      + "a positive item of g is scored above a negative one of h, ties one half",
    source: "Kallus and Zhou, NeurIPS 2019",
    direction: .lowerIsBetter, needs: [.scores, .groups],
    undefined: "no two groups have positive and negative items both, or answers are left out",
    examples: [
      MeasureExample(
        "xAUCDisparity",
        .grouped(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.2, 0.1], groups: ["F", "F", "M", "M"]),
        is: 1, because: "F's positive above M's negative: 1; M's positive above F's negative: 0")
    ],
    kernel: .groups(
      GroupsKernel(.scores) { _, _ in
        { items in
          let counts = items.positivesAboveNegatives
          return .ofPairs(counts.groups) { first, second in
            guard let one = counts.area(.group(first), .group(second)).number,
              let other = counts.area(.group(second), .group(first)).number
            else { return nil }
            return one - other
          }
        }
      }))

  static let pairwiseEqualOpportunity = MeasureDefinition(
    "xAUCGap",
    summary: "The largest xAUC of two groups less the least, within and between groups.",
    formula: "max − min over all g, h of xAUC(g, h), g = h among them",
    source: "Narasimhan, Cotter, Gupta and Wang, AAAI 2020; Beutel et al., KDD 2019",
    direction: .lowerIsBetter, needs: [.scores, .groups],
    undefined: "fewer than two groups have positive or negative items, or answers are left out",
    aliases: [MeasureAlias("PairwiseEqualOpportunity")],
    examples: [
      MeasureExample(
        "xAUCGap",
        .grouped(gold: [1, 0, 1, 0], scores: [0.9, 0.5, 0.2, 0.1], groups: ["F", "F", "M", "M"]),
        is: 1, because: "M's positive above F's negative: 0; all others: 1")
    ],
    kernel: .groups(
      GroupsKernel(.scores) { _, _ in
        { items in
          let counts = items.positivesAboveNegatives
          let present = (0..<counts.groups).filter { counts.uppers[$0] + counts.lowers[$0] > 0 }
          guard present.count > 1 else {
            return .undefined(.fewGroups(present.count, of: counts.groups))
          }
          var low: (value: Double, pair: [Int])?
          var high = low
          var parts = Array<Double?>(repeating: nil, count: counts.groups * counts.groups)
          for upper in present {
            for lower in present {
              let area = counts.area(.group(upper), .group(lower))
              guard let value = area.number else { continue }
              parts[upper * counts.groups + lower] = value
              // Of equal values the first is the highest and the last the lowest.
              if value <= low?.value ?? .infinity { low = (value, [upper, lower]) }
              if value > high?.value ?? -.infinity { high = (value, [upper, lower]) }
            }
          }
          guard let low, let high else {
            return .undefined(
              .oneClass(positives: counts.upperCount, negatives: counts.lowerCount))
          }
          func place(_ pair: [Int]) -> Int { pair[0] * counts.groups + pair[1] }
          return GroupFinding(
            value: .number(high.value - low.value),
            responsible: Set(low.pair).count > 1 ? low.pair : [low.pair[0]]
          )
          .chosen(
            .difference(
              place(high.pair), place(low.pair),
              of: GroupContrast.pairs(of: parts.count { $0 != nil })), from: parts)
        }
      }))

  static let pairwiseStatisticalParity = MeasureDefinition(
    "PairwiseParity",
    summary: "How far from ½ the probability is that an item of one group stands above another's.",
    formula:
      "max over pairs of groups of |P(rank of i above rank of j | i ∈ g, j ∈ h) − ½|, ties one "
      + "half",
    source: "Narasimhan, Cotter, Gupta and Wang, AAAI 2020",
    range: 0...0.5, direction: .lowerIsBetter, needs: [.scores, .groups],
    undefined: "fewer than two groups are listed, or answers are left out",
    examples: [
      MeasureExample(
        "PairwiseParity",
        .grouped(gold: [0, 0, 0], scores: [0.9, 0.5, 0.1], groups: ["F", "M", "F"]), is: 0,
        because: "F stands above M in one of two pairs")
    ],
    kernel: .groups(
      GroupsKernel(.order) { _, _ in
        { items throws(Undefined) in
          let counts = try items.pairsOfRanks()
          return .ofPairs(counts.groups) { first, second in
            counts.area(.group(first), .group(second)).number.map { $0 - 0.5 }
          }
        }
      }))

  static let rankParity = MeasureDefinition(
    "ARP",
    summary: "How much more often one group's items stand above all others' than another's do.",
    formula:
      "max − min over groups of FPR(g), the share of favoured pairs: those of an item of g and "
      + "one that is not of g in which the first stands above, ties one half",
    source: "Cachel, Rundensteiner and Harrison, ICDE 2022",
    direction: .lowerIsBetter, needs: [.scores, .groups],
    parameters: [.group(without: "the largest less the least of all groups")],
    undefined: "fewer than two groups are listed, or answers are left out",
    examples: [
      MeasureExample(
        "ARP", .grouped(gold: [0, 0, 0], scores: [0.9, 0.5, 0.1], groups: ["F", "F", "M"]),
        is: 1, because: "F stands above M in both pairs: 1, and M in none: 0"),
      MeasureExample(
        "ARP(group=M)",
        .grouped(gold: [0, 0, 0], scores: [0.9, 0.5, 0.1], groups: ["F", "F", "M"]), is: 0,
        because: "the share of M's favoured pairs; ½ is fair"),
    ],
    kernel: .groups(
      GroupsKernel(.order, .gap) { _, _ in
        { items throws(Undefined) in
          let counts = try items.pairsOfRanks()
          return (0..<counts.groups).map { group in
            let area = counts.area(.group(group), .background(of: group))
            return area.number == nil ? .undefined(.nothing(.pairs)) : area
          }
        }
      }))
}

extension GroupFinding {
  /// The value that is furthest from 0 over pairs of groups, as a distance.
  ///
  /// - Parameters:
  ///   - isDistance: whether the value is a distance whatever its sign, which no pair can have of the
  ///     other sign on other data.
  ///   - value: of a pair; nil where there is none. Its sign says which group is favoured.
  static func ofPairs(
    _ groups: Int, isDistance: Bool = false, _ value: (Int, Int) -> Double?
  ) -> GroupFinding {
    var furthest: (value: Double, pair: [Int], place: Int)?
    var parts: [Double?] = []
    for first in 0..<groups {
      for second in (first + 1)..<max(groups, first + 1) {
        let found = value(first, second)
        parts.append(found)
        guard let found else { continue }
        if let furthest, abs(found) <= abs(furthest.value) { continue }
        furthest = (found, found < 0 ? [second, first] : [first, second], parts.count - 1)
      }
    }
    guard let furthest else { return .undefined(.fewGroups(0, of: groups)) }
    let finding = GroupFinding(value: .number(abs(furthest.value)), responsible: furthest.pair)
    guard !isDistance else { return finding }
    return finding.chosen(
      .part(furthest.place, isNegative: furthest.value < 0, of: parts.count { $0 != nil }),
      from: parts)
  }
}
