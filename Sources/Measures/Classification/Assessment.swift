/// Answers for the items of a gold, as columns: all that a measure of scores and labels sees.
///
/// Columns have one entry an item, in the order of the universe.
package struct Assessment: Sendable {
  package typealias Function = @Sendable (Assessment) -> MeasureValue

  package let scale: GradeScale
  /// The level of each item in the gold.
  package let gold: [UInt8]
  /// How urgent each item is; nil without such a column. Entries of items without an answer are not
  /// read.
  package var scores: [Double]? { didSet { orders = nil } }
  /// The predicted level of each item.
  package var predicted: [UInt8]?
  /// The probability of each level (outer) for each item (inner).
  package var probabilities: [[Double]]? { didSet { orders = nil } }
  /// Which items have an answer; nil where all have. An item without one is scored as the worst
  /// that the measure knows.
  package var answered: [Bool]?
  /// How often each item counts; nil where each counts once.
  package var copies: [Int32]?

  /// How long the items take; nil where no measure asks for it.
  package var clock: Clock?

  /// What a reviewer's time goes by.
  package struct Clock: Sendable {
    package let model: TimeModel
    /// Words of each item.
    package let words: WordCounts

    /// The seconds that each item takes, once they were worked out.
    private var known: [Double]?

    package init(model: TimeModel, words: WordCounts) {
      self.model = model
      self.words = words
    }

    /// The seconds that each item takes.
    func costs(_ gold: [UInt8], _ scale: GradeScale) -> [Double] {
      if let known { return known }
      let relevant = scale.relevant(atLeast: nil)
      return gold.indices.map { item in
        model.cost(words: words.values[item], isRelevant: relevant[Int(gold[item])])
      }
    }

    mutating func rememberCosts(_ gold: [UInt8], _ scale: GradeScale) {
      known = costs(gold, scale)
    }
  }

  /// All items in the order in which ties of scores are broken; nil where measures are to be the
  /// expected value over the orders of tied items.
  package var tieOrder: [Int32]? { didSet { orders = nil } }

  /// The items in the orders that measures ask for, where that was worked out before; nil where each
  /// measure sorts for itself.
  private(set) var orders: ScoreOrders?

  package init(scale: GradeScale, gold: [UInt8]) {
    self.scale = scale
    self.gold = gold
  }

  /// The same assessment, sorted once for values of many different copies.
  package var sorted: Assessment {
    var sorted = self
    sorted.orders = ScoreOrders(self)
    sorted.clock?.rememberCosts(gold, scale)
    return sorted
  }

  package func count(_ item: Int) -> Int { copies.map { Int($0[item]) } ?? 1 }

  package func isAnswered(_ item: Int) -> Bool { answered?[item] ?? true }

  /// Items, with their copies.
  package var size: Int { copies?.reduce(0) { $0 + Int($1) } ?? gold.count }

  /// Items without an answer, with their copies.
  package var leftOut: Int {
    guard let answered else { return 0 }
    return answered.indices.reduce(0) { answered[$1] ? $0 : $0 + count($1) }
  }
}

/// What an assessment has to say of one class against the rest: how each item is ranked, and
/// whether it belongs to the class.
extension Assessment {
  /// The score that ranks items as members of `members`: the probability of these levels, else
  /// `score`.
  ///
  /// Probabilities come first only where the class is not the positive one: `score` is about that.
  func membershipScores(of members: [Bool]) -> [Double]? {
    if let scores, members == scale.positive { return scores }
    guard let probabilities else { return nil }
    let columns = members.indices.filter { members[$0] }.map { probabilities[$0] }
    guard columns.count != 1 else { return columns[0] }
    return gold.indices.map { item in columns.reduce(0) { $0 + $1[item] } }
  }

  /// The probability of being positive: the columns of labels where there are any, else `score`.
  package var positiveProbabilities: [Double]? {
    guard probabilities != nil else { return scores }
    var columns = self
    columns.scores = nil
    return columns.rankingScores
  }

  /// The score by which people are ranked.
  package var rankingScores: [Double]? {
    orders?.rankingScores ?? membershipScores(of: scale.positive)
  }
}
