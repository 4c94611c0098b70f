/// The paired permutation test of any statistic of two systems.
///
/// For a measure that is no mean over units, such as the AUC: what the two systems said of a unit
/// changes places, and the measure is computed anew. Exchanged values have to be of one scale, so
/// scores go in as mid-ranks within their system, labels and probabilities as they are.
package enum SwapPermutation {
  /// Tests the difference between two systems.
  ///
  /// Nil where the observed difference is undefined or not finite. A statistic counts as reached
  /// within 10⁻¹² of the observed one, relative to it, or within 10⁻¹³ of the largest one seen: what
  /// rounding may have made of equal ones.
  ///
  /// - Parameters:
  ///   - units: how many units there are to exchange.
  ///   - replicates: how many arrangements are sampled; where all 2^units are no more than that, all
  ///     are looked at instead. They are those of ``PairedPermutation``.
  ///   - threads: how many arrangements are worked on at once; results do not depend on it.
  ///   - difference: the statistic where the systems change places on the units that are true, or nil
  ///     where it is undefined. It is called by several threads at once.
  package static func test(
    units: Int, alternative: Alternative = .twoSided, seed: UInt64, replicates: Int, threads: Int,
    difference: @escaping @Sendable (_ isSwapped: [Bool]) -> Double?
  ) async -> TestResult? {
    let units = max(0, units)
    let arrangements = Arrangements(units: units, seed: seed, replicates: replicates)
    guard let observed = difference([Bool](repeating: false, count: units)), observed.isFinite
    else {
      return nil
    }
    let parts = await inRanges(of: arrangements.count, threads: threads) { range in
      var isSwapped = [Bool](repeating: false, count: units)
      return range.map { arrangement -> Double in
        arrangements.forEachWord(of: arrangement) { index, word in
          for bit in 0..<min(64, units - index * 64) {
            isSwapped[index * 64 + bit] = word >> UInt64(bit) & 1 == 1
          }
        }
        guard let value = difference(isSwapped), value.isFinite else { return .nan }
        return value
      }
    }
    let values = parts.joined()
    let largest = values.reduce(observed.magnitude) { $1.isNaN ? $0 : max($0, $1.magnitude) }
    let slack = max(1e-12 * observed.magnitude, 1e-13 * largest)
    let undefined = values.count(where: \.isNaN)
    let reached = values.count { value in
      switch alternative {
      case .twoSided: value.magnitude >= observed.magnitude - slack
      case .greater: value >= observed - slack
      case .less: value <= observed + slack
      }
    }
    return TestResult(
      statistic: observed, reached: reached + undefined, of: arrangements.count,
      isExact: arrangements.isExact, undefined: undefined)
  }
}
