/// How items went through the stages of a triage, as columns: all that its measures see.
///
/// Columns have one entry an item, in the order of the universe.
package struct Triage: Sendable {
  package let scale: GradeScale
  package let stages: [TriageStage]
  /// The level of each item in the gold: the care that it needs.
  package let gold: [UInt8]
  /// How many stages each item passed; −1 where the submission has no row for it.
  package let passed: [Int32]
  /// The items that reached each stage, and their scores.
  package let reached: [StageScores]
  /// Whether equal scores stand in the order of the columns, not in a random one.
  package let tiesAreBroken: Bool
  /// How often each item counts; nil where each counts once.
  package var copies: [Int32]?

  package init(
    scale: GradeScale, stages: [TriageStage], gold: [UInt8], passed: [Int32],
    reached: [StageScores], tiesAreBroken: Bool = false
  ) {
    self.scale = scale
    self.stages = stages
    self.gold = gold
    self.passed = passed
    self.reached = reached
    self.tiesAreBroken = tiesAreBroken
  }

  package func count(_ item: Int) -> Int { copies.map { Int($0[item]) } ?? 1 }

  package func isAnswered(_ item: Int) -> Bool { passed[item] >= 0 }

  /// How many items of each level passed how many stages.
  package var flow: TriageFlow {
    var flow = TriageFlow(stages: stages, positive: scale.positive)
    for item in gold.indices {
      flow.add(
        gold: Int(gold[item]), passed: isAnswered(item) ? Int(passed[item]) : nil,
        count: count(item))
    }
    return flow
  }

  /// The care that is needed beside the care that is assigned: the tier of the last stage that an
  /// item passed, or the least severe label where it passed none.
  package var levelOfCare: Assessment {
    var assessment = Assessment(scale: scale, gold: gold)
    assessment.predicted = passed.map { passed in
      passed > 0 ? UInt8(truncatingIfNeeded: stages[Int(passed) - 1].tier) : 0
    }
    if passed.contains(where: { $0 < 0 }) { assessment.answered = passed.map { $0 >= 0 } }
    assessment.copies = copies
    return assessment
  }

  /// The values of `measures`, in their order; what was counted is counted once.
  package func values(of measures: [BoundMeasure]) -> [MeasureValue] {
    let flow = flow
    var confusion: Confusion?
    return measures.map { bound in
      switch bound.function {
      case .triage(let value): return value(flow).orOverflow
      case .confusion(let value):
        guard let counts = confusion ?? Confusion(levelOfCare) else {
          return .undefined(.needs(.labels))
        }
        confusion = counts
        return value(counts).orOverflow
      case .earlyDetection: return .undefined(.needs(.alerts))
      case .groups: return .undefined(.needs(.groups))
      case .list, .assessment, .people: return .undefined(.needs(.scores))
      }
    }
  }
}

/// The items that reached one stage.
package struct StageScores: Sendable {
  /// In any order, or in that of ties.
  package var items: [Int32]
  /// The score of each of them.
  package var scores: [Double]

  package init(items: [Int32] = [], scores: [Double] = []) {
    self.items = items
    self.scores = scores
  }
}
