internal import Measures

/// What each unit adds to the counts of the measures that are rates.
///
/// The numerator and the denominator of a rate are sums over units: what a unit adds is how much more
/// they are with it once more, which leaves no rate without a value that had one. Units with the same outcome add the same, so that one of each is asked.
struct RateCounts: Sendable {
  /// Positions of the measures that are rates, in their order.
  let rates: [Int]
  /// What each unit adds to the numerator and the denominator: one column a rate.
  let numerators: [[Int32]]
  let denominators: [[Int32]]

  /// Of answers that have no rates.
  static let none = RateCounts(rates: [], numerators: [], denominators: [])

  private init(rates: [Int], numerators: [[Int32]], denominators: [[Int32]]) {
    self.rates = rates
    self.numerators = numerators
    self.denominators = denominators
  }

  init(_ answer: any AnswerByUnits, _ measures: [BoundMeasure]) {
    var copies = Array<Int32>(repeating: 1, count: answer.units)
    guard let outcomes = answer.outcomes, !measures.isEmpty else {
      (rates, numerators, denominators) = ([], [], [])
      return
    }
    let whole = answer.measured(measures, copies: copies).map(Self.counts)
    let rates = measures.indices.filter { measures[$0].isRateOfUnits && whole[$0] != nil }
    var added: [Int32: [(numerator: Int32, denominator: Int32)]] = [:]
    for (unit, outcome) in outcomes.enumerated() where added[outcome] == nil {
      copies[unit] = 2
      let twice = answer.measured(measures, copies: copies).map(Self.counts)
      copies[unit] = 1
      added[outcome] = rates.map { rate in
        let (once, more) = (whole[rate] ?? (0, 0), twice[rate] ?? (0, 0))
        return (
          Int32(truncatingIfNeeded: more.0 - once.0), Int32(truncatingIfNeeded: more.1 - once.1)
        )
      }
    }
    self.rates = rates
    numerators = rates.indices.map { rate in
      outcomes.map { added[$0]?[rate].numerator ?? 0 }
    }
    denominators = rates.indices.map { rate in
      outcomes.map { added[$0]?[rate].denominator ?? 0 }
    }
  }

  /// The column of a measure; nil where it is no rate.
  func column(of measure: Int) -> Int? { rates.firstIndex(of: measure) }

  private static func counts(_ value: MeasureValue) -> (Int, Int)? {
    if case .ratio(let numerator, let denominator) = value { (numerator, denominator) } else { nil }
  }
}
