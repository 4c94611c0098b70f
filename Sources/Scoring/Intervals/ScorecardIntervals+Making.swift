internal import Inference
package import Measures

extension ScorecardIntervals {
  /// The intervals of `values`, each by the rule for its measure.
  package init(
    of answer: any AnswerByUnits, _ measures: [BoundMeasure], values: [MeasureValue],
    options: IntervalOptions, threads: Int
  ) async {
    let maker = IntervalMaker(answer: answer, options: options)
    var all = zip(measures, values).map { bound, value in
      options.rule == .auto
        ? MeasureInterval.formula(bound, value, of: answer, confidence: options.confidence) : nil
    }
    // One unit drawn anew is that unit again, and an interval of no length would be a lie.
    let canBeDrawn = answer.units > 1
    let resampled = all.indices.filter {
      canBeDrawn && all[$0] == nil && values[$0].number != nil
        && !measures[$0].measure.definition.isBiasedOnResamples
    }
    let costly = resampled.count { !answer.isMean(measures[$0]) }
    let replicates =
      resampled.isEmpty
      ? 0
      : IntervalOptions.affordable(options.replicates, units: answer.units, measures: costly)
    if !resampled.isEmpty {
      let found = await maker.bootstrap(
        resampled.map { measures[$0] }, values: resampled.compactMap { values[$0].number },
        replicates: replicates, threads: threads)
      for (index, interval) in zip(resampled, found) { all[index] = interval }
    }
    self.init(
      all: all, confidence: options.confidence, rule: options.rule, replicates: replicates,
      seed: options.seed,
      isStratified: options.isStratified && answer.labels != nil,
      notes: Self.notes(measures, values, all, units: answer.units, replicates, options))
  }

  /// Why a measure has a value and no interval.
  static let biased = "items drawn twice are less calibrated than the items themselves"
  static let unvaried = "nearly all replicates have the same value"

  private static func notes(
    _ measures: [BoundMeasure], _ values: [MeasureValue], _ all: [MeasureInterval?], units: Int,
    _ replicates: Int, _ options: IntervalOptions
  ) -> [String] {
    var notes: [String] = []
    if units == 1, all.contains(where: { $0 == nil }) {
      notes.append("one unit does not tell how values vary: a bootstrap needs two or more")
    }
    if replicates > 0, replicates < options.replicates {
      notes.append(
        "intervals are from "
          + IntervalOptions.noteOnFewer(replicates, of: options.replicates, "replicates"))
    }
    if let shortage = IntervalOptions.shortage(replicates, confidence: options.confidence) {
      notes.append(shortage)
    }
    let without = measures.indices.filter { all[$0] == nil && values[$0].number != nil }
      .map { measures[$0].measure }
    for (reason, measures) in [
      (Self.biased, without.filter(\.definition.isBiasedOnResamples)),
      (Self.unvaried, units > 1 ? without.filter { !$0.definition.isBiasedOnResamples } : []),
    ] where !measures.isEmpty {
      notes.append(
        "no interval, as \(reason): " + measures.map(\.description).joined(separator: ", "))
    }
    for (measure, interval) in zip(measures, all) {
      guard let interval, interval.undefined > 0 else { continue }
      notes.append(
        "\(measure.measure) is undefined on \(interval.undefined) of \(interval.replicates) "
          + "replicates, which its interval leaves out")
    }
    if options.isStratified, replicates == 0 {
      notes.append("--stratified changes nothing: no interval here is from resamples")
    }
    let approximate = zip(measures, all).filter { $1?.isApproximate == true }
    if !approximate.isEmpty {
      notes.append(
        "approximate intervals, of what is cut off in one list: "
          + approximate.map(\.0.measure.description).joined(separator: ", "))
    }
    return notes
  }
}

/// Makes the intervals of one answer.
private struct IntervalMaker {
  let answer: any AnswerByUnits
  let options: IntervalOptions

  func bootstrap(
    _ measures: [BoundMeasure], values: [Double], replicates: Int, threads: Int
  ) async -> [MeasureInterval?] {
    let answer = answer
    let units = answer.units
    let resampling = Resampling(
      units: units, strata: options.isStratified ? answer.labels : nil, seed: options.seed,
      replicates: replicates)
    let prepared = Prepared(statistic: answer.statistic(of: measures))
    let columns = await Bootstrap.replicates(
      resampling, columns: measures.count, threads: threads
    ) { prepared.statistic }
    guard options.rule == .bca else {
      return measures.indices.map { index in
        let found = BootstrapInterval.percentile(columns[index], confidence: options.confidence)
        return interval(found, columns[index], of: measures[index])
      }
    }
    let leavingOut = await Bootstrap.leavingOut(
      units: units, blocks: min(units, min(1000, max(20, replicates / 10))),
      columns: measures.count, threads: threads
    ) { prepared.statistic }
    return measures.indices.map { index in
      let found = BootstrapInterval.bca(
        columns[index], value: values[index], leavingOut: leavingOut[index],
        confidence: options.confidence)
      return interval(found, columns[index], of: measures[index])
    }
  }

  private func interval(
    _ found: BootstrapInterval?, _ column: ReplicateColumn, of bound: BoundMeasure
  ) -> MeasureInterval? {
    found.map {
      MeasureInterval(
        low: $0.low, high: $0.high, confidence: options.confidence,
        method: $0.method == .bca ? .bca : .percentile, replicates: column.count,
        undefined: column.undefined, isApproximate: answer.isApproximate(bound))
    }
  }
}

/// A statistic made once and copied by every thread.
private struct Prepared: Sendable {
  let statistic: any StatisticOnCopies
}

extension AnswerByUnits {
  /// Whether resamples say only about how much a measure varies: what is cut off in one list is another
  /// thing where items stand in it twice.
  func isApproximate(_ bound: BoundMeasure) -> Bool { !isMean(bound) && bound.isCutOff }
}

extension BoundMeasure {
  /// Whether the measure looks at the first items of a list only.
  fileprivate var isCutOff: Bool {
    guard case .list = function else { return false }
    return measure.name.cutoff != nil
  }
}
