/// Two one-sided tests: is the difference between two systems smaller than a margin?
///
/// A test that finds no difference does not show that there is none. This one does: its null
/// hypothesis is that the systems differ by the margin or more. Schuirmann, "A comparison of the two
/// one-sided tests procedure and the power approach for assessing the equivalence of average
/// bioavailability", Journal of Pharmacokinetics and Biopharmaceutics 15(6), 1987.
package struct EquivalenceTest: Sendable, Hashable {
  /// Differences of at least this size matter.
  package let margin: Double
  /// The p-value against "the first is worse by the margin or more".
  package let pOfInferiority: Double
  /// The p-value against "the first is better by the margin or more".
  package let pOfSuperiority: Double

  /// The test on differences, as ``PairedTTest`` takes them.
  ///
  /// Nil where the paired t test is nil, and unless the margin is positive and finite.
  package init?(_ differences: [Double], margin: Double) {
    guard let test = PairedTTest(differences) else { return nil }
    self.init(test, margin: margin)
  }

  package init?(_ test: PairedTTest, margin: Double) {
    guard margin > 0, margin < .infinity else { return nil }
    self.margin = margin
    pOfInferiority = test.p(above: -margin)
    pOfSuperiority = test.p(below: margin)
  }

  /// The p-value against "the systems differ by the margin or more": the larger of the two.
  ///
  /// It is below α exactly where the interval of confidence 1 − 2α lies within the margins.
  package var p: Double { max(pOfInferiority, pOfSuperiority) }
}
