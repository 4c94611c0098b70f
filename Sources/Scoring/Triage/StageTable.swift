package import Measures

/// What happens at each stage of a triage: the flow of items, who is missed, and what it costs.
package struct StageTable: Sendable {
  package struct Row: Sendable {
    package let name: String
    /// Items with a row in the stage, and how many of them are cases.
    package let reached: Int
    package let cases: Int
    package let passed: Int
    /// Nil where everybody may pass.
    package let capacity: Int?
    package let sensitivity: MeasureValue
    package let falsePositiveRate: MeasureValue
    /// Cases that reached the stage and did not pass it.
    package let missed: Int
    /// Items that the stage works on: those that reached it, and those left out.
    package let workload: Int
    package let cost: Double
  }

  /// Under- and over-triage, of all items or of the highest level of care alone.
  package struct Care: Sendable {
    /// Nil for all levels.
    package let label: String?
    package let under: MeasureValue
    package let over: MeasureValue
  }

  package let stages: [Row]
  /// Cases without a row; together with those missed at stages all that are missed.
  package let casesLeftOut: Int
  package let care: [Care]

  init(_ flow: TriageFlow, _ scale: GradeScale) {
    stages = flow.stages.indices.map { stage in
      Row(
        name: flow.stages[stage].name, reached: flow.passing(stage),
        cases: flow.passing(stage, positive: true), passed: flow.passing(stage + 1),
        capacity: flow.stages[stage].capacity, sensitivity: flow.sensitivity(stage),
        falsePositiveRate: flow.falsePositiveRate(stage), missed: flow.missed(stage),
        workload: flow.workload(stage),
        cost: flow.stages[stage].cost * Double(flow.workload(stage)))
    }
    casesLeftOut = flow.leftOut(positive: true)
    let counts = CareCounts(flow)
    func care(_ label: String?, _ members: [Bool]) -> Care {
      Care(
        label: label,
        under: .rate(counts.under(needing: members), of: counts.needing(members), .needing),
        over: .rate(counts.over(assigned: members), of: counts.assigned(members), .assigned))
    }
    let all = Array(repeating: true, count: scale.count)
    self.care =
      [care(nil, all)]
      + (scale.names.last.map { [care($0, scale.names.indices.map { $0 == scale.count - 1 })] }
        ?? [])
  }

  /// All cases that do not pass every stage.
  package var missed: Int { stages.reduce(casesLeftOut) { $0 + $1.missed } }
}
