/// How large a difference between two systems is, beside how sure.
package enum EffectSize {
  /// Cohen's d_z: the mean difference in standard deviations of the differences (Cohen, Statistical
  /// Power Analysis for the Behavioral Sciences, 1988, 2.3.5). Nil where the paired t test is nil.
  package static func standardizedDifference(_ differences: [Double]) -> Double? {
    Moments(differences).map { $0.mean / $0.standardDeviation }
  }
}
