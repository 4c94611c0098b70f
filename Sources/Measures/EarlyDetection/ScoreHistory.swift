/// Every score that a system gave its users while they wrote, in the order in which it was given.
///
/// Columns with an entry a row of the submission. The rows of one user see more and more writings;
/// rows of different users may be mixed.
package struct ScoreHistory: Sendable {
  private var users: [Int32] = []
  private var writings: [Int32] = []
  private var scores: [Double] = []

  package init() {}

  /// Adds the score of a user after that many writings.
  package mutating func append(user: Int, writings: Int, score: Double) {
    users.append(Int32(clamping: user))
    self.writings.append(Int32(clamping: writings))
    scores.append(score)
  }

  /// Makes room for `factor` times as many rows.
  package mutating func reserve(factor: Double) {
    let capacity = Int(Double(users.count) * factor * 1.02)
    users.reserveCapacity(capacity)
    writings.reserveCapacity(capacity)
    scores.reserveCapacity(capacity)
  }

  /// The scores of some users, by their positions among these.
  func only(_ users: [Int32]) -> ScoreHistory {
    let places = users.places
    var part = ScoreHistory()
    for row in self.users.indices {
      guard let user = places[self.users[row]] else { continue }
      part.append(user: Int(user), writings: Int(writings[row]), score: scores[row])
    }
    return part
  }

  /// The last score of each of `count` users at or before that many writings, or of all where it is
  /// nil, and who has one.
  package func last(
    after limit: Int? = nil, users count: Int
  ) -> (scores: [Double], isThere: [Bool]) {
    var last = Array(repeating: 0.0, count: count)
    var isThere = Array(repeating: false, count: count)
    let limit = Int32(clamping: limit ?? .max)
    for row in users.indices where writings[row] <= limit {
      let user = Int(users[row])
      last[user] = scores[row]
      isThere[user] = true
    }
    return (last, isThere)
  }
}
