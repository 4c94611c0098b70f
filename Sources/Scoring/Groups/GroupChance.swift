internal import Inference
internal import Measures

/// The gaps of tables when units are put into the groups by lot.
///
/// The null hypothesis holds fixed what a measure is conditional on (Hardt, Price and Srebro, "Equality
/// of opportunity in supervised learning", NeurIPS 2016, for rates of positive units): units change
/// places only with units that add the same to the denominator of a rate, for AUC with units of the
/// same class, for all other measures with any. So the denominators of all groups stay as they are, and
/// groups with different base rates are not taken for groups with different error rates.
struct GroupChance: Sendable {
  /// Arrangements that are taken of measures that are no rates, at most: each of them is the work of
  /// scoring every group again, and with 2,000 a p of 0.05 has a standard error of 0.005.
  static let mostOfOthers = 2_000

  private let shuffles: [Shuffled]
  /// Of each gap whether it is one of a rate.
  private let isOfRate: [Bool]

  /// The measures for which units change places in the same way.
  fileprivate struct Shuffled: Sendable {
    let shuffle: ShuffleWithinStrata
    let rates: [RateGap]
    var others: OtherGaps?
  }

  /// Which groups a gap is taken over, and where it stands among all gaps.
  struct Asked: Sendable {
    let place: Int
    let table: Int
    let measure: Int
    /// Among the gaps of the measure.
    let gap: Int
    let groups: [Int]
  }

  init(
    _ asked: [Asked], _ slices: [GroupSlices], _ counts: RateCounts, _ answer: any AnswerByUnits,
    _ measures: [BoundMeasure], classes: [Int32]?, seed: UInt64
  ) {
    isOfRate = asked.map { counts.column(of: $0.measure) != nil }
    var byStrata: [(strata: [Int32], asked: [Asked])] = []
    for one in asked {
      var strata =
        counts.column(of: one.measure).map { counts.denominators[$0].ranked }
        ?? (measures[one.measure].measure.isWholeAUC ? classes : nil)?.ranked
        ?? Array(repeating: 0, count: answer.units)
      if let fixed = slices[one.table].given { strata = strata.divided(by: fixed.codes) }
      if let known = byStrata.firstIndex(where: { $0.strata == strata }) {
        byStrata[known].asked.append(one)
      } else {
        byStrata.append((strata, [one]))
      }
    }
    shuffles = byStrata.map { strata, asked in
      let others = asked.filter { counts.column(of: $0.measure) == nil }
      return Shuffled(
        shuffle: ShuffleWithinStrata(strata: strata, seed: seed),
        rates: asked.compactMap { one in
          counts.column(of: one.measure).map { RateGap(one, slices[one.table], counts, $0) }
        },
        others: others.isEmpty ? nil : OtherGaps(others, slices, answer, measures))
    }
  }

  /// The gaps on each of `permutations` arrangements, one column for each that was asked for; those of
  /// measures that are no rates may be shorter.
  func gaps(permutations: Int, threads: Int) async -> [ReplicateColumn] {
    let (shuffles, isOfRate) = (shuffles, isOfRate)
    let found = await inRanges(of: permutations, threads: threads) { range in
      var found = Array(repeating: ReplicateColumn(), count: isOfRate.count)
      var gaps = Array<Double?>(repeating: nil, count: isOfRate.count)
      var working = shuffles
      let units = shuffles.first?.shuffle.units ?? 0
      var order = Array<Int32>(repeating: 0, count: units)
      var buffer = order
      for number in range {
        let areOthersTaken = number < Self.mostOfOthers
        for index in working.indices where areOthersTaken || !working[index].rates.isEmpty {
          working[index].shuffle.order(number, into: &order, buffer: &buffer)
          for rate in working[index].rates { gaps[rate.place] = rate.gap(order) }
          if areOthersTaken { working[index].others?.evaluate(order, into: &gaps) }
        }
        for column in found.indices where areOthersTaken || isOfRate[column] {
          found[column].append(gaps[column])
        }
      }
      return found
    }
    return isOfRate.indices.map { column in
      found.reduce(into: ReplicateColumn()) { $0.append(contentsOf: $1[column]) }
    }
  }
}

extension [Int32] {
  /// The strata of units that are alike in both.
  fileprivate func divided(by other: [Int32]) -> [Int32] {
    let other = other.ranked
    let levels = (other.max() ?? 0) + 1
    return zip(ranked, other).map { $0 &* levels &+ $1 }.ranked
  }

  /// The numbers 0, 1, … in the place of the different elements, in the order of their first places:
  /// the same division into strata has the same numbers.
  fileprivate var ranked: [Int32] {
    var numbers: [Int32: Int32] = [:]
    return map { element in
      if let known = numbers[element] { return known }
      let number = Int32(truncatingIfNeeded: numbers.count)
      numbers[element] = number
      return number
    }
  }
}
