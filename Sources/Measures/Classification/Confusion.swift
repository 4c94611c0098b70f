/// How many items of each gold label were given each label: all that a measure of labels sees.
package struct Confusion: Sendable, Hashable {
  package typealias Function = @Sendable (Confusion) -> MeasureValue

  /// Labels.
  package let levels: Int
  private var counts: LevelCounts

  package init(levels: Int) {
    self.levels = levels
    counts = LevelCounts(levels: levels, columns: levels)
  }

  /// Counts the labels of an assessment; nil where it has none.
  package init?(_ assessment: Assessment) {
    guard let predicted = assessment.predicted else { return nil }
    self.init(levels: assessment.scale.count)
    for item in assessment.gold.indices {
      counts.add(
        gold: Int(assessment.gold[item]),
        column: assessment.isAnswered(item) ? Int(predicted[item]) : nil,
        count: assessment.count(item))
    }
  }

  /// Items without an answer by gold level; they count as the worst answer that a measure knows.
  package var leftOut: [Int] { counts.leftOut }

  /// Where each item of an assessment is counted, whatever its copies; nil where it has no labels.
  func cells(of assessment: Assessment) -> [Int32]? {
    guard let predicted = assessment.predicted else { return nil }
    return assessment.gold.indices.map { item in
      counts.cell(
        gold: Int(assessment.gold[item]),
        column: assessment.isAnswered(item) ? Int(predicted[item]) : nil)
    }
  }

  /// Counts items anew, each as often as it is copied.
  mutating func recount(cells: [Int32], copies: [Int32]) {
    counts.recount(cells: cells, copies: copies)
  }

  package mutating func add(gold: Int, predicted: Int, count: Int = 1) {
    counts.add(gold: gold, column: predicted, count: count)
  }

  package subscript(gold gold: Int, predicted predicted: Int) -> Int {
    counts[gold: gold, column: predicted]
  }

  /// Items of a gold level, answered or not.
  package func gold(_ level: Int) -> Int {
    (0..<levels).reduce(leftOut[level]) { $0 + self[gold: level, predicted: $1] }
  }

  /// Items that were given a level.
  package func predicted(_ level: Int) -> Int {
    (0..<levels).reduce(0) { $0 + self[gold: $1, predicted: level] }
  }

  /// All items.
  package var size: Int { counts.total }

  /// Items whose label is right.
  package var correct: Int { (0..<levels).reduce(0) { $0 + self[gold: $1, predicted: $1] } }
}

/// One class against the rest.
struct BinaryCounts {
  var truePositives = 0
  var falsePositives = 0
  var falseNegatives = 0
  var trueNegatives = 0
  /// How many of the false positives and of the false negatives are answers that were left out:
  /// nobody predicted them.
  var leftOutNegatives = 0
  var leftOutPositives = 0

  var positives: Int { truePositives + falseNegatives }
  var negatives: Int { falsePositives + trueNegatives }
  var predictedPositives: Int { truePositives + falsePositives }
  var predictedNegatives: Int { falseNegatives + trueNegatives }

  /// Precision: undefined where nothing is predicted positive, whatever was left out.
  var precision: MeasureValue {
    predictedPositives == leftOutNegatives
      ? .undefined(.nothing(.predictedPositives))
      : .ratio(truePositives, of: predictedPositives)
  }

  /// The same for negatives.
  var negativePrecision: MeasureValue {
    predictedNegatives == leftOutPositives
      ? .undefined(.nothing(.predictedNegatives))
      : .ratio(trueNegatives, of: predictedNegatives)
  }
}

extension Confusion {
  /// The counts of the levels in `members` against the rest.
  ///
  /// An item without an answer is a false negative if it belongs to the class and a false positive
  /// if not.
  func against(_ members: [Bool]) -> BinaryCounts {
    var binary = BinaryCounts()
    for gold in 0..<levels {
      for predicted in 0..<levels {
        let count = self[gold: gold, predicted: predicted]
        switch (members[gold], members[predicted]) {
        case (true, true): binary.truePositives += count
        case (true, false): binary.falseNegatives += count
        case (false, true): binary.falsePositives += count
        case (false, false): binary.trueNegatives += count
        }
      }
      if members[gold] {
        binary.falseNegatives += leftOut[gold]
        binary.leftOutPositives += leftOut[gold]
      } else {
        binary.falsePositives += leftOut[gold]
        binary.leftOutNegatives += leftOut[gold]
      }
    }
    return binary
  }

  /// The counts of one level against the rest, as of a class with that level alone.
  func against(_ level: Int) -> BinaryCounts {
    var binary = BinaryCounts()
    binary.truePositives = self[gold: level, predicted: level]
    binary.leftOutPositives = leftOut[level]
    binary.leftOutNegatives = leftOut.reduce(0, +) - leftOut[level]
    binary.falseNegatives = gold(level) - binary.truePositives
    binary.falsePositives =
      predicted(level) - binary.truePositives + binary.leftOutNegatives
    binary.trueNegatives =
      size - binary.truePositives - binary.falseNegatives - binary.falsePositives
    return binary
  }

  /// Levels that occur in the gold or among the predictions; all of them where answers are left out,
  /// since those might have been any.
  var occurring: [Int] {
    let all = leftOut.contains { $0 > 0 }
    return (0..<levels).filter { all || gold($0) + predicted($0) > 0 }
  }
}
