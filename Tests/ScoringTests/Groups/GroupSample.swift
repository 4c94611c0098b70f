import Measures
import SharedTasks

@testable import Scoring

/// Decisions on items that belong to groups, and the reports of them.
struct GroupSample {
  var assessment: Assessment
  var groups: Groups

  static let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])

  /// - Parameters:
  ///   - gold: one digit an item.
  ///   - decisions: one digit an item.
  ///   - attributes: of each attribute the value of each item.
  init(
    gold: String, decisions: String, scores: [Double]? = nil,
    attributes: [(name: String, values: [String])]
  ) {
    assessment = Assessment(scale: Self.scale, gold: gold.map { $0 == "1" ? 1 : 0 })
    assessment.predicted = decisions.map { $0 == "1" ? 1 : 0 }
    assessment.scores = scores
    let units = gold.count
    groups = Groups(
      attributes: attributes.map { name, values in
        let known = Set(values).sorted()
        return Groups.Attribute(
          name: name, values: known,
          codes: values.map { Int32(known.firstIndex(of: $0) ?? 0) })
      }, units: units, digest: "sha256:00")
  }

  /// Tables of groups, without a threshold where none is given.
  func report(
    by tables: [[String]], given: String? = nil, measures: [String], minimumSize: Int = 0,
    suppressBelow: Int = 0,
    replicates: Int = 0, seed: UInt64 = 1, threads: Int = 1,
    targets: [String: [String: Double]] = [:]
  ) async throws -> GroupReport {
    var request = GroupRequest(
      tables: tables, given: given, fairness: TaskDefinition.Fairness(), intervals: nil)
    request.minimumSize = minimumSize
    request.suppressBelow = suppressBelow
    request.replicates = replicates
    request.seed = seed
    request.targets = targets
    let bound = try measures.map { try Measure($0).bound(to: Self.scale) }
    return try await GroupScorer(
      assessment, bound.filter { !$0.measure.isOfGroups },
      between: bound.filter(\.measure.isOfGroups), groups: groups, positive: Self.scale.positive,
      request: request
    ).report(threads: threads)
  }
}

extension GroupTable {
  /// The cell of a group and the number of a measure.
  func cell(_ name: String, _ measure: Int = 0) -> GroupCell? {
    groups.first { $0.name == name }?.cells[measure]
  }
}

extension GroupSample {
  /// 48 items with tied scores; sex, race and age of each.
  static let people = GroupSample(
    gold: "001111110000100000001010001110001110110001101010",
    decisions: "101111111001100010101110101100000110110001111110",
    scores: [
      0.55, 0.45, 0.65, 0.8, 0.55, 0.75, 0.6, 0.6, 0.5, 0.35, 0.25, 0.5, 0.55, 0.1, 0.3, 0.2,
      0.55, 0.2, 0.7, 0.25, 0.7, 0.5, 0.55, 0.05, 0.6, 0.1, 0.95, 0.7, 0.3, 0.25, 0.25, 0.05,
      0.3, 0.6, 0.85, 0.25, 0.75, 0.7, 0.45, 0.2, 0.25, 0.85, 0.55, 0.6, 0.75, 0.6, 0.8, 0.25,
    ],
    attributes: [
      ("sex", "FFFFMFFMMFFFFFFFMMMFFMFMFFMMFMFFFMMFMFFMFMMMFMMF".map(String.init)),
      ("race", "AABABBAABCBACAAABABAAACCAABBABBBAAAABABAAACAABAC".map(String.init)),
      (
        "age",
        "yyyyoooyyyyyyyyyyyoyyyooyyooyoyoyyoooooyyooyyyyo".map { $0 == "y" ? "young" : "old" }
      ),
    ])

  /// Groups that have no value of something: Q no positive item, R no negative one, S a single item,
  /// T none that is predicted positive.
  static let edges = GroupSample(
    gold: "11000000111100", decisions: "10100100101000",
    scores: [
      0.9, 0.4, 0.6, 0.2, 0.1, 0.7, 0.3, 0.2, 0.8, 0.3, 0.9, 0.4, 0.1, 0.2,
    ],
    attributes: [("group", "PPPPPQQQRRSTTT".map(String.init))])
}
