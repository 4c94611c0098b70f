internal import ExactMath

/// The posts of one person: how long each is, and how likely it shows a reader what to look for.
///
/// A reader goes through them in some order and stops after a post with the probability that is its
/// evidence (Shing, Resnik and Oard, ACL 2020), so that
///
///     E[words] = Σ words(l) · Π_{m before l} (1 − evidence(m)).
package struct PersonPosts: Sendable {
  package private(set) var words: [Double] = []
  package private(set) var evidence: [Double] = []
  private var tied = RandomOrder.Group()

  package init() {}

  package init(words: [Double], evidence: [Double]) {
    for (words, evidence) in zip(words, evidence) { append(words: words, evidence: evidence) }
  }

  package var count: Int { words.count }
  package var hasEvidence: Bool { evidence.contains { $0 > 0 } }

  package mutating func append(words: Double, evidence: Double) {
    self.words.append(words)
    self.evidence.append(evidence)
  }

  package mutating func setWords(_ words: Double, of post: Int) { self.words[post] = words }

  package mutating func setEvidence(_ evidence: Double, of post: Int) {
    self.evidence[post] = evidence
  }

  /// Forgets the posts and keeps their memory.
  package mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
  }

  /// E[words] in an order of positions.
  package func expectedWords(in order: some Sequence<Int32>) -> Double {
    var sum = CompensatedSum()
    var goesOn = 1.0
    for post in order {
      sum.add(words[Int(post)] * goesOn)
      goesOn *= 1 - evidence[Int(post)]
      if goesOn == 0 { break }
    }
    return sum.value
  }

  /// E[words] by descending scores, expected over all orders of posts with the same score.
  ///
  /// Takes time linear in the posts, beside the sorting. See ``RandomOrder`` for the derivation.
  package mutating func expectedWords(tiedBy scores: [Double]) -> Double {
    let order = ScoreOrder.descending(scores)
    var sum = CompensatedSum()
    var goesOn = 1.0
    var next = 0
    while next < order.count, goesOn > 0 {
      let score = scores[Int(order[next])]
      if next + 1 == order.count || scores[Int(order[next + 1])] != score {
        let post = Int(order[next])
        sum.add(goesOn * words[post])
        goesOn *= 1 - evidence[post]
        next += 1
        continue
      }
      tied.removeAll()
      while next < order.count, scores[Int(order[next])] == score {
        let post = Int(order[next])
        tied.append(value: words[post], loss: evidence[post])
        next += 1
      }
      sum.add(goesOn * tied.expectedSum)
      goesOn *= tied.product
    }
    return sum.value
  }

  /// The order with the least E[words]: by evidence for each word, descending.
  ///
  /// By exchange: of two neighbours a and b, a belongs first if words(a) + (1 − evidence(a))·words(b)
  /// is less than the same the other way round, that is if evidence(a)·words(b) exceeds
  /// evidence(b)·words(a). A post without words costs nothing: first if it may stop the reader, else
  /// last. The authors' script multiplies by the product of all words instead, which overflows from
  /// about nine posts on; one quotient a post cannot, and rounds the same for every neighbour.
  package var shortestOrder: [Int32] {
    ScoreOrder.descending(
      zip(words, evidence).map { words, evidence in
        guard words > 0 else { return evidence > 0 ? .greatestFiniteMagnitude : -1 }
        return min(evidence / words, .greatestFiniteMagnitude)
      })
  }

  package var shortestWords: Double { expectedWords(in: shortestOrder) }

  /// E[words] in the worst order, that of least evidence for each word first.
  package var longestWords: Double { expectedWords(in: shortestOrder.reversed()) }
}
