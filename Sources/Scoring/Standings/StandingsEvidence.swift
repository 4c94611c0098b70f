package import Inference
internal import Measures

/// What resamples and tests say of the submissions of a board, by their positions.
package struct StandingsEvidence: Sendable {
  /// What a test says of two submissions.
  package struct Test: Sendable, Hashable {
    /// After the correction for the number of tests.
    package let adjusted: Double
    package let isToldApart: Bool

    package init(adjusted: Double, isToldApart: Bool) {
      self.adjusted = adjusted
      self.isToldApart = isToldApart
    }
  }

  /// How it was found, so that it can be found again.
  package struct Method: Sendable, Hashable {
    package let confidence: Double
    package let replicates: Int
    package let seed: UInt64
    /// Nil where no pairs were tested.
    package let test: ComparisonRequest.Test?
    package let correction: Correction?
  }

  /// Among the submissions of the same contest, from 1 on.
  package var ranks: [Int: RankRange] = [:]
  /// Of the submissions that keep the bounds: two that share a letter are not told apart.
  package var letters: [Int: String] = [:]
  /// To the best of those that a submission is ranked against.
  package var differences: [Int: LeaderDifference] = [:]
  package var method: Method?
  /// What readers should know of the comparisons.
  package var notes: [String] = []
  private var tests: [Pair: Test] = [:]

  package init() {}

  /// The test of two submissions, in either order; nil where there is none.
  package subscript(_ first: Int, _ second: Int) -> Test? {
    get { tests[Pair(first, second)] }
    set { tests[Pair(first, second)] = newValue }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
      (self.first, self.second) = (min(first, second), max(first, second))
    }
  }
}

extension StandingsEvidence {
  /// Adds what a comparison says.
  ///
  /// - Parameter positions: of the comparison's systems on the board, in their order.
  package mutating func add(_ comparison: Comparison, of positions: [Int], lettered: Bool) {
    for (system, position) in zip(comparison.systems, positions) {
      ranks[position] = system.ranks
      if lettered { letters[position] = system.letters }
    }
    for pair in comparison.pairs {
      guard let (own, difference) = LeaderDifference.of(pair, leader: 0, positions) else {
        continue
      }
      differences[own] = difference
    }
    notes += comparison.notes.filter { !notes.contains($0) }
    guard comparison.request.baseline == nil else {
      method = Method(comparison.request, testsPairs: false)
      return
    }
    for pair in comparison.pairs
    where positions.indices.contains(pair.first) && positions.indices.contains(pair.second) {
      guard let adjusted = pair.adjusted.number else { continue }
      self[positions[pair.first], positions[pair.second]] = Test(
        adjusted: adjusted, isToldApart: pair.isSignificant)
    }
    method = Method(comparison.request, testsPairs: true)
  }
}

extension StandingsEvidence.Method {
  init(_ request: ComparisonRequest, testsPairs: Bool) {
    confidence = request.confidence
    replicates = request.replicates
    seed = request.seed
    test = testsPairs ? request.test : nil
    correction = testsPairs ? request.effectiveCorrection : nil
  }
}

extension StandingsField {
  /// Resamples the units for all submissions that are ranked against each other, and tests their pairs
  /// where ranks go by that.
  ///
  /// Each contest is compared by itself: a submission that violates a bound cannot take the rank of one
  /// that keeps it, on resamples either. Whether bounds are kept is not resampled.
  ///
  /// - Parameter entries: by position; what is not among them is not compared.
  ///
  /// Throws ``ComparisonError`` for a test that the measure cannot have.
  package func evidence(
    from entries: [Int: ComparisonEntry], _ request: ComparisonRequest
  ) async throws(ComparisonError) -> StandingsEvidence {
    var evidence = StandingsEvidence()
    for (contest, members) in contests.enumerated() {
      let positions = members.filter { entries[$0] != nil }
      guard positions.count > 1 else { continue }
      var request = request
      // Where no test decides, each is tested against the best alone.
      request.baseline = rules.ties == .significance ? nil : 0
      // So many pairs are corrected for that fewer permutations could tell none of them apart.
      request.takesMorePermutations = rules.ties == .significance
      let comparator = try Comparator(
        positions.compactMap { entries[$0] }, measure: rules.primary, request: request)
      evidence.add(await comparator.comparison(), of: positions, lettered: contest == 0)
    }
    return evidence
  }
}
