internal import Inference
package import Measures
package import SharedTasks

/// Evaluates a submission group by group.
///
/// A group is a number of copies, 0 or 1, of every unit, so that each measure of each kind of task is
/// computed of a group as it is of a resample, by no code of its own.
package struct GroupScorer: Sendable {
  let answer: any AnswerByUnits
  let measures: [BoundMeasure]
  private let between: BetweenScorer
  let request: GroupRequest
  let slices: [GroupSlices]
  private let groups: Groups
  /// Which units have a positive label; nil where units have no labels.
  let positives: [Bool]?
  let counts: RateCounts

  /// - Parameters:
  ///   - between: measures of all groups at once.
  ///   - positive: which levels of the gold are positive; nil where there are none.
  ///
  /// Throws ``GroupError`` for an attribute that is not there.
  package init(
    _ answer: any AnswerByUnits, _ measures: [BoundMeasure], between: [BoundMeasure] = [],
    groups: Groups, positive: [Bool]?, request: GroupRequest
  ) throws {
    self.answer = answer
    self.measures = measures
    self.request = request
    self.groups = groups
    slices = try request.tables.map { try GroupSlices($0, given: request.given, of: groups) }
    try GroupSuppression.check(slices, suppressBelow: request.suppressBelow)
    positives = positive.flatMap { positive in answer.labels?.map { positive[Int($0)] } }
    counts = RateCounts(answer, measures)
    self.between = BetweenScorer(
      answer: answer, measures: between, request: request, positives: positives)
  }

  package func report(threads: Int) async -> GroupReport {
    let all = Array<Int32>(repeating: 1, count: answer.units)
    var tables = self.tables
    let replicates = affordable
    if replicates > 0 {
      await addIntervals(to: &tables, replicates: replicates, threads: threads)
      await addChance(to: &tables, permutations: replicates, threads: threads)
    }
    if !between.measures.isEmpty, request.given == nil {
      await between.add(to: &tables, slices, threads: threads)
    }
    return GroupReport(
      measures: measures.map(\.measure), tables: tables,
      overall: answer.measured(measures, copies: all), units: answer.units,
      baseRate: positives.map { .rate($0.count { $0 }, of: $0.count, .items) },
      minimumSize: request.minimumSize, suppressBelow: request.suppressBelow,
      confidence: request.confidence, replicates: replicates, seed: request.seed,
      digest: groups.digest,
      notes: notes(replicates: replicates)
        + (between.measures.isEmpty
          ? [] : between.notes(on: tables) + request.notesOnTargets(tables))
        + request.notesOnReplicates(tables, replicates))
  }

  /// Fewer replicates than asked for where they would take minutes.
  private var affordable: Int {
    // A rate takes a sum over units, whatever the groups; any other measure is computed of each.
    let costly = slices.reduce(0) {
      $0 + $1.members.count * (measures.count - counts.rates.count) + counts.rates.count
    }
    return request.replicates == 0
      ? 0
      : IntervalOptions.affordable(request.replicates, units: answer.units, measures: costly)
  }

  private func notes(replicates: Int) -> [String] {
    var notes = [
      groups.noteOnUnitsWithoutRow, request.noteOnFixed(between.measures.map(\.measure)),
      request.noteOnRule, request.noteOnBiased(measures.map(\.measure)),
    ].compactMap(\.self)
    if !between.measures.isEmpty, between.replicates < request.replicates {
      notes.append(
        "intervals of measures between groups are from "
          + IntervalOptions.noteOnFewer(between.replicates, of: request.replicates, "replicates"))
    }
    if replicates < request.replicates {
      notes.append(
        "intervals and p-values of groups are from "
          + IntervalOptions.noteOnFewer(replicates, of: request.replicates, "replicates"))
    }
    return notes
  }

  private var tables: [GroupTable] {
    let values = slices.map { slices in
      slices.members.indices.map { answer.measured(measures, copies: slices.copies($0)) }
    }
    let suppression = GroupSuppression(
      slices, counts, measures: measures.count, positives: positives,
      denominators: zip(slices, values).map(denominators), minimumSize: request.minimumSize,
      suppressBelow: request.suppressBelow)
    return slices.indices.map { table in
      GroupTable(
        slices[table],
        slices[table].members.indices.map { place in
          group(
            slices[table], place, values[table][place], suppression.standings[table][place])
        }, measures)
    }
  }

  /// How many units are behind each cell, group by group and column by column.
  private func denominators(_ slices: GroupSlices, _ values: [[MeasureValue]]) -> [[Int]] {
    zip(slices.members, values).map { members, values in
      [members.count]
        + measures.indices.map { measure in
          guard let column = counts.column(of: measure) else {
            // As the number needed to evaluate: what it divides by may be few.
            if case .ratio(_, let count) = values[measure] { return count }
            // Pairs of positive and other units are as few as the smaller class lets them be.
            guard measures[measure].measure.isWholeAUC, let positives else { return members.count }
            let count = members.count { positives[Int($0)] }
            return min(count, members.count - count)
          }
          return members.reduce(0) { $0 + Int(counts.denominators[column][Int($1)]) }
        }
    }
  }

  private func group(
    _ slices: GroupSlices, _ group: Int, _ values: [MeasureValue],
    _ standings: [GroupCell.Standing]
  ) -> GroupTable.Group {
    let members = slices.members[group]
    let others = slices.units - members.count
    let rest =
      others == 0
      ? measures.map { _ in MeasureValue.undefined(.nothing(.units)) }
      : answer.measured(measures, copies: slices.rest(group))
    let baseRate = positives.map { positives in
      cell(
        .rate(members.count { positives[Int($0)] }, of: members.count, .items), rest: nil,
        standings[GroupSuppression.Column.baseRate])
    }
    return GroupTable.Group(
      values: slices.names[group],
      units: members.count,
      baseRate: baseRate,
      cells: measures.indices.map { measure in
        let standing = standings[GroupSuppression.Column.measures + measure]
        return cell(
          values[measure], rest: isTold(rest[measure], of: others) ? rest[measure] : nil, standing,
          isRate: counts.column(of: measure) != nil)
      })
  }

  /// Whether so few are behind the value of all other units that it may not be told either.
  private func isTold(_ rest: MeasureValue, of others: Int) -> Bool {
    if case .ratio(_, let denominator) = rest { return denominator >= request.suppressBelow }
    return others >= request.suppressBelow
  }

  private func cell(
    _ value: MeasureValue, rest: MeasureValue?, _ standing: GroupCell.Standing, isRate: Bool = true
  ) -> GroupCell {
    guard standing.isTold else {
      return GroupCell(value: nil, interval: nil, rest: nil, standing: standing)
    }
    var interval: MeasureInterval?
    if isRate, request.replicates > 0, case .ratio(let numerator, let denominator) = value {
      let found = ProportionInterval.wilson(
        successes: Double(numerator), of: Double(denominator), confidence: request.confidence)
      interval = found.map {
        MeasureInterval(
          low: $0.low, high: $0.high, confidence: $0.confidence, method: .wilson, replicates: 0,
          undefined: 0, isApproximate: false)
      }
    }
    return GroupCell(value: value, interval: interval, rest: rest, standing: standing)
  }
}

extension GroupCell.Standing {
  /// Whether the value is told at all.
  package var isTold: Bool { self == .counted || self == .small }
}
