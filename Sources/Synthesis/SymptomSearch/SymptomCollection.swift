import ExactMath
import Inference

/// The sentences of a split, and how relevant each truly is to the topics it is a candidate for.
struct SymptomCollection {
  struct Sentence {
    let id: String
    let words: Int
    let sex: String
    let community: String
  }

  struct Candidate {
    /// Position in ``SymptomCollection/sentences``.
    let sentence: Int
    /// The grade that an assessor would give.
    let grade: Int
    /// How well the sentence seems to match: agrees with the grade.
    let match: Double
  }

  let sentences: [Sentence]
  /// By topic; in the order of the sentences' ids.
  let candidates: [[Candidate]]

  /// - Parameter split: the number of the split, which has random numbers of its own.
  init(sentences count: Int, perTopic: Int, split: UInt32, ids: inout OpaqueIds, seed: UInt64) {
    var stream = RandomStream(
      seed: seed, purpose: .symptomSearchCollection, replicate: split << 8)
    var sentences: [Sentence] = []
    for _ in 0..<count {
      sentences.append(Self.sentence(ids.next(prefix: "s", length: 5, &stream), &stream))
    }
    self.sentences = sentences.sorted { $0.id < $1.id }
    candidates = SymptomTopics.all.indices.map { topic in
      var stream = RandomStream(
        seed: seed, purpose: .symptomSearchCollection, replicate: split << 8 | UInt32(topic + 1))
      return Self.candidates(of: count, perTopic, &stream)
    }
  }

  private static func sentence(_ id: String, _ stream: inout RandomStream) -> Sentence {
    let words = 4 + Int(Exact.exp(2.4 + 0.5 * stream.normal()))
    let sex = stream.uniform()
    let isSupportForum = stream.uniform() < 0.4
    return Sentence(
      id: id, words: words, sex: sex < 0.1 ? "" : sex < 0.58 ? "F" : "M",
      community: isSupportForum ? "support" : "general")
  }

  /// Some topics have many relevant sentences, some only a few; each has at least two.
  private static func candidates(
    of count: Int, _ perTopic: Int, _ stream: inout RandomStream
  ) -> [Candidate] {
    var order = Array(0..<count)
    stream.shuffle(&order)
    let matches = (0..<perTopic).map { _ in stream.normal() }.sorted(by: >)
    let relevant = 2 + stream.integer(below: perTopic / 4)
    let highlyRelevant = (relevant + 1) / 3
    return matches.indices
      .map { position in
        let grade = position < highlyRelevant ? 2 : position < relevant ? 1 : 0
        return Candidate(sentence: order[position], grade: grade, match: matches[position])
      }
      .sorted { $0.sentence < $1.sentence }
  }
}
