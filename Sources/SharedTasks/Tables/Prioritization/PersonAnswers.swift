package import Measures

/// The posts of one person, in the order of the task's files, and what a submission says of them.
package struct PersonAnswers: Sendable {
  /// How long each post is, and how likely it shows something.
  package var posts = PersonPosts()
  /// The score of each post; NaN where it has none.
  package var scores: [Double] = []
  /// The order of posts with equal scores, as numbers among the posts; nil where they stay tied.
  package var ties: [Int32]?

  package init() {}

  /// Posts without a score.
  package var leftOut: Int { scores.count(where: \.isNaN) }

  /// Forgets the posts and keeps their memory.
  package mutating func removeAll() {
    posts.removeAll()
    scores.removeAll(keepingCapacity: true)
    ties = nil
  }

  package mutating func append(words: Double, evidence: Double, score: Double) {
    posts.append(words: words, evidence: evidence)
    scores.append(score)
  }
}

extension Array<Int32> {
  /// Positions by ascending place; those of one place stay in order.
  package static func sorted(byPlace places: [Int32]) -> [Int32] {
    places.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { Int32($0) }
  }
}
