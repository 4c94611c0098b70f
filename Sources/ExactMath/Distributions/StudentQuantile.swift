extension StudentDistribution {
  /// The value that is stayed below with the given probability.
  ///
  /// −infinity for 0, infinity for 1, NaN outside of 0 to 1 and for NaN. The error stays near 10⁻¹⁴
  /// of the result for tails down to 10⁻¹⁰⁰.
  package func quantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
      return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
    }
    let tail = min(probability, 1 - probability)
    let size = tail >= 0.25 ? centralQuantile(0.5 - tail) : tailQuantile(tail)
    return probability < 0.5 ? -size : size
  }

  /// The t whose interval from 0 has the given probability, at most ¼.
  ///
  /// The distribution is concave there, so Newton's steps from below never overshoot.
  private func centralQuantile(_ probability: Double) -> Double {
    var t = probability / density(0)
    for _ in 0..<50 {
      let step = (probability - 0.5 * self.probability(inside: t)) / density(t)
      let next = t + step
      if !(step > t * 0x1p-52) { return step.isFinite ? next : t }
      t = next
    }
    return t
  }

  /// The t that is exceeded with the given probability, below ¼.
  ///
  /// Newton's steps on logarithms: that of the upper tail is concave in that of t, and becomes a
  /// line of slope −ν, so that steps from above never overshoot and far tails take few.
  private func tailQuantile(_ tail: Double) -> Double {
    let target = Exact.log(tail)
    var t = -NormalDistribution.quantile(tail)
    var last = Double.infinity
    for _ in 0..<200 {
      let above = probability(above: t)
      let slope = t * density(t) / above
      let step = (Exact.log(above) - target) / slope
      guard step.isFinite else { return t }
      let next = t * Exact.exp(step)
      // After the first step they go down; when they stop to shrink, rounding is all that is left.
      if step.magnitude <= 0x1p-52 || step.magnitude >= last { return t }
      if step.magnitude < 1e-3 { last = step.magnitude }
      t = next
    }
    return t
  }
}
