internal import Inference
internal import Measures

extension Comparator {
  /// What there is to say of each pair, before the correction for their number.
  func findings(for pairs: [(Int, Int)], _ replicates: Replicates) async -> [ComparedPair] {
    let tests = await tests(of: pairs, replicates)
    // Each pair sorts its own resamples: many pairs take a core each.
    return await inRanges(of: pairs.count, threads: request.threads) { range in
      range.map { finding(pairs[$0], tests[$0], replicates) }
    }.flatMap(\.self)
  }

  private func finding(
    _ pair: (Int, Int), _ test: PairTest, _ replicates: Replicates
  ) -> ComparedPair {
    let spread = Spread(of: self, pair, replicates)
    let undefined = reason(pair.0, pair.1) ?? "the systems cannot be compared"
    var found = ComparedPair(
      first: pair.0, second: pair.1,
      difference: ComparedValue(difference(pair.0, pair.1), or: undefined),
      interval: test.interval ?? spread.interval, p: test.p, isExact: test.isExact,
      adjusted: test.p, effect: spread.effect)
    if let margin = request.equivalence {
      let p = spread.pOfDiffering(by: margin)
      found.equivalence = ComparedPair.Equivalence(p: p, adjusted: p)
    }
    if request.wantsPower { found.power = spread.power(request) }
    return found
  }

  /// Adjusts p-values for their number and says which are significant.
  func adjust(_ pairs: inout [ComparedPair]) {
    adjust(&pairs, \.p, request.effectiveCorrection) { pair, p in pair.adjusted = .number(p) }
    // Each of these is a test of its own also where the others are corrected all at once.
    adjust(&pairs, \.equivalenceP, request.correction) { [level = request.level] pair, p in
      pair.equivalence?.adjusted = .number(p)
      pair.equivalence?.isShown = p < level
    }
    for index in pairs.indices {
      guard let p = pairs[index].adjusted.number else { continue }
      pairs[index].marks = [1.0, 5, 50].count { p < request.level / $0 }
      let difference = pairs[index].difference.number ?? 0
      let isLower = measure.measure.definition.direction == .lowerIsBetter
      pairs[index].isWorse =
        request.baseline != nil && pairs[index].isSignificant
        && measure.measure.definition.direction != .neither
        && (isLower ? difference > 0 : difference < 0)
    }
  }

  private func adjust(
    _ pairs: inout [ComparedPair], _ p: KeyPath<ComparedPair, ComparedValue>,
    _ correction: Correction, _ set: (inout ComparedPair, Double) -> Void
  ) {
    let tested = pairs.indices.filter { pairs[$0][keyPath: p].number != nil }
    let adjusted = correction.adjusted(
      tested.compactMap { pairs[$0][keyPath: p].number })
    for (index, p) in zip(tested, adjusted) { set(&pairs[index], p) }
  }
}

extension ComparedPair {
  fileprivate var equivalenceP: ComparedValue {
    equivalence?.p ?? .undefined("equivalence was not asked for")
  }
}

/// How much the difference of two systems varies: what interval, effect, equivalence and power are
/// made from.
///
/// Where the measure is a mean over units that is known from the units' differences. Elsewhere a
/// unit's standard deviation is √n times the standard error that the bootstrap finds, which is the
/// same for a mean and makes sizes of effect comparable.
private struct Spread {
  private let difference: Double?
  private let differences: [Double]?
  private let resamples: DifferenceReplicates?
  private let units: Int
  /// The largest difference that two values of the measure can have.
  private let largest: Double
  private let undefined: String
  let interval: ComparisonInterval?

  init(of comparator: Comparator, _ pair: (Int, Int), _ replicates: Replicates) {
    difference = comparator.difference(pair.0, pair.1)
    units = comparator.unitCount
    let range = comparator.measure.measure.definition.range
    largest = range.upperBound - range.lowerBound
    differences = comparator.unitDifferences(pair)
    let column = replicates.differences(pair.0, pair.1)
    resamples = column.flatMap(DifferenceReplicates.init)
    interval = column.flatMap {
      replicates.interval(of: $0, confidence: comparator.request.confidence)
    }
    undefined =
      comparator.reason(pair.0, pair.1)
      ?? (comparator.units == nil && column == nil
        ? "there are no resamples to tell it from"
        : "the systems differ by the same on all \(comparator.units == nil ? "resamples" : "units")")
  }

  private var deviation: Double? {
    if let differences { return PairedTTest(differences).map { $0.standardError * root } }
    return resamples?.standardError.map { $0 * root }
  }

  private var root: Double { Double(units).squareRoot() }

  /// Cohen's d_z.
  var effect: ComparedValue {
    if let differences {
      return ComparedValue(EffectSize.standardizedDifference(differences), or: undefined)
    }
    let effect = difference.flatMap { difference in deviation.map { difference / $0 } }
    return ComparedValue(effect, or: undefined)
  }

  func pOfDiffering(by margin: Double) -> ComparedValue {
    if let differences {
      return ComparedValue(EquivalenceTest(differences, margin: margin)?.p, or: undefined)
    }
    guard deviation != nil else { return .undefined(undefined) }
    return ComparedValue(resamples?.pOfDiffering(by: margin), or: undefined)
  }

  func power(_ request: ComparisonRequest) -> ComparedPair.Power {
    guard let deviation, let difference,
      let power = PairedPower(level: request.level, alternative: request.alternative)
    else {
      return ComparedPair.Power(
        units: .undefined(undefined), smallestDifference: .undefined(undefined))
    }
    // So few units have too few permutations for any p-value at the level.
    let fewest =
      request.test == .permutation
      ? PairedPermutation.fewestUnits(level: request.level, alternative: request.alternative) : 2
    let needed = power.units(
      difference: difference, standardDeviation: deviation, power: ComparisonRequest.power)
    let smallest = power.smallestDifference(
      units: units, standardDeviation: deviation, power: ComparisonRequest.power)
    return ComparedPair.Power(
      units: ComparedValue(
        needed.map { Double(max($0, fewest)) }, or: "no number of units shows such a difference"),
      smallestDifference: ComparedValue(
        units < fewest || (smallest ?? 0) > largest ? nil : smallest,
        or: "\(units) units are too few to show any difference that there can be"))
  }
}
