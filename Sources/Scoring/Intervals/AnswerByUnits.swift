package import Inference
package import Measures

/// A submission beside its gold, ready to be evaluated as if each of its units (topics, items,
/// people) had been written down several times or not at all.
///
/// That is all that resampling needs: a bootstrap draws copies, a jackknife leaves units out, a group
/// has copies of its own units only.
package protocol AnswerByUnits: Sendable {
  /// Units of the gold, in the order that is the same for every submission of a split.
  var units: Int { get }
  /// The label of each unit in the gold; nil where units have none, as topics.
  var labels: [Int32]? { get }
  /// The scores that a measure is of; nil where units have none.
  func scored(for measure: Measure) -> Assessment?
  /// What was decided and scored unit by unit, on the reviewer's clock where `isTimed` asks for it and
  /// there is one; nil where units have no answers, as topics.
  func unitAnswers(isTimed: Bool) -> Assessment?
  /// Whether a measure is a mean over units of values that do not depend on each other.
  func isMean(_ measure: BoundMeasure) -> Bool
  /// The measures for one thread, with memory of its own.
  func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies
  /// The same for copies of some units alone, in the order of `units`, which ascend: no other unit has
  /// any.
  func statistic(of measures: [BoundMeasure], among units: [Int32]) -> any StatisticOnCopies
  /// The values of measures where each unit counts as often as `copies` says, each with the counts
  /// that it is from, or why there is none.
  func measured(_ measures: [BoundMeasure], copies: [Int32]) -> [MeasureValue]
  /// What was wanted and what was decided for each unit, as a code: units with the same code are the
  /// same to every rate. Nil where nothing was decided.
  var outcomes: [Int32]? { get }
}

extension AnswerByUnits {
  /// The values of measures where each unit counts as often as `copies` says; nil where one is
  /// undefined.
  package func values(of measures: [BoundMeasure], copies: [Int32]) -> [Double?] {
    var values = Array<Double?>(repeating: nil, count: measures.count)
    var statistic = statistic(of: measures)
    statistic.evaluate(copies, into: &values)
    return values
  }

  package func statistic(
    of measures: [BoundMeasure], among units: [Int32]
  ) -> any StatisticOnCopies {
    SpreadCopies(
      units: units, copies: Array(repeating: 0, count: self.units),
      statistic: statistic(of: measures))
  }

  /// What DeLong's method is made from; nil where the measure is not the area under the whole curve,
  /// and where there is only one class.
  func placements(for measure: Measure) -> Placements? {
    guard measure.isWholeAUC, let placements = scored(for: measure)?.placements else { return nil }
    return Placements(positives: placements.positives, negatives: placements.others)
  }
}

/// Several statistics of the same copies, each of some of the measures.
struct StatisticsTogether: StatisticOnCopies {
  private var parts: [(places: [Int], statistic: any StatisticOnCopies)]
  private var buffer: [Double?]

  /// - Parameter parts: which measures each statistic is of; what none is of stays undefined.
  init(_ parts: [(places: [Int], statistic: any StatisticOnCopies)], of count: Int) {
    self.parts = parts.filter { !$0.places.isEmpty }
    buffer = Array(repeating: nil, count: count)
  }

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    for part in parts.indices {
      parts[part].statistic.evaluate(copies, into: &buffer)
      for (column, place) in parts[part].places.enumerated() { values[place] = buffer[column] }
    }
  }
}

/// A statistic of all units, for copies of some of them.
private struct SpreadCopies: StatisticOnCopies {
  let units: [Int32]
  /// Of all units; those of others stay 0.
  var copies: [Int32]
  var statistic: any StatisticOnCopies

  mutating func evaluate(_ some: [Int32], into values: inout [Double?]) {
    for place in units.indices { copies[Int(units[place])] = some[place] }
    statistic.evaluate(copies, into: &values)
  }
}
