internal import Measures
internal import SharedTasks

extension BoardScore {
  init(scorecard: ScorecardDocument, metadata: [String: String]) {
    self.scorecard = scorecard
    self.metadata = metadata
  }

  /// Adds what pictures are made of.
  mutating func describe(_ card: Scorecard, _ answer: any AnswerByUnits, _ task: SharedTask) {
    recall = card.curve.map(Self.moments)
    calibration = Self.calibration(
      answer, suppressBelow: max(Self.leastInBin, task.definition.fairness.suppressBelow))
    // Of people who are told apart by their labels, it would tell how many of which have which value.
    distribution =
      task.definition.kind == .ranking ? card.perUnit.flatMap(Self.distribution) : nil
  }

  /// How many moments recall is told at: as many as a picture needs to have a shape, and far fewer than
  /// there are items, whose labels could be read from where a finer curve rises.
  private static let moments = 24

  /// Recall at equal steps of the time that reading everything takes, rounded up to half an hour, so
  /// that submissions which are read for as long have the same moments.
  private static func moments(_ curve: GainCurve) -> [Moment] {
    guard let last = curve.points.last, last.time > 0 else { return [] }
    let end = (last.time / 1800).rounded(.up) * 1800
    var point = 0
    return (0...moments).map { step in
      let time = end * Double(step) / Double(moments)
      while point + 1 < curve.points.count, curve.points[point + 1].time <= time { point += 1 }
      return Moment(minutes: time / 60, recall: curve.points[point].recall)
    }
  }

  private static let bins = 10

  /// Of fewer items a share of positives would tell of single ones.
  private static let leastInBin = 5

  /// Bins of equal width where each has enough items of both classes; else neighbours are joined, from
  /// the lowest on. Whoever sent the probabilities knows which items are in a bin, so that one with items
  /// of one class alone would tell the label of each.
  private static func calibration(
    _ answer: any AnswerByUnits, suppressBelow least: Int
  ) -> [CalibrationCounts]? {
    guard let assessment = answer.unitAnswers(isTimed: false),
      let bins = CalibrationBin.bins(of: assessment, count: bins)
    else { return nil }
    var joined: [CalibrationCounts] = []
    for bin in bins {
      let own = CalibrationCounts(
        low: bin.low, high: bin.high, items: bin.items, positives: bin.positives,
        meanProbability: bin.meanProbability)
      if let last = joined.last, !last.canBeTold(least) {
        joined[joined.count - 1] = last.joined(own)
      } else {
        joined.append(own)
      }
    }
    // What is left over at the top joins the bin below it.
    while joined.count > 1, let last = joined.last, !last.canBeTold(least) {
      joined.removeLast()
      joined[joined.count - 1] = joined[joined.count - 1].joined(last)
    }
    return joined.allSatisfy { $0.canBeTold(least) } ? joined : nil
  }

  private static func distribution(_ table: UnitTable) -> [String: [Int]]? {
    var distribution: [String: [Int]] = [:]
    for (column, measure) in table.measures.enumerated() {
      let values = table.values.compactMap { $0[column].number }
      guard !values.isEmpty, values.allSatisfy({ (0...1).contains($0) }) else { continue }
      var counts = Array(repeating: 0, count: 10)
      for value in values { counts[min(9, Int(value * 10))] += 1 }
      distribution[measure.description] = counts
    }
    return distribution.isEmpty ? nil : distribution
  }
}

extension BoardScore.CalibrationCounts {
  func canBeTold(_ least: Int) -> Bool {
    items >= least && positives > 0 && positives < items
  }

  /// Two neighbours as one.
  func joined(_ next: BoardScore.CalibrationCounts) -> BoardScore.CalibrationCounts {
    let sum =
      (meanProbability ?? 0) * Double(items) + (next.meanProbability ?? 0) * Double(next.items)
    let items = items + next.items
    return BoardScore.CalibrationCounts(
      low: low, high: next.high, items: items, positives: positives + next.positives,
      meanProbability: items > 0 ? sum / Double(items) : nil)
  }
}
