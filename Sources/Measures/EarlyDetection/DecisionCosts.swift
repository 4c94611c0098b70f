internal import ExactMath

/// What the decision on each user costs: Losada and Crestani, CLEF 2016, with the costs that eRisk has
/// had since 2019.
///
/// A false alert costs as much as there are people at risk among all, and so depends on who else is
/// there; all other costs are the user's own.
package struct DecisionCosts: Sendable {
  /// The costs that are the users' own; nil for a false alert.
  private let own: [Double?]

  /// - Parameter deadline: the writings o after which an alert costs half of a miss.
  init(deadline: Int, of detection: EarlyDetection) {
    own = detection.delays.indices.map { user in
      // Without an answer the decision was the wrong one.
      let isAnswered = detection.assessment.isAnswered(user)
      let writings = Int(detection.delays[user])
      if detection.isPositive(user) {
        return isAnswered && writings > 0 ? Self.lateness(writings - deadline) : 1
      }
      return isAnswered && writings == 0 ? 0 : nil
    }
  }

  /// What each user costs among others.
  func all(_ detection: EarlyDetection) -> [Double] {
    let falseAlert = detection.prevalence ?? 0
    return own.map { $0 ?? falseAlert }
  }

  /// The mean over users, with their copies.
  func mean(_ detection: EarlyDetection) -> MeasureValue {
    guard let falseAlert = detection.prevalence else { return .undefined(.nothing(.items)) }
    var sum = CompensatedSum()
    var size = 0
    for user in own.indices {
      let copies = detection.assessment.count(user)
      size += copies
      sum.add(Double(copies) * (own[user] ?? falseAlert))
    }
    return .number(sum.value / Double(size))
  }

  /// 1 − 1/(1 + e^x), in the form that does not overflow: e^x does from x = 710 on.
  private static func lateness(_ x: Int) -> Double {
    if x >= 0 { return 1 / (1 + Exact.exp(-Double(x))) }
    let power = Exact.exp(Double(x))
    return power / (1 + power)
  }
}
