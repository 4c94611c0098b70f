internal import Measures

extension Scorer {
  /// Says why there is no curve though one was asked for.
  ///
  /// - Parameter reason: why there is none, if there is none.
  func noteOnMissing(_ curve: GainCurve?, because reason: UndefinedReason) -> [String] {
    wantsCurve && curve == nil ? ["the curve is undefined: \(reason)"] : []
  }
}
