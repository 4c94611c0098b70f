import Inference

/// The runs of two systems, and the pool that was judged of them.
struct SymptomRuns {
  /// A topic's candidates with what a system makes of each, best first.
  private typealias Ranking = [(candidate: SymptomCollection.Candidate, seen: Double)]

  /// How deep each run goes, and how deep assessors read it.
  private static let depth = 40
  private static let poolDepth = 20

  private let collection: SymptomCollection
  private let lexical: [Ranking]
  private let dense: [Ranking]

  init(_ collection: SymptomCollection, split: UInt32, seed: UInt64) {
    func rankings(system: UInt32, noise: Double) -> [Ranking] {
      collection.candidates.enumerated().map { topic, candidates in
        func stream(_ number: UInt32) -> RandomStream {
          RandomStream(
            seed: seed, purpose: .symptomSearchRuns,
            replicate: split << 16 | UInt32(topic + 1) << 8 | number)
        }
        // Some sentences mislead every system alike.
        var (shared, own) = (stream(0), stream(system))
        let ranking: Ranking = candidates.map { candidate in
          (candidate, candidate.match + 0.5 * shared.normal() + noise * own.normal())
        }
        return ranking.sorted { $0.seen > $1.seen }
      }
    }
    self.collection = collection
    lexical = rankings(system: 1, noise: 1.1)
    dense = rankings(system: 2, noise: 0.6)
  }

  /// The sentences of a topic that were judged: the top of both runs, and what an assessor came
  /// across by chance. All else stays unjudged, also where it is relevant.
  func judged(topic: Int) -> Set<Int> {
    let tops = lexical[topic].prefix(Self.poolDepth) + dense[topic].prefix(Self.poolDepth)
    let chance = stride(from: 7, to: collection.candidates[topic].count, by: 20)
    return Set(
      tops.map(\.candidate.sentence) + chance.map { collection.candidates[topic][$0].sentence })
  }

  /// A TREC run. Scores have one decimal, so there are ties, also between grades.
  var lexicalRun: SyntheticFile {
    let name = SubmissionName(task: SymptomSearchTask.id, team: "quill", run: "bm25")
    var text = ByteText(
      """
      # team: \(name.team)
      # run: \(name.run)
      # task: \(name.task)
      # description: BM25 with the words of the query

      """)
    for (topic, ranking) in zip(SymptomTopics.all, lexical) {
      for (rank, entry) in ranking.prefix(Self.depth).enumerated() {
        let score = Table.decimal(max(0.1, 9 + 2.5 * entry.seen), decimals: 1)
        text.append("\(topic.id) Q0 \(id(entry.candidate)) \(rank + 1) \(score) bm25\n")
      }
    }
    return (name.path, text.bytes)
  }

  /// A table with cosines of sentence vectors.
  var denseRun: SyntheticFile {
    let name = SubmissionName(task: SymptomSearchTask.id, team: "lantern", run: "sentence-vectors")
    var table = Table(
      submission: name, description: "cosine of sentence vectors, no training",
      columns: ["topic", "item", "score"])
    for (topic, ranking) in zip(SymptomTopics.all, dense) {
      for entry in ranking.prefix(Self.depth) {
        let score = min(1, max(0, 0.45 + 0.12 * entry.seen))
        table.append([topic.id, id(entry.candidate), Table.decimal(score, decimals: 4)])
      }
    }
    return (name.path, table.bytes)
  }

  private func id(_ candidate: SymptomCollection.Candidate) -> String {
    collection.sentences[candidate.sentence].id
  }
}
