/// How long a reviewer takes, and how likely an item that is worth it is opened and kept.
///
/// Smucker and Clarke, "Time-Based Calibration of Effectiveness Measures", SIGIR 2012, whose values
/// are the defaults. All times are in seconds.
public struct TimeModel: Sendable, Equatable {
  /// Reading the summary of an item, opened or not.
  public package(set) var summary = 4.4
  public package(set) var perWord = 0.018
  /// What opening an item costs whatever its length.
  public package(set) var perItem = 7.8
  /// The probability that the summary of a relevant item makes the reviewer open it.
  public package(set) var clickRelevant = 0.64
  public package(set) var clickNonrelevant = 0.39
  /// The probability that a relevant item that was opened is kept.
  public package(set) var saveRelevant = 0.77
  /// After this time the gain of an item is worth half.
  public package(set) var halfLife = 224.0

  package init() {}

  /// The expected seconds for an item of so many words.
  package func cost(words: Double, isRelevant: Bool) -> Double {
    summary + (isRelevant ? clickRelevant : clickNonrelevant) * (perWord * words + perItem)
  }

  /// The probability that a relevant item is opened and kept: what it is worth at time 0.
  package var gain: Double { clickRelevant * saveRelevant }
}
