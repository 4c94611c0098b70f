package import Measures

extension MeasureValue: Releasable {
  /// Rounded; a ratio is no longer known by its counts, which are exact.
  package func released(under policy: PublicationPolicy) -> MeasureValue {
    guard let number else { return self }
    return MeasureValue.number(policy.rounded(number)).orOverflow
  }
}

extension MeasureInterval: Releasable {
  /// Both bounds rounded to the nearest, as values are, so that a value inside stays inside.
  package func released(under policy: PublicationPolicy) -> MeasureInterval {
    MeasureInterval(
      low: policy.rounded(low), high: policy.rounded(high), confidence: confidence,
      method: method, replicates: replicates, undefined: undefined, isApproximate: isApproximate,
      comparisons: comparisons)
  }
}

extension ComparedValue: Releasable {
  package func released(under policy: PublicationPolicy) -> ComparedValue {
    guard let number else { return self }
    return ComparedValue(
      policy.rounded(number), or: UndefinedReason.overflow.description)
  }
}

extension RankRange: Releasable {
  /// Ranks are as coarse as there are submissions; the share of resamples is rounded.
  package func released(under policy: PublicationPolicy) -> RankRange {
    RankRange(
      low: low, high: high, probabilityOfFirst: policy.rounded(probabilityOfFirst),
      shares: shares.map(policy.rounded))
  }
}

extension ValueDocument: Releasable {
  /// A value as another format has it, and its interval.
  package func released(under policy: PublicationPolicy) -> ValueDocument {
    var document = self
    document.value = value.map(policy.rounded)
    document.interval = interval?.released(under: policy)
    return document
  }
}

extension IntervalDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> IntervalDocument {
    var document = self
    document.low = policy.rounded(low)
    document.high = policy.rounded(high)
    return document
  }
}
