package import Measures

/// What the pipeline would find with other capacities of one stage.
package struct SweepTable: Sendable {
  package let stage: String
  package let rows: [CapacitySweep.Row]

  init(_ triage: Triage, _ range: CapacityRange, stage: Int) {
    self.stage = triage.stages[stage].name
    rows = CapacitySweep(triage, stage: stage).rows(range.capacities)
  }
}
