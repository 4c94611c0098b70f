/// An item of a list and the groups of people that it is of.
struct NaiveMember: Sendable {
  /// Which item of the sample it is; copies are items of their own.
  let id: Int
  let item: NaiveItem
  /// The part that each group has of it, and which groups it is in.
  let shares: [Double]
  var urgency: Double

  func isIn(_ group: Int) -> Bool { shares[group] > 0 }
}

/// Items with their groups: what the definitions of measures between groups see.
struct NaiveGroups: Sendable {
  var members: [NaiveMember]
  /// The listed items from the top, tied ones together.
  var blocks: [[NaiveMember]]
  /// Every strict order of the listed items that the ties allow.
  var orders: [[NaiveMember]]
  var count: Int
  var targets: [Double]?
  /// Whether somebody should have been scored and was not.
  var hasLeftOut = false
  var answers: NaiveAnswers

  var groups: [Int] { Array(0..<count) }
  var isDisjoint: Bool { members.allSatisfy { $0.shares.filter { $0 > 0 }.count <= 1 } }

  func of(_ group: Int) -> [NaiveMember] { members.filter { $0.isIn(group) } }

  func size(_ group: Int, where isCounted: (NaiveMember) -> Bool = { _ in true }) -> Double {
    members.filter(isCounted).map { $0.shares[group] }.total
  }

  /// The share of exposure that each group is due.
  func due(_ target: String, rel: Double? = nil) -> [Double]? {
    var parts: [Double]
    switch target {
    case "equal": parts = groups.map { size($0) > 0 ? 1 : 0 }
    case "items": parts = groups.map { size($0) }
    case "relevant":
      parts = groups.map { size($0) { $0.item.isGoldRelevant(rel) } }
    default: parts = targets ?? groups.map { size($0) }
    }
    return parts.total > 0 ? parts.map { $0 / parts.total } : nil
  }

  /// The mean over the orders of ties of what is true of each.
  func meanOverOrders(_ value: ([NaiveMember]) -> Double?) -> Double? {
    guard !hasLeftOut else { return nil }
    let values = orders.map(value)
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    return values.compactMap { $0 }.average
  }
}

/// A measure between groups with its arguments, and what it is by definition.
struct NaiveGroupCase: Sendable {
  let measure: String
  let value: @Sendable (NaiveGroups) -> Double?

  init(_ measure: String, _ value: @escaping @Sendable (NaiveGroups) -> Double?) {
    self.measure = measure
    self.value = value
  }

  static let all = exposures + prefixes + pairs + decisions

  private static let exposures: [NaiveGroupCase] =
    [
      .init("AWRF") { $0.awrf() },
      .init("AWRF(base=e,discount=trec)") { $0.awrf(.trec, natural: true) },
      .init("AWRF(discount=geometric,patience=0.5,target=equal)") {
        $0.awrf(.geometric(0.5), target: "equal")
      },
      .init("AWRF(target=items)@2") { $0.awrf(cutoff: 2, target: "items") },
      .init("AWRF(target=relevant,rel=1)") { $0.awrf(target: "relevant", rel: 1) },
      .init("AWRF(discount=time)") { $0.awrf(.time(224)) },
      .init("AWRF(discount=time,halflife=30)") { $0.awrf(.time(30)) },
      .init("nDCGxAWRF") { $0.gainAndAWRF() },
      .init("nDCGxAWRF(discount=trec,base=e)@3") {
        $0.gainAndAWRF(.trec, natural: true, cutoff: 3)
      },
      .init("nDCGxAWRF(target=relevant,rel=1)") { $0.gainAndAWRF(target: "relevant", rel: 1) },
      .init("ExposureRatio") { naiveRatio($0.exposuresPerItem(.log2)) },
      .init("ExposureRatio(discount=geometric,patience=0.3)@3") {
        naiveRatio($0.exposuresPerItem(.geometric(0.3), cutoff: 3))
      },
      .init("ExposureRatio(discount=time,halflife=60)") {
        naiveRatio($0.exposuresPerItem(.time(60)))
      },
      .init("ExposureGap") { naiveGap($0.exposuresPerItem(.log2)) },
      .init("ExposureGap(discount=trec)") { naiveGap($0.exposuresPerItem(.trec)) },
      .init("ExposureGap(discount=geometric,patience=0.9)") {
        naiveGap($0.exposuresPerItem(.geometric(0.9)))
      },
      .init("ExposureGap(discount=time,halflife=500)") {
        naiveGap($0.exposuresPerItem(.time(500)))
      },
      .init("DTR") { naiveRatio($0.exposuresPerMerit(.log2)) },
      .init("DTR(discount=geometric,patience=0.6,rel=1)") {
        naiveRatio($0.exposuresPerMerit(.geometric(0.6), rel: 1))
      },
      .init("DTR(discount=time,halflife=100)") { naiveRatio($0.exposuresPerMerit(.time(100))) },
      .init("DIR") { naiveRatio($0.exposuresPerMerit(.log2, ofRelevant: true)) },
      .init("DIR(discount=geometric,patience=0.6,rel=1)@4") {
        naiveRatio($0.exposuresPerMerit(.geometric(0.6), cutoff: 4, rel: 1, ofRelevant: true))
      },
      .init("DIR(discount=time,halflife=100)") {
        naiveRatio($0.exposuresPerMerit(.time(100), ofRelevant: true))
      },
    ]
    + [("EED", 0), ("EER", 1), ("EEL", 2)].flatMap { name, part -> [NaiveGroupCase] in
      [
        .init(name) { $0.expectedExposure(.log2)?[part] },
        .init("\(name)(items,discount=geometric,patience=0.5)") {
          $0.expectedExposure(.geometric(0.5), overItems: true)?[part]
        },
        .init("\(name)(discount=trec)@2") { $0.expectedExposure(.trec, cutoff: 2)?[part] },
      ]
    }

