/// How a submission differs from the best of those that it is ranked against.
package struct LeaderDifference: Sendable, Hashable {
  /// The position of the best among the submissions of the board.
  package let leader: Int
  /// The submission's value less the leader's.
  package let difference: ComparedValue
  /// Nil where no resample has a difference.
  package let low: Double?
  package let high: Double?
  package let p: ComparedValue
  /// After the correction for all that is tested.
  package let adjusted: ComparedValue
  package let isToldApart: Bool

  /// The same with another difference.
  func of(_ difference: Double) -> LeaderDifference {
    LeaderDifference(
      leader: leader, difference: .number(difference), low: low, high: high, p: p,
      adjusted: adjusted, isToldApart: isToldApart)
  }

  /// What a comparison says of a submission and the best; nil for a pair without the best.
  ///
  /// - Parameters:
  ///   - leader: the best among the systems of the comparison.
  ///   - positions: of the systems on the board.
  static func of(
    _ pair: ComparedPair, leader: Int, _ positions: [Int]
  ) -> (own: Int, LeaderDifference)? {
    guard pair.first == leader || pair.second == leader else { return nil }
    // Pairs are turned so that the better system is first, or the baseline second.
    let isFirst = pair.second == leader
    let bounds = pair.interval.map { isFirst ? ($0.low, $0.high) : (-$0.high, -$0.low) }
    let difference = pair.difference.number.map { isFirst ? $0 : -$0 }
    return (
      positions[isFirst ? pair.first : pair.second],
      LeaderDifference(
        leader: positions[leader],
        difference: ComparedValue(difference, or: pair.difference.reason ?? "there is no value"),
        low: bounds?.0, high: bounds?.1, p: pair.p, adjusted: pair.adjusted,
        isToldApart: pair.isSignificant)
    )
  }
}

extension LeaderDifference: Releasable {
  package func released(under policy: PublicationPolicy) -> LeaderDifference {
    LeaderDifference(
      leader: leader, difference: difference.released(under: policy),
      low: low.map(policy.rounded), high: high.map(policy.rounded),
      p: p.released(under: policy), adjusted: adjusted.released(under: policy),
      isToldApart: isToldApart)
  }
}
