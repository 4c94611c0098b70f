/// What may be different for some subgroups.
package enum AuditOutcome: String, Sendable, CaseIterable {
  case falsePositiveRate = "FPR"
  case falseNegativeRate = "FNR"
  case selection
  case accuracy
  case calibration
  case rank
  case time
  case area = "AUC"

  /// Finds the outcome that a name stands for, whatever its case.
  package init?(name: String) {
    let found = Self.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
    guard let found else { return nil }
    self = found
  }

  /// What it is of.
  package enum Kind: Sendable { case rate, number, area }

  package var kind: Kind {
    switch self {
    case .falsePositiveRate, .falseNegativeRate, .selection, .accuracy: .rate
    case .calibration, .rank, .time: .number
    case .area: .area
    }
  }

  /// Those that it is of, to follow a number; `units` are items or people.
  package func counted(_ units: String) -> String {
    switch self {
    case .falsePositiveRate: "negative \(units)"
    case .falseNegativeRate, .time: "positive \(units)"
    case .selection, .accuracy, .rank: units
    case .calibration: "\(units) with a probability"
    case .area: "\(units) of the smaller class"
    }
  }
}