  private static let prefixes: [NaiveGroupCase] = [
    .init("NDKL") { $0.ndkl() },
    .init("NDKL(base=2,target=equal)@3") { $0.ndkl(cutoff: 3, target: "equal", base: 2) },
    .init("NDKL(target=relevant,rel=1)") { $0.ndkl(target: "relevant", rel: 1) },
    .init("InfeasibleIndex") { $0.infeasibleIndex() },
    .init("InfeasibleIndex(target=equal)@3") { $0.infeasibleIndex(cutoff: 3, target: "equal") },
    .init("InfeasibleIndex(target=relevant,rel=1)") {
      $0.infeasibleIndex(target: "relevant", rel: 1)
    },
    .init("MinSkew@2") { $0.skews(2).compactMap { $0 }.min() },
    .init("MinSkew(group=a,target=equal)@3") { $0.skews(3, target: "equal").first ?? nil },
    .init("MinSkew(target=relevant,rel=1)@1") {
      $0.skews(1, target: "relevant", rel: 1).compactMap { $0 }.min()
    },
    .init("MaxSkew@4") { $0.skews(4).compactMap { $0 }.max() },
    .init("MaxSkew(group=b,target=items,rel=2)@2") {
      $0.count > 1 ? $0.skews(2, target: "items")[1] : nil
    },
    .init("rND(step=1)") { $0.ranked(1, naiveDifference).compactMap { $0 }.max() },
    .init("rND(group=b,step=2)") { $0.count > 1 ? $0.ranked(2, naiveDifference)[1] : nil },
    .init("rND(step=3)") { $0.ranked(3, naiveDifference).compactMap { $0 }.max() },
    .init("rKL(step=1)") { $0.ranked(1, naiveDivergence).compactMap { $0 }.max() },
    .init("rKL(group=a,step=2)") { $0.ranked(2, naiveDivergence).first ?? nil },
    .init("FAIR@5") { $0.fair(5).compactMap { $0 }.min() },
    .init("FAIR(group=a,p=0.5,alpha=0.2,level=each)@4") {
      $0.fair(4, proportion: 0.5, alpha: 0.2, isAdjusted: false).first ?? nil
    },
    .init("FAIR(p=0.3,alpha=0.3,target=equal,rel=1)@6") {
      $0.fair(6, proportion: 0.3, alpha: 0.3, target: "equal").compactMap { $0 }.min()
    },
    .init("FAIR(alpha=0.4,target=equal)@4") {
      $0.fair(4, alpha: 0.4, target: "equal").compactMap { $0 }.min()
    },
    .init("FAIRp(p=0.4)@5") { $0.fairProbability(5, proportion: 0.4).compactMap { $0 }.min() },
    .init("FAIRp(group=a,target=relevant,rel=1)@3") {
      $0.fairProbability(3, target: "relevant", rel: 1).first ?? nil
    },
  ]

