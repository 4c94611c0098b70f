/// What a permutation test found.
package struct TestResult: Sendable, Hashable {
  /// The share of arrangements whose statistic reaches the observed one.
  ///
  /// Of sampled arrangements (reached + 1) / (replicates + 1): the observed arrangement is one of
  /// them, and no p-value is 0. Davison & Hinkley, Bootstrap Methods and their Application, 1997,
  /// 4.2; Phipson & Smyth, "Permutation p-values should never be zero", Statistical Applications in
  /// Genetics and Molecular Biology 9(1), 2010.
  package let p: Double
  /// Whether all arrangements were looked at, so that p is the share itself and no estimate of it.
  package let isExact: Bool
  /// How many arrangements were looked at.
  package let replicates: Int
  /// How many of them reached the observed statistic.
  package let reached: Int
  /// The observed statistic.
  package let statistic: Double
  /// How many arrangements had no statistic; they count as reached, which never favours a claim.
  package let undefined: Int

  init(
    statistic: Double, reached: Int, of replicates: Int, isExact: Bool, undefined: Int = 0
  ) {
    self.statistic = statistic
    self.reached = reached
    self.replicates = replicates
    self.isExact = isExact
    self.undefined = undefined
    p =
      isExact
      ? Double(reached) / Double(replicates) : Double(reached + 1) / (Double(replicates) + 1)
  }
}
