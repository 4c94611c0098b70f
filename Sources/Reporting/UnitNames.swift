internal import SharedTasks

extension TaskDefinition.Kind {
  /// What the units of a scorecard are called.
  var units: String {
    switch self {
    case .ranking: "topics"
    case .assessment, .triage: "items"
    case .prioritization, .earlyDetection: "people"
    }
  }

  /// What groups consist of.
  var unitsOfGroups: String { self == .ranking ? "items" : units }
}
