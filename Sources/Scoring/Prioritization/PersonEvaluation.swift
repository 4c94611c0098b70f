internal import Measures
internal import SharedTasks

/// Evaluates the posts of one person after the other.
struct PersonEvaluation: Sendable {
  private let levels: [UInt8]
  /// The levels that are at risk.
  private let relevant: [Bool]
  /// The measures of posts.
  private let measures: [BoundMeasure]
  /// Whether the best order of the posts is wanted as well, which takes as long as all the rest.
  private let needsIdeal: Bool

  init(_ gold: PrioritizationGold, _ scale: GradeScale, _ measures: [BoundMeasure]) {
    levels = gold.levels
    relevant = scale.relevant(atLeast: nil)
    self.measures = measures.filter(\.measure.isOfPosts)
    needsIdeal = measures.contains(where: \.measure.needsIdeal)
  }

  /// What there is to read of a person until the reader stops, and what the measures say.
  func reading(of person: Int, _ answers: inout PersonAnswers) -> PersonReading {
    let leftOut = answers.leftOut
    let words =
      if leftOut > 0 {
        answers.posts.longestWords
      } else if let order = answers.ties {
        answers.posts.expectedWords(in: ScoreOrder.descending(answers.scores, ties: order))
      } else {
        answers.posts.expectedWords(tiedBy: answers.scores)
      }
    let level = levels[person]
    let hasEvidence = answers.posts.hasEvidence
    let isMeasured = !measures.isEmpty && relevant[Int(level)] && hasEvidence
    return PersonReading(
      person: PeopleInOrder.Person(
        level: level, hasEvidence: hasEvidence, words: words,
        shortestWords: needsIdeal ? answers.posts.shortestWords : 0),
      allWords: answers.posts.words.reduce(0, +), leftOut: leftOut,
      ofPosts: isMeasured ? EvidenceList(answers).values(of: measures) : nil)
  }
}

/// What the posts of one person come to.
struct PersonReading: Sendable {
  let person: PeopleInOrder.Person
  /// The words of all posts.
  let allWords: Double
  /// Posts without a score.
  let leftOut: Int
  /// The measures of posts; nil where the person is not one of those they are a mean of.
  let ofPosts: [MeasureValue]?
}
