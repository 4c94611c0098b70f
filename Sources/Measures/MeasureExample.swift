/// A worked example of a measure: an input small enough to check by hand, and what comes out.
///
/// `cltask measures NAME` prints it, the documentation shows it, and a test computes it.
public struct MeasureExample: Sendable {
  public enum Input: Sendable {
    /// The grades of a list from the first rank on (nil: not judged), and the grades of the judged
    /// items that the list leaves out.
    case ranking([Double?], leftOut: [Double] = [])
    /// Gold and predicted labels of the same items.
    case labels(gold: [String], predicted: [String])
    /// Gold labels `0` and `1`, and scores.
    case scores(gold: [Int], scores: [Double])
    /// Gold labels `0` and `1`, and after how many writings each user was alerted (nil: never).
    case alerts(gold: [Int], writings: [Int?])
    /// Gold labels, and for each label the probabilities of all items.
    case probabilities(gold: [String], [String: [Double]])
    /// People in the order in which they are read.
    case people([Person])
    /// The care that each item needs, and how many of the stages `screen` and `interview` it passes.
    case triage(needed: [String], passed: [Int])
    /// Gold labels `0` and `1`, scores or predicted labels, and the group of each item.
    case grouped(gold: [Int], scores: [Double] = [], predicted: [Int] = [], groups: [String])
  }

  /// A person of an example: at risk and with evidence, or neither, and the expected words to read.
  public enum Person: Sendable, Hashable {
    case found(words: Double)
    case other(words: Double)
  }

  /// The measure with its parameters, as in `nDCG@3`.
  public let measure: String
  public let input: Input
  /// The value; nil where it is undefined.
  public let value: Double?
  /// How the value comes about.
  public let because: String

  package init(_ measure: String, _ input: Input, is value: Double?, because: String) {
    self.measure = measure
    self.input = input
    self.value = value
    self.because = because
  }
}
