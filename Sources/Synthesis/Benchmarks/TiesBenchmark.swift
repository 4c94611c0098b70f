import ExactMath
import Inference

/// An assessment on the reviewer's clock, answered twice: with one score for all items, and with
/// scores of which no two are the same.
///
/// A measure that expects over the orders of equal scores has one group of all items in the one, and
/// as many groups as items in the other.
package struct TiesBenchmark: Sendable {
  package let name: String
  package let items: Int

  package init(name: String, items: Int) {
    self.name = name
    self.items = items
  }

  package static let large = TiesBenchmark(name: "ties", items: 1_000_000)

  static let labels = ["calm", "urgent"]

  /// A workspace of its own, in a folder of the benchmark's name.
  package func files(seed: UInt64) -> [StreamedFile] {
    let task = BenchmarkTask(name, hasOwnWorkspace: true)
    @Sendable func header(_ run: String) -> String { task.metadata(run) + "item\tscore" }
    return [
      StreamedFile(path: task.definition) { try $0(definition) },
      StreamedFile(path: task.test("items")) { write in
        try PieceWriter.writeItems(items, header: "item\twords", to: write) { item, text in
          text.append(answered(item, seed: seed).words)
        }
      },
      StreamedFile(path: task.test("gold")) { write in
        try PieceWriter.writeItems(items, header: "item\tlabel", to: write) { item, text in
          text.append(Self.labels[answered(item, seed: seed).label])
        }
      },
      StreamedFile(path: task.submission("equal")) { write in
        try PieceWriter.writeItems(items, header: header("equal"), to: write) {
          $1.append("0.5")
        }
      },
      StreamedFile(path: task.submission("distinct")) { write in
        try PieceWriter.writeItems(items, header: header("distinct"), to: write) {
          item, text in
          text.append(answered(item, seed: seed).score, decimals: 10)
        }
      },
    ]
  }

  private var definition: [UInt8] {
    let text = """
      schema: cltask.task/1
      id: \(name)
      title: Equal and distinct scores of \(items) made-up items
      kind: assessment
      splits: [test]
      labels: [\(Self.labels.joined(separator: ", "))]
      positive: [\(Self.labels[1])]
      measures: ["TTR@0.8"]
      primary: "TTR@0.8"
      ties: expected

      """
    return Array(text.utf8)
  }

  /// One item in 15 is urgent, and longer than others; the score is in units of 10 decimals, three
  /// for what a system saw and seven to tell items apart.
  private func answered(_ item: Int, seed: UInt64) -> (words: Int, label: Int, score: Int) {
    var stream = RandomStream(seed: seed, purpose: .benchmarkTies, replicate: UInt32(item))
    let severity = stream.normal()
    let words = Int(Exact.exp(4.5 + 0.9 * stream.normal() + 0.2 * severity))
    let seen = Int(500 + 80 * (severity + 0.7 * stream.normal()))
    return (
      words, severity < 1.5 ? 0 : 1,
      max(0, min(999, seen)) * 10_000_000 + item * 3_819_457 % 9_999_991
    )
  }
}
