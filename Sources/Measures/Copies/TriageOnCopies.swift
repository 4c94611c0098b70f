/// Measures of a triage for many different copies of its items.
package struct TriageOnCopies: Sendable {
  private var flow: TriageFlow
  private let measures: [BoundMeasure]
  /// Where each item is counted: as it flows, and by the care that it needs and gets.
  private let flows: [Int32]
  private let cells: [Int32]?
  private var confusion: Confusion

  package init(_ triage: Triage, _ measures: [BoundMeasure]) {
    flow = TriageFlow(stages: triage.stages, positive: triage.scale.positive)
    self.measures = measures
    flows = flow.cells(of: triage)
    confusion = Confusion(levels: triage.scale.count)
    cells = confusion.cells(of: triage.levelOfCare)
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    flow.recount(cells: flows, copies: copies)
    if let cells { confusion.recount(cells: cells, copies: copies) }
    for (index, bound) in measures.enumerated() {
      values[index] =
        switch bound.function {
        case .triage(let value): value(flow).orOverflow.number
        case .confusion(let value): value(confusion).orOverflow.number
        case .list, .assessment, .people, .earlyDetection, .groups: nil
        }
    }
  }
}
