extension MeasureDefinition {
  static let rankedGroupFairness = MeasureDefinition(
    "FAIR",
    summary: "Whether a group is among the first k as often as a fair draw would have it: 1 or 0.",
    formula:
      "1 where for every rank i ≤ k the group has at least m(i) items, m(i) the α_c-quantile "
      + "of a binomial distribution of i draws with p; α_c the highest level with which a fair "
      + "ranking fails with probability α at most, computed exactly; with ties the share of their "
      + "orders that pass; the least of the groups",
    source: "Zehlike et al., FA*IR, CIKM 2017",
    needs: [.scores, .groups],
    parameters: [
      .group(without: "the least of all groups"), proportion,
      MeasureParameter(
        "alpha", .number(0.001...0.5), default: "0.1", isAlwaysShown: true,
        "how often a fair ranking may fail"),
      MeasureParameter(
        "level", .choice(["adjusted", "each"]), default: "adjusted",
        "whether alpha holds for all ranks together, or for the test at each of them"),
      TargetShares.parameter, .relevance,
    ], cutoff: .requiredRank,
    undefined: "no group has some of the items or of the targets and not all, items are of several "
      + "groups, or answers are left out",
    examples: [
      MeasureExample(
        "FAIR(group=F,p=0.5,alpha=0.1)@4",
        .grouped(
          gold: [0, 0, 0, 0, 0], scores: [0.9, 0.8, 0.7, 0.6, 0.1],
          groups: ["M", "M", "M", "M", "F"]),
        is: 0, because: "a fair draw of 4 has none with probability 1/16: one has to be there")
    ],
    kernel: .groups(
      GroupsKernel(.order, .least, resampling: .none) { arguments, scale in
        let alpha = arguments.number("alpha") ?? 0.1
        let isAdjusted = arguments.text("level") != "each"
        return try cells(arguments, scale) { prefixes, group, p, ranks in
          let test =
            isAdjusted
            ? RankedGroupFairnessTest.adjusted(proportion: p, level: alpha, ranks: ranks)
            : RankedGroupFairnessTest(proportion: p, level: alpha, ranks: ranks)
          return .number(test.passing(prefixes, group: group))
        }
      }))

  static let rankedGroupFairnessProbability = MeasureDefinition(
    "FAIRp",
    summary: "Probability that a fair draw has so few of a group at some of the first k ranks.",
    formula:
      "P(min_i F(C_i; i, p) ≤ min_i F(c_i; i, p)), i ≤ k, c_i the group's items among the first "
      + "i, C_i the successes in i independent draws with p, F the binomial distribution function; "
      + "computed exactly; the least of the groups",
    source: "the exact p-value of the test of Zehlike et al., FA*IR, CIKM 2017",
    direction: .neither, needs: [.scores, .groups],
    parameters: [
      .group(without: "the least of all groups"), proportion, TargetShares.parameter, .relevance,
    ], cutoff: .requiredRank,
    undefined: "as of FAIR, or items of different groups are tied among the first k",
    examples: [
      MeasureExample(
        "FAIRp(group=F,p=0.5)@2",
        .grouped(gold: [0, 0, 0], scores: [0.9, 0.5, 0.1], groups: ["M", "M", "F"]), is: 0.25,
        because: "none of 2 is the least there can be, and has probability ¼")
    ],
    kernel: .groups(
      GroupsKernel(.order, .least, resampling: .none) { arguments, scale in
        try cells(arguments, scale) { prefixes, group, p, ranks in
          var counts: [Int] = []
          var isCertain = true
          prefixes.forEachBlock(of: group) { above, length, before, marked in
            isCertain = isCertain && (marked == 0 || marked == length || above >= ranks)
            for rank in above..<min(above + length, ranks) {
              counts.append(before + (marked == 0 ? 0 : rank - above + 1))
            }
            return isCertain && above + length < ranks
          }
          guard isCertain else { return .undefined(.tiesRefused) }
          return .number(
            RankedGroupFairnessTest.significance(proportion: p, counts: counts))
        }
      }))

  private static let proportion = MeasureParameter(
    "p", .number(0.001...0.999),
    "the proportion of the group in a fair ranking; without it the group's target")

  /// A value for each group from the proportion that it is due and the ranks that are tested.
  private static func cells(
    _ arguments: MeasureArguments, _ scale: GradeScale,
    _ value:
      @escaping @Sendable (
        _ prefixes: GroupPrefixes, _ group: Int, _ proportion: Double, _ ranks: Int
      ) -> MeasureValue
  ) throws -> @Sendable (GroupedItems) throws(Undefined) -> [MeasureValue] {
    let target = TargetShares(arguments)
    let isRelevant = arguments.relevant(in: scale)
    let given = arguments.number("p")
    return { items throws(Undefined) in
      let due = try target.shares(of: items, relevant: isRelevant)
      let prefixes = try GroupPrefixes(items)
      let ranks = min(arguments.rank ?? prefixes.count, prefixes.count)
      guard ranks > 0 else { throw Undefined(.nothing(.items)) }
      let most = RankedGroupFairnessTest.mostRanks
      guard ranks <= most else { throw Undefined(.tooManyRanks(ranks, most: most)) }
      // Items that are not listed are of the group as well.
      let sizes = items.sizes()
      return due.indices.map { group in
        let proportion = given ?? due[group]
        guard proportion > 0, sizes[group] > 0 else { return .undefined(.nothing(.items)) }
        guard proportion < 1 else { return .undefined(.fewGroups(1, of: due.count)) }
        return value(prefixes, group, proportion, ranks)
      }
    }
  }
}