  private static let pairs: [NaiveGroupCase] = [
    .init("ARP") { naiveGap($0.favouredPairs) },
    .init("ARP(group=b)") { $0.count > 1 ? $0.favouredPairs[1] : nil },
    .init("PairwiseParity") { $0.pairwiseParity() },
    .init("SubgroupAUC") { $0.subgroupAUCs.compactMap { $0 }.min() },
    .init("SubgroupAUC(group=a)") { $0.subgroupAUCs.first ?? nil },
    .init("BPSN") { $0.bpsn.compactMap { $0 }.min() },
    .init("BPSN(group=b)") { $0.count > 1 ? $0.bpsn[1] : nil },
    .init("BNSP") { $0.bnsp.compactMap { $0 }.min() },
    .init("BNSP(group=a)") { $0.bnsp.first ?? nil },
    .init("PosAEG(group=a)") { $0.averageEqualityGaps(true).first ?? nil },
    .init("PosAEG") { naiveFurthest($0.averageEqualityGaps(true)) },
    .init("NegAEG(group=b)") {
      $0.count > 1 ? $0.averageEqualityGaps(false).dropFirst().first ?? nil : nil
    },
    .init("NegAEG") { naiveFurthest($0.averageEqualityGaps(false)) },
    .init("xAUCDisparity") { $0.crossDisparity() },
    .init("xAUCGap") { $0.pairwiseEqualOpportunity() },
    .init("ABROCA") { $0.abroca() },
  ]

  private static let decisions: [NaiveGroupCase] = [
    .init("EqualizedOdds") { $0.equalizedOdds().map { max($0.0, $0.1) } },
    .init("EqualizedOdds(mean)") { $0.equalizedOdds().map { ($0.0 + $0.1) / 2 } },
    .init("EqualizedOdds(label=flagged)") {
      $0.equalizedOdds("flagged").map { max($0.0, $0.1) }
    },
    .init("EqualizedOddsRatio") { $0.equalizedOddsRatio() },
    .init("EqualizedOddsRatio(flagged)") { $0.equalizedOddsRatio("flagged") },
    .init("AverageOdds") { $0.averageOdds() },
    .init("AverageOdds(top)") { $0.averageOdds("top") },
    .init("TreatmentEquality") { naiveRatio($0.missesForAlarms()) },
    .init("TreatmentEquality(flagged)") { naiveRatio($0.missesForAlarms("flagged")) },
    .init("DifferentialFairness") { $0.differentialFairness(1) },
    .init("DifferentialFairness(concentration=0)") { $0.differentialFairness(0) },
    .init("DifferentialFairness(flagged,concentration=0.25)") {
      $0.differentialFairness(0.25, "flagged")
    },
    .init("BetweenGroupGEI") { naiveEntropy($0.meanBenefits(), 2) },
    .init("BetweenGroupGEI(alpha=1)") { naiveEntropy($0.meanBenefits(), 1) },
    .init("BetweenGroupGEI(alpha=0)") { naiveEntropy($0.meanBenefits(), 0) },
    .init("BetweenGroupGEI(flagged,alpha=0.5)") { naiveEntropy($0.meanBenefits("flagged"), 0.5) },
    .init("BetweenGroupCV") { naiveEntropy($0.meanBenefits(), 2).map { (2 * $0).squareRoot() } },
    .init("BetweenGroupCV(top)") {
      naiveEntropy($0.meanBenefits("top"), 2).map { (2 * $0).squareRoot() }
    },
  ]
}

/// The largest of the values of groups less the least; nil of fewer than two.
func naiveGap(_ values: [Double?]?) -> Double? {
  let values = (values ?? []).compactMap { $0 }
  guard values.count > 1, let low = values.min(), let high = values.max() else { return nil }
  return high - low
}

/// The least of the values of groups over the largest.
func naiveRatio(_ values: [Double?]?) -> Double? {
  let values = (values ?? []).compactMap { $0 }
  guard values.count > 1, let low = values.min(), let high = values.max(), high > 0 else {
    return nil
  }
  return low / high
}

/// The value that is furthest from 0, the first of several.
func naiveFurthest(_ values: [Double?]) -> Double? {
  let values = values.compactMap { $0 }
  guard let most = values.map(abs).max() else { return nil }
  return values.first { abs($0) == most }
}
