/// How p-values are adjusted for the number of tests that were made.
///
/// An adjusted p-value is the smallest level at which its test would be called significant in the
/// company of the others. Holm keeps the probability of even one false claim; the other two keep
/// the expected share of false claims among the claims.
package enum Correction: String, CaseIterable, Sendable {
  /// Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
  /// Statistics 6, 1979. Holds however the tests depend on each other.
  case holm
  /// Benjamini & Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical
  /// Society B 57(1), 1995. Holds for independent and positively dependent tests.
  case benjaminiHochberg = "bh"
  /// Benjamini & Yekutieli, "The control of the false discovery rate in multiple testing under
  /// dependency", Annals of Statistics 29(4), 2001. Holds however the tests depend on each other.
  case benjaminiYekutieli = "by"
  /// The p-values as they are.
  case none

  /// The adjusted p-values, in the order of the given ones.
  ///
  /// Equal p-values stay equal, none becomes smaller, none exceeds 1 and their order is kept. A
  /// number that is no probability counts as the nearest that is, NaN as 1, so that a test that
  /// could not be made never claims anything. Sorting takes time n log n.
  package func adjusted(_ pValues: [Double]) -> [Double] {
    let p = pValues.map { $0.isNaN ? 1 : min(max($0, 0), 1) }
    let ascending = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    switch self {
    case .none: return p
    case .holm: return Self.steppingDown(p, ascending)
    case .benjaminiHochberg: return Self.steppingUp(p, ascending, penalty: 1)
    case .benjaminiYekutieli:
      // 1 + 1/2 + … + 1/n, the smallest terms first.
      let penalty = p.indices.reversed().reduce(0) { $0 + 1 / Double($1 + 1) }
      return Self.steppingUp(p, ascending, penalty: penalty)
    }
  }

  /// From the smallest on: each is multiplied by the number of tests that are left, and is at least
  /// the one before it.
  private static func steppingDown(_ p: [Double], _ ascending: [Int]) -> [Double] {
    var adjusted = p
    var largest = 0.0
    for (rank, index) in ascending.enumerated() {
      largest = max(largest, min(1, Double(p.count - rank) * p[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// From the largest down: each is multiplied by the number of tests over its rank, and is at most
  /// the one after it.
  private static func steppingUp(
    _ p: [Double], _ ascending: [Int], penalty: Double
  ) -> [Double] {
    var adjusted = p
    var smallest = 1.0
    for (rank, index) in ascending.enumerated().reversed() {
      smallest = min(smallest, p[index] * (Double(p.count) * penalty / Double(rank + 1)))
      // Where all have one p-value, rounding must not take it below itself.
      adjusted[index] = max(smallest, p[index])
    }
    return adjusted
  }
}
