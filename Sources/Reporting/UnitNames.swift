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

  /// The same for what they have: `items'`, `people's`.
  var unitsPossessive: String { units.hasSuffix("s") ? "\(units)'" : "\(units)'s" }

  /// So many units, in words: `1 item`, `2 people`.
  func counted(_ count: Int) -> String {
    guard count == 1 else { return "\(count) \(units)" }
    switch self {
    case .ranking: return "1 topic"
    case .assessment, .triage: return "1 item"
    case .prioritization, .earlyDetection: return "1 person"
    }
  }

  /// What groups consist of.
  var unitsOfGroups: String { self == .ranking ? "items" : units }
}
