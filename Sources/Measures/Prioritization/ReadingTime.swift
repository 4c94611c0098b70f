/// How long a reader takes over a person, and what comes of it (Smucker and Clarke, SIGIR 2012);
/// times in seconds.
package struct ReadingTime: Sendable, Hashable {
  package var summary = 4.4
  package var perWord = 0.018
  package var perItem = 7.8
  /// The probability that a person at risk is opened.
  package var clickRelevant = 0.64
  package var clickNonrelevant = 0.39
  /// The probability that a person at risk who was opened is acted upon.
  package var saveRelevant = 0.77
  package var halfLife = 224.0

  package init() {}

  /// Seconds for one person.
  func cost(words: Double, isRelevant: Bool) -> Double {
    summary + (isRelevant ? clickRelevant : clickNonrelevant) * (perWord * words + perItem)
  }

  /// What finding a person is worth before any time has passed.
  var gain: Double { clickRelevant * saveRelevant }
}
