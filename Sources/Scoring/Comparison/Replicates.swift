internal import ExactMath
internal import Inference
internal import Measures

/// The values that all systems have on the same resamples of the units.
struct Replicates: Sendable {
  /// By position of the submission; none without a value, and none where there are no resamples.
  private var columns: [Int: ReplicateColumn] = [:]
  private let size: Int

  init(of comparator: Comparator) async {
    size = comparator.defined.isEmpty ? 0 : comparator.resamples
    let units = comparator.entries[0].byUnits.units
    guard size > 0, units > 0 else { return }
    let answers = comparator.defined.map { comparator.entries[$0].byUnits }
    let measure = comparator.measure
    let found = await Bootstrap.replicates(
      Resampling(units: units, seed: comparator.request.seed, replicates: size),
      columns: answers.count, threads: comparator.request.threads
    ) {
      StatisticsTogether(
        answers.enumerated().map { place, answer in ([place], answer.statistic(of: [measure])) },
        of: answers.count)
    }
    for (system, column) in zip(comparator.defined, found) { columns[system] = column }
  }

  /// The interval of one system's value.
  func interval(of system: Int, confidence: Double) -> ComparisonInterval? {
    columns[system].flatMap { interval(of: $0, confidence: confidence) }
  }

  /// Whether a system has a value on any resample: with no interval all the same, they do not vary.
  func haveValues(of system: Int) -> Bool {
    columns[system].map { $0.undefined < $0.count } ?? false
  }

  /// Resamples on which a system has no value.
  func undefined(of system: Int) -> Int { columns[system]?.undefined ?? 0 }

  func interval(of column: ReplicateColumn, confidence: Double) -> ComparisonInterval? {
    guard let interval = BootstrapInterval.percentile(column, confidence: confidence) else {
      return nil
    }
    return ComparisonInterval(
      low: interval.low, high: interval.high, method: .percentile,
      replicates: column.count, undefined: column.undefined)
  }

  /// What one system exceeds another by, resample by resample.
  func differences(_ first: Int, _ second: Int) -> ReplicateColumn? {
    columns[first].flatMap { first in columns[second].map(first.minus) }
  }

  /// The ranks of all systems that have a value; nil for the others, and where neither direction is
  /// better.
  func ranks(of comparator: Comparator) -> [RankRange?] {
    var ranges = Array<RankRange?>(repeating: nil, count: comparator.entries.count)
    let direction = comparator.measure.measure.definition.direction
    let systems = comparator.defined
    guard direction != .neither, systems.count == columns.count, systems.count > 1 else {
      return ranges
    }
    var counts = RankCounts(
      systems: systems.count, lowerIsBetter: direction == .lowerIsBetter)
    let values = systems.map { columns[$0]?.all ?? [] }
    var row = Array(repeating: 0.0, count: systems.count)
    for replicate in 0..<size {
      var isComplete = true
      for (place, column) in values.enumerated() {
        guard let value = column[replicate] else {
          isComplete = false
          break
        }
        row[place] = value
      }
      if isComplete { counts.add(row) }
    }
    for (place, system) in systems.enumerated() {
      ranges[system] = counts.range(of: place, confidence: comparator.request.confidence)
    }
    return ranges
  }
}

/// What the differences of two systems on resamples say.
struct DifferenceReplicates {
  private let values: [Double]
  private let mean: Double

  /// Nil where no resample has a difference.
  init?(_ column: ReplicateColumn) {
    values = column.defined
    guard !values.isEmpty else { return nil }
    mean = Exact.sum(values) / Double(values.count)
  }

  /// The p-value of a difference: how often resamples are as far from their mean as the difference
  /// is from none, (b + 1)/(B + 1).
  ///
  /// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, section 16.4; shifted by the
  /// mean of the resamples, as Riezler and Maxwell do (ACL workshop on evaluation measures, 2005).
  func p(of difference: Double, _ alternative: Alternative) -> Double {
    let least = abs(difference) * (1 - 1e-12)
    let reached = values.count { value in
      let shifted = value - mean
      return switch alternative {
      case .twoSided: abs(shifted) >= least
      case .greater: shifted >= difference - abs(difference) * 1e-12
      case .less: shifted <= difference + abs(difference) * 1e-12
      }
    }
    return Double(reached + 1) / Double(values.count + 1)
  }

  /// The p-value of "the systems differ by `margin` or more": the larger of two one-sided shares, so
  /// that it is below α where the percentile interval of 1 − 2α is within the margin.
  func pOfDiffering(by margin: Double) -> Double {
    let above = values.count { $0 >= margin }
    let below = values.count { $0 <= -margin }
    return Double(max(above, below) + 1) / Double(values.count + 1)
  }

  /// The standard error of the difference; nil where the resamples do not vary.
  var standardError: Double? {
    guard values.count > 1 else { return nil }
    let squares = Exact.sum(values.map { ($0 - mean) * ($0 - mean) })
    let error = (squares / Double(values.count - 1)).squareRoot()
    return error > 1e-12 * abs(mean) && error.isFinite ? error : nil
  }
}
