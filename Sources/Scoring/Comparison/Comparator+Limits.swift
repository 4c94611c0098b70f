internal import Inference
internal import Measures

/// How much is drawn, and what so much can show.
extension Comparator {
  /// Resamples: fewer than asked for where so many units would be drawn that it takes minutes.
  ///
  /// None of one unit, which is that unit again, and of a measure that is biased on them.
  var resamples: Int {
    guard entries[0].byUnits.units > 1, !measure.measure.definition.isBiasedOnResamples else {
      return 0
    }
    let isMean = entries[0].byUnits.isMean(measure)
    return affordable(measures: isMean ? 0 : defined.count)
  }

  /// Permutations of so many pairs: more than usual where the correction for many tests needs them,
  /// fewer where the measure has to be computed anew for each.
  func permutations(of pairs: Int) -> Int {
    guard let units else { return affordable(measures: 2 * pairs) }
    guard request.takesMorePermutations, request.test == .permutation else {
      return request.replicates
    }
    // One pair that differs alone, and is to be shown with a tenth of the level.
    let alone = adjustedAlone(1e-12, among: pairs) / 1e-12
    let wanted = Int((10 * alone / request.level).rounded())
    // Eight units are one addition, and each pair one comparison.
    let work = pairs + defined.count * (units.units + 7) / 8
    return max(
      request.replicates, min(wanted, IntervalOptions.mostReplicates, Self.mostWork / max(1, work)))
  }

  /// Additions and comparisons of sums that more permutations may take: some seconds.
  private static let mostWork = 5_000_000_000

  private func affordable(measures: Int) -> Int {
    IntervalOptions.affordable(
      request.replicates, units: entries[0].byUnits.units, measures: measures)
  }

  private func adjustedAlone(_ p: Double, among tests: Int) -> Double {
    let others = Array(repeating: 1.0, count: max(0, tests - 1))
    return request.effectiveCorrection.adjusted([p] + others)[0]
  }

  /// How many replicates the test takes where it does not take all; nil for a test that takes none.
  private func drawn(tests: Int) -> Int? {
    switch request.test {
    case .t, .delong: nil
    case .bootstrap: resamples
    case .tukey: request.replicates
    case .permutation: permutations(of: tests)
    }
  }

  /// The least p-value that the test can have of any pair with so many replicates.
  private func leastP(drawn: Int) -> Double {
    switch request.test {
    case .t, .delong, .bootstrap: 1 / Double(drawn + 1)
    case .tukey:
      RandomizedTukey.leastP(systems: defined.count, units: unitCount, replicates: drawn)
    case .permutation:
      PairedPermutation.leastP(
        units: unitCount, alternative: request.alternative, replicates: drawn)
    }
  }

  /// Why no pair can be significant whatever the systems say; nil where pairs can.
  func notOnLevel(tests: Int) -> String? {
    guard tests > 0, let drawn = drawn(tests: tests) else { return nil }
    let least = leastP(drawn: drawn)
    let adjusted = request.effectiveCorrection.adjusted(
      Array(repeating: least, count: tests))[0]
    guard adjusted >= request.level else { return nil }
    var note = "no difference can be significant: "
    // Where all permutations are tried they are fewer than might have been drawn.
    if least > 1 / Double(drawn + 1) {
      let units = unitCount == 1 ? "1 unit has" : "\(unitCount) units have"
      note += "\(units) too few permutations for a p-value below \(Self.atLeast(least))"
    } else {
      note += "\(drawn) replicates give no p-value below \(Self.atLeast(least))"
    }
    if adjusted > least {
      note += ", which the correction for \(tests) tests makes \(Self.atLeast(adjusted))"
    }
    if measure.measure.isWholeAUC { return note + "; --test delong has no such bound" }
    let canBeTukey =
      units != nil && request.baseline == nil && request.alternative == .twoSided
    return note + (canBeTukey && adjusted > least ? "; --test tukey corrects by itself" : "")
  }

  /// Why no pair can be shown to be equivalent; nil where pairs can.
  func notEquivalent(tests: Int) -> String? {
    guard tests > 0, request.equivalence != nil, units == nil, resamples > 0 else { return nil }
    let least = 1 / Double(resamples + 1)
    let adjusted = request.correction.adjusted(Array(repeating: least, count: tests)).first ?? least
    guard adjusted >= request.level else { return nil }
    return
      "no pair can be shown to be equivalent: \(resamples) resamples give no p of differing below "
      + "\(Self.atLeast(least))"
      + (adjusted > least
        ? ", which the correction for \(tests) tests makes \(Self.atLeast(adjusted))" : "")
  }

  /// The first two digits of a p-value, cut off: no more than it is.
  private static func atLeast(_ p: Double) -> Double {
    var scale = 10.0
    while p * scale < 10, scale < 1e15 { scale *= 10 }
    return (p * scale).rounded(.down) / scale
  }
}
