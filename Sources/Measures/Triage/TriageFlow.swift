/// How many items of each label passed how many stages: all that a measure of a triage sees.
///
/// An item that the submission leaves out is taken for the worst: one that is positive reaches every
/// stage, at its cost, and passes none; any other reaches and passes all.
package struct TriageFlow: Sendable, Hashable {
  package typealias Function = @Sendable (TriageFlow) -> MeasureValue

  package let stages: [TriageStage]
  /// Which levels are cases.
  package let positive: [Bool]
  /// By gold level and stages passed.
  private var counts: LevelCounts

  package init(stages: [TriageStage], positive: [Bool]) {
    self.stages = stages
    self.positive = positive
    counts = LevelCounts(levels: positive.count, columns: stages.count + 1)
  }

  /// Items without an answer by gold level.
  package var leftOut: [Int] { counts.leftOut }

  /// - Parameter passed: how many stages; nil for an item without an answer.
  package mutating func add(gold: Int, passed: Int?, count: Int = 1) {
    counts.add(gold: gold, column: passed, count: count)
  }

  /// Where each item is counted, whatever its copies.
  func cells(of triage: Triage) -> [Int32] {
    triage.gold.indices.map { item in
      counts.cell(
        gold: Int(triage.gold[item]),
        column: triage.isAnswered(item) ? Int(triage.passed[item]) : nil)
    }
  }

  /// Counts items anew, each as often as it is copied.
  mutating func recount(cells: [Int32], copies: [Int32]) {
    counts.recount(cells: cells, copies: copies)
  }

  package subscript(gold gold: Int, passed passed: Int) -> Int {
    counts[gold: gold, column: passed]
  }

  /// Answered items that passed at least so many stages, of one class or of both. Those that passed
  /// `stage` stages are those that reached the stage at that position.
  package func passing(_ least: Int, positive isPositive: Bool? = nil) -> Int {
    var sum = 0
    for level in positive.indices where isPositive == nil || positive[level] == isPositive {
      for passed in least..<max(stages.count + 1, least) {
        sum += self[gold: level, passed: passed]
      }
    }
    return sum
  }

  /// Items without an answer, of one class or of both.
  package func leftOut(positive isPositive: Bool? = nil) -> Int {
    positive.indices.reduce(0) { sum, level in
      isPositive == nil || positive[level] == isPositive ? sum + leftOut[level] : sum
    }
  }
}

/// The pipeline as one test: positive is who passes every stage.
extension TriageFlow {
  package var positives: Int { passing(0, positive: true) + leftOut(positive: true) }
  package var negatives: Int { passing(0, positive: false) + leftOut(positive: false) }
  package var size: Int { positives + negatives }
  package var truePositives: Int { passing(stages.count, positive: true) }
  package var falsePositives: Int {
    passing(stages.count, positive: false) + leftOut(positive: false)
  }

  /// Items that a stage works on.
  package func workload(_ stage: Int) -> Int { passing(stage) + leftOut() }

  /// Cases that a stage turned away; over all stages with those left out, all that are missed.
  package func missed(_ stage: Int) -> Int {
    passing(stage, positive: true) - passing(stage + 1, positive: true)
  }

  /// What the stages cost together: Σ c_j W_j.
  package var totalCost: Double {
    stages.indices.reduce(0) { $0 + stages[$1].cost * Double(workload($1)) }
  }

  /// The share of cases at a stage that pass it.
  package func sensitivity(_ stage: Int) -> MeasureValue {
    .rate(
      passing(stage + 1, positive: true),
      of: passing(stage, positive: true)
        + leftOut(positive: true), .positivesAtStage)
  }

  /// The share of others at a stage that pass it.
  package func falsePositiveRate(_ stage: Int) -> MeasureValue {
    let absent = leftOut(positive: false)
    return .rate(
      passing(stage + 1, positive: false) + absent, of: passing(stage, positive: false) + absent,
      .negativesAtStage)
  }
}
