package import Measures
package import SharedTasks

extension TaskDefinition {
  /// The stages as measures see them.
  package var triageStages: [TriageStage] {
    stages.map { stage in
      TriageStage(
        name: stage.name, cost: stage.cost, capacity: stage.capacity,
        tier: labels.firstIndex(of: stage.tier) ?? 0)
    }
  }

  /// The measure that a name stands for in a task of this kind.
  package func measure(_ text: String) throws(MeasureNameError) -> Measure {
    measure(try kind.measure(text))
  }

  package func measure(_ measure: Measure) -> Measure {
    kind == .triage ? measure.ofTriage : measure
  }

  /// Refuses measures of stages where there are none, and of one list where there are several.
  func checkStages(_ measure: Measure) throws(MeasureNameError) {
    if kind != .triage, measure.isOfTriage {
      throw MeasureNameError(
        "`\(measure)` is of the stages of a triage; a task of kind \(kind.rawValue) cannot have it",
        hint: "`cltask measures` lists what there is")
    }
    if kind == .triage, !measure.definition.kinds.contains(.triage),
      measure.definition.kinds.contains(.assessment)
    {
      throw MeasureNameError(
        "`\(measure)` is of one list of scores; a triage task cannot have it",
        hint: "measures of stages and of labels are possible, as NetSensitivity and QWK")
    }
  }
}

extension SharedTask {
  var triageRules: TriageSubmission.Rules {
    TriageSubmission.Rules(
      stages: definition.triageStages, requiresAll: definition.missing == .error)
  }

  /// The gold of a triage: the care that each item needs.
  func triageGold(
    _ path: String, split: String, _ diagnostics: inout DiagnosticList
  ) throws -> AssessmentGold {
    guard let scale else { throw ScoringError.noLabels(definition.id) }
    return try AssessmentGold.read(
      path, universe: universe(split: split, &diagnostics), scale: scale, &diagnostics)
  }

  /// A submission beside its gold; nil where the task declares no labels.
  func triage(_ submission: TriageSubmission, _ gold: AssessmentGold) -> Triage? {
    guard let scale else { return nil }
    return Triage(
      scale: scale, stages: definition.triageStages, gold: gold.levels,
      passed: submission.passed, reached: submission.reached.map { ordered($0, gold.universe) },
      tiesAreBroken: ties != .expected)
  }

  /// The items of a stage in the order in which ties are broken.
  private func ordered(_ stage: StageScores, _ universe: ItemUniverse) -> StageScores {
    guard ties == .trec || ties == .trec9 else { return stage }
    var rank = Array(repeating: 0, count: universe.count)
    for (place, item) in universe.items.positionsByDescendingBytes.enumerated() {
      rank[Int(item)] = place
    }
    let order = stage.items.indices.sorted {
      rank[Int(stage.items[$0])] < rank[Int(stage.items[$1])]
    }
    return StageScores(
      items: order.map { stage.items[$0] }, scores: order.map { stage.scores[$0] })
  }

  /// What a reader of the values should know.
  func notes(on flow: TriageFlow) -> [String] {
    let leftOut = flow.leftOut()
    return leftOut == 0
      ? []
      : ["\(leftOut) of \(flow.size) items left out; one left out counts as the worst answer"]
  }

  /// The position of the stage whose capacity varies: the last one where none is named.
  func stage(of capacities: CapacityRange) throws -> Int {
    guard definition.kind == .triage, !definition.stages.isEmpty else {
      throw ScoringError.noStages(task: definition.id, kind: definition.kind)
    }
    guard let name = capacities.stage else { return definition.stages.count - 1 }
    guard let stage = definition.stages.firstIndex(where: { $0.name == name }) else {
      throw ScoringError.unknownStage(name, known: definition.stages.map(\.name))
    }
    return stage
  }
}
