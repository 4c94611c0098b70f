@testable import Measures
import Testing

/// Small inputs on which published libraries were run; what they gave stands in the tests.
enum FairnessCase {
  /// 48 people: gold, prediction, score, sex, race.
  static let decisions:
    [(gold: UInt8, predicted: UInt8, score: Double, sex: String, race: String)] = [
      (0, 1, 0.55, "F", "A"), (0, 0, 0.45, "F", "A"), (1, 1, 0.65, "F", "B"),
      (1, 1, 0.80, "F", "A"), (1, 1, 0.55, "M", "B"), (1, 1, 0.75, "F", "B"),
      (1, 1, 0.60, "F", "A"), (1, 1, 0.60, "M", "A"), (0, 1, 0.50, "M", "B"),
      (0, 0, 0.35, "F", "C"), (0, 0, 0.25, "F", "B"), (0, 1, 0.50, "F", "A"),
      (1, 1, 0.55, "F", "C"), (0, 0, 0.10, "F", "A"), (0, 0, 0.30, "F", "A"),
      (0, 0, 0.20, "F", "A"), (0, 1, 0.55, "M", "B"), (0, 0, 0.20, "M", "A"),
      (0, 1, 0.70, "M", "B"), (0, 0, 0.25, "F", "A"), (1, 1, 0.70, "F", "A"),
      (0, 1, 0.50, "M", "A"), (1, 1, 0.55, "F", "C"), (0, 0, 0.05, "M", "C"),
      (0, 1, 0.60, "F", "A"), (0, 0, 0.10, "F", "A"), (1, 1, 0.95, "M", "B"),
      (1, 1, 0.70, "M", "B"), (1, 0, 0.30, "F", "A"), (0, 0, 0.25, "M", "B"),
      (0, 0, 0.25, "F", "B"), (0, 0, 0.05, "F", "B"), (1, 0, 0.30, "F", "A"),
      (1, 1, 0.60, "M", "A"), (1, 1, 0.85, "M", "A"), (0, 0, 0.25, "F", "A"),
      (1, 1, 0.75, "M", "B"), (1, 1, 0.70, "F", "A"), (0, 0, 0.45, "F", "B"),
      (0, 0, 0.20, "M", "A"), (0, 0, 0.25, "F", "A"), (1, 1, 0.85, "M", "A"),
      (1, 1, 0.55, "M", "C"), (0, 1, 0.60, "M", "A"), (1, 1, 0.75, "F", "A"),
      (0, 1, 0.60, "M", "B"), (1, 1, 0.80, "M", "A"), (0, 0, 0.25, "F", "C"),
    ]

  /// 40 people of groups A and B, 20 of each: gold and probability.
  static let probabilities: [(gold: UInt8, score: Double)] = [
    (0, 0.0), (0, 0.05), (0, 0.1), (1, 0.1), (0, 0.2), (0, 0.25), (1, 0.3), (0, 0.3), (0, 0.4),
    (1, 0.45), (1, 0.5), (0, 0.5), (1, 0.6), (0, 0.65), (1, 0.7), (1, 0.75), (1, 0.8), (1, 0.9),
    (1, 0.95), (1, 1.0), (0, 0.0), (0, 0.05), (1, 0.1), (0, 0.1), (0, 0.2), (1, 0.25), (1, 0.3),
    (1, 0.3), (1, 0.4), (0, 0.45), (1, 0.5), (1, 0.5), (1, 0.6), (1, 0.65), (1, 0.7), (0, 0.75),
    (1, 0.8), (1, 0.9), (0, 0.95), (1, 1.0),
  ]

  /// 14 people of groups that no rate is defined of all of: P ordinary, Q nobody positive, R nobody
  /// negative, S one person, T nobody selected.
  static let degenerate: [(gold: UInt8, predicted: UInt8, group: String)] = [
    (1, 1, "P"), (1, 0, "P"), (0, 1, "P"), (0, 0, "P"), (0, 0, "P"), (0, 1, "Q"), (0, 0, "Q"),
    (0, 0, "Q"), (1, 1, "R"), (1, 0, "R"), (1, 1, "S"), (1, 0, "T"), (0, 0, "T"), (0, 0, "T"),
  ]

  static let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])

  /// The people of ``decisions`` in groups.
  static func decided(by group: (String, String) -> String) -> GroupedItems {
    var assessment = Assessment(scale: scale, gold: decisions.map(\.gold))
    assessment.scores = decisions.map(\.score)
    assessment.predicted = decisions.map(\.predicted)
    return GroupedItems(assessment, groups: decisions.map { group($0.sex, $0.race) })
  }

  static let sexes = decided { sex, _ in sex }
  static let races = decided { _, race in race }

  /// Twelve documents in rank order: five of A, five of B, two of C, seven of them relevant.
  static func ranking(targets: [String: Double]? = nil) -> GroupedItems {
    let relevant: [UInt8] = [1, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0]
    var assessment = Assessment(scale: scale, gold: relevant)
    assessment.scores = (0..<12).map { 1 - Double($0) / 20 }
    assessment.tieOrder = Array(0..<12)
    return GroupedItems(assessment, groups: "AABACBAABCBB".map(String.init), targets: targets)
  }

  static let targets = ["A": 0.4, "B": 0.4, "C": 0.2]
}

/// Whether a number is another, but for rounding.
func isClose(_ number: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  number.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
}
