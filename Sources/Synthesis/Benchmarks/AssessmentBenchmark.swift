import ExactMath
import Inference

/// An assessment of any size: gold, and a submission with scores and labels.
package struct AssessmentBenchmark: Sendable {
  package let name: String
  package let items: Int

  package init(name: String, items: Int) {
    self.name = name
    self.items = items
  }

  package static let large = AssessmentBenchmark(name: "large-assessment", items: 1_000_000)

  /// A workspace with the task and one submission.
  package func files(seed: UInt64) -> [StreamedFile] {
    let task = BenchmarkTask(name, hasOwnWorkspace: false)
    return [
      StreamedFile(path: task.definition) { try $0(definition) },
      StreamedFile(path: task.test("gold")) { write in
        try PieceWriter.writeItems(items, header: "item\tlabel", to: write) { item, text in
          text.append(BenchmarkSeverity.labels[person(item, seed: seed).label])
        }
      },
      StreamedFile(path: task.submission("logistic")) { write in
        let header = task.metadata("logistic") + "item\tscore\tlabel"
        try PieceWriter.writeItems(items, header: header, to: write) { item, text in
          let person = person(item, seed: seed)
          text.append(person.score, decimals: 6)
          text.append("\t")
          text.append(BenchmarkSeverity.labels[person.decision])
        }
      },
    ]
  }

  private var definition: [UInt8] {
    let text = """
      schema: cltask.task/1
      id: \(name)
      title: An assessment of \(items) made-up items
      kind: assessment
      splits: [test]
      labels: [\(BenchmarkSeverity.labels.joined(separator: ", "))]
      positive: [severe]
      groupings: {flagged: [low, moderate, severe], urgent: [moderate, severe]}
      measures: [AUC, "F1(macro)", "F1(flagged)", "F1(urgent)", Brier]
      primary: AUC

      """
    return Array(text.utf8)
  }

  /// A severity on a latent scale, cut into labels, and the system's noisy view of it.
  private func person(_ item: Int, seed: UInt64) -> (label: Int, decision: Int, score: Int) {
    var stream = RandomStream(
      seed: seed, purpose: .benchmarkAssessment, replicate: UInt32(item))
    let severity = stream.normal()
    let seen = 0.75 * severity + 0.66 * stream.normal()
    let probability = 1 / (1 + Exact.exp(1 - 2 * seen))
    return (
      BenchmarkSeverity.label(severity), BenchmarkSeverity.label(seen),
      Int((probability * 1e6).rounded())
    )
  }
}
