/// An item as the definitions see it: what the gold says of it and what a submission answers.
///
/// Nothing in this folder uses the kernels: definitions are written once more from their papers, on
/// plain arrays, slowly. An item that counts several times stands in the array several times.
struct NaiveItem: Sendable {
  /// The gold label's position on the scale; nil where the item is in no pool.
  var level: Int?
  /// The gold's grade; nil where the item is in no pool, negative where it was pooled and nobody
  /// judged it.
  var grade: Double?
  /// Whether the gold label is one of the positive ones.
  var isPositive = false
  /// Whether the submission answers at all.
  var hasAnswer = true
  var score = 0.0
  /// The position of the predicted label.
  var predicted = 0
  /// Seconds until a reviewer is done with the item.
  var cost = 0.0
  /// The probability of each label.
  var probabilities: [Double] = []

  var isJudged: Bool { grade.map { $0 >= 0 } ?? false }

  /// Whether the item was chosen for judging, and then nobody judged it.
  var isPooledOnly: Bool { grade != nil && !isJudged }

  /// Whether the gold calls the item relevant: by a least grade, else by its label.
  func isGoldRelevant(_ rel: Double?) -> Bool {
    guard isJudged, let grade else { return false }
    return rel.map { grade >= $0 } ?? isPositive
  }

  /// Whether a reader who meets the item has found something: never where there is no answer.
  func isFound(_ rel: Double?) -> Bool { hasAnswer && isGoldRelevant(rel) }

  func isJudgedNonrelevant(_ rel: Double?) -> Bool { isJudged && !isGoldRelevant(rel) }
}
