import Inference

/// A TREC run and its judgements of any size.
///
/// Documents and topics are numbered without order, as in real collections; scores fall with the
/// rank and now and then tie. Each topic has its own random stream, so the run and the judgements
/// agree without either being held.
package struct RankingBenchmark: Sendable {
  package let name: String
  package let topics: Int
  package let depth: Int
  /// Judgements a topic; a fifth of them are of documents that the run did not retrieve.
  package let judged: Int

  package init(name: String, topics: Int, depth: Int, judged: Int) {
    self.name = name
    self.topics = topics
    self.depth = depth
    self.judged = judged
  }

  /// The shape of MS MARCO's passage ranking: 6,980 topics of 1,000 lines, about 258 MB, with
  /// 349,000 judgements.
  package static let passages = RankingBenchmark(
    name: "passages", topics: 6_980, depth: 1_000, judged: 50)

  /// Many short topics: shows whether time is linear in topics.
  package static let queries = RankingBenchmark(
    name: "queries", topics: 100_000, depth: 10, judged: 5)

  /// The run, `NAME.run`, and the judgements, `NAME.qrels`.
  package func files(seed: UInt64) -> [StreamedFile] {
    [
      StreamedFile(path: name + ".qrels") { try writeJudgements(seed: seed, to: $0) },
      StreamedFile(path: name + ".run") { try writeRun(seed: seed, to: $0) },
    ]
  }

  private func writeRun(seed: UInt64, to write: StreamedFile.Write) throws {
    var pieces = PieceWriter()
    for topic in 0..<topics {
      var stream = RandomStream(
        seed: seed, purpose: .benchmarkRanking, replicate: UInt32(topic))
      let documents = Documents(&stream)
      var score = 20_000_000 + stream.integer(below: 10_000_000)
      for rank in 0..<depth {
        pieces.text.append(Self.topicNumber(topic))
        pieces.text.append(" Q0 ")
        pieces.text.append(documents[rank])
        pieces.text.append(" ")
        pieces.text.append(rank + 1)
        pieces.text.append(" ")
        pieces.text.append(score, decimals: 6)
        pieces.text.append(" bm25")
        try pieces.endLine(write)
        // Each step is below 2¹⁴ millionths, so a thousand of them leave the score positive; one in
        // 64 is a tie.
        let bits = stream.next()
        score -= bits & 63 == 0 ? 0 : Int(truncatingIfNeeded: bits >> 6) & 0x3FFF
      }
    }
    try pieces.finish(write)
  }

  private func writeJudgements(seed: UInt64, to write: StreamedFile.Write) throws {
    var pieces = PieceWriter()
    for topic in 0..<topics {
      for judgement in judgements(of: topic, seed: seed) {
        pieces.text.append(Self.topicNumber(topic))
        pieces.text.append(" 0 ")
        pieces.text.append(judgement.document)
        pieces.text.append(" ")
        pieces.text.append(judgement.grade)
        try pieces.endLine(write)
      }
    }
    try pieces.finish(write)
  }

  /// By document, as assessors' files are, and not in the order of the run.
  private func judgements(of topic: Int, seed: UInt64) -> [(document: Int, grade: Int)] {
    var run = RandomStream(seed: seed, purpose: .benchmarkRanking, replicate: UInt32(topic))
    let documents = Documents(&run)
    var stream = RandomStream(
      seed: seed, purpose: .benchmarkJudgements, replicate: UInt32(topic))
    let missed = judged / 5
    var positions = Set(depth..<depth + missed)
    while positions.count < judged {
      let height = stream.uniform()
      positions.insert(Int(Double(depth) * height * height))
    }
    return positions.sorted().map { position in
      let chance = 0.55 - 0.45 * Double(position) / Double(depth + missed)
      let isRelevant = stream.uniform() < chance
      return (documents[position], isRelevant ? 1 + stream.integer(below: 3) : 0)
    }
    .sorted { $0.document < $1.document }
  }

  /// Six digits, different for each topic, in no order: 899,981 is a prime.
  private static func topicNumber(_ index: Int) -> Int {
    100_000 + index * 554_123 % 899_981
  }

  /// The documents of a topic in the order of the run, no two of them the same: an arithmetic
  /// progression modulo a prime, as many as MS MARCO has passages.
  private struct Documents {
    private static let prime = 8_841_823
    private let start: Int
    private let step: Int

    init(_ stream: inout RandomStream) {
      start = stream.integer(below: Self.prime)
      step = 1 + stream.integer(below: Self.prime - 1)
    }

    subscript(position: Int) -> Int { (start + position * step) % Self.prime }
  }
}
