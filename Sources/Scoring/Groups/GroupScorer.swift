internal import Inference
package import Measures
package import SharedTasks

/// Evaluates a submission group by group.
///
/// A group is a number of copies, 0 or 1, of every unit, so that each measure of each kind of task is
/// computed of a group as it is of a resample, by no code of its own.
package struct GroupScorer: Sendable {
  private let answer: any AnswerByUnits
  private let measures: [BoundMeasure]
  private let request: GroupRequest
  private let slices: [GroupSlices]
  private let groups: Groups
  /// Which units have a positive label; nil where units have no labels.
  private let positives: [Bool]?
  private let counts: RateCounts

  /// - Parameter positive: which levels of the gold are positive; nil where there are none.
  ///
  /// Throws ``GroupError`` for an attribute that is not there.
  package init(
    _ answer: any AnswerByUnits, _ measures: [BoundMeasure], groups: Groups, positive: [Bool]?,
    request: GroupRequest
  ) throws {
    self.answer = answer
    self.measures = measures
    self.request = request
    self.groups = groups
    slices = try request.tables.map { try GroupSlices($0, of: groups) }
    positives = positive.flatMap { positive in answer.labels?.map { positive[Int($0)] } }
    counts = RateCounts(answer, measures)
  }

  package func report(threads: Int) async -> GroupReport {
    let all = Array<Int32>(repeating: 1, count: answer.units)
    var tables = self.tables
    let replicates = affordable
    if replicates > 0 {
      await addIntervals(to: &tables, replicates: replicates, threads: threads)
      await addChance(to: &tables, permutations: replicates, threads: threads)
    }
    return GroupReport(
      measures: measures.map(\.measure), tables: tables,
      overall: answer.measured(measures, copies: all), units: answer.units,
      baseRate: positives.map { .rate($0.count { $0 }, of: $0.count, .items) },
      minimumSize: request.minimumSize, suppressBelow: request.suppressBelow,
      confidence: request.confidence, replicates: replicates, seed: request.seed,
      digest: groups.digest, notes: notes(replicates: replicates))
  }

  /// Fewer replicates than asked for where they would take minutes.
  private var affordable: Int {
    let costly = slices.reduce(0) { $0 + $1.members.count } * measures.count
    return request.replicates == 0
      ? 0
      : IntervalOptions.affordable(request.replicates, units: answer.units, measures: costly)
  }

  private func notes(replicates: Int) -> [String] {
    var notes: [String] = []
    if groups.unitsWithoutRow > 0 {
      notes.append(
        "\(groups.unitsWithoutRow) of \(groups.units) units have no row in groups.tsv; their values "
          + "count as missing")
    }
    if replicates < request.replicates {
      notes.append(
        "intervals and permutations of groups are \(replicates) instead of \(request.replicates), "
          + "which would draw more than a billion units")
    }
    return notes
  }

  // MARK: Values

  private var tables: [GroupTable] {
    let suppression = GroupSuppression(
      slices, counts, measures: measures.count, positives: positives,
      denominators: slices.map(denominators), minimumSize: request.minimumSize,
      suppressBelow: request.suppressBelow)
    return zip(slices, suppression.standings).map { slices, standings in
      let groups = slices.members.indices.map { group(slices, $0, standings[$0]) }
      let gaps = measures.indices.map { measure in
        Gap(
          measures[measure].measure, values: groups.map { $0.cells[measure].compared },
          againstRest: groups.map { $0.cells[measure].againstRest })
      }
      return GroupTable(
        attributes: slices.attributes, groups: groups, gaps: gaps,
        isDisjoint: slices.members.reduce(0) { $0 + $1.count } <= slices.units)
    }
  }

  /// How many units are behind each cell, group by group and column by column.
  private func denominators(_ slices: GroupSlices) -> [[Int]] {
    slices.members.map { members in
      [members.count]
        + measures.indices.map { measure in
          guard let column = counts.column(of: measure) else { return members.count }
          return members.reduce(0) { $0 + Int(counts.denominators[column][Int($1)]) }
        }
    }
  }

  private func group(
    _ slices: GroupSlices, _ group: Int, _ standings: [GroupCell.Standing]
  ) -> GroupTable.Group {
    let members = slices.members[group]
    let values = answer.measured(measures, copies: slices.copies(group))
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

  // MARK: How sure they are

  /// Newcombe's intervals for two rates of separate groups, percentiles of a joint bootstrap for all
  /// other gaps and values.
  private func addIntervals(
    to tables: inout [GroupTable], replicates: Int, threads: Int
  ) async {
    for table in tables.indices {
      var resampled: [Int] = []
      for measure in measures.indices {
        guard let finding = tables[table].gaps[measure].finding else {
          if counts.column(of: measure) == nil { resampled.append(measure) }
          continue
        }
        if let interval = newcombe(tables[table], measure, finding, slices[table]) {
          tables[table].setInterval(interval, ofGap: measure)
        } else {
          resampled.append(measure)
        }
      }
      guard !resampled.isEmpty else { continue }
      let prepared = GroupsOnCopies(slices[table], answer, resampled.map { measures[$0] })
      let columns = await Bootstrap.replicates(
        Resampling(units: answer.units, seed: request.seed, replicates: replicates),
        columns: slices[table].members.count * resampled.count, threads: threads
      ) { prepared }
      for (column, measure) in resampled.enumerated() {
        let own = slices[table].members.indices.map { columns[$0 * resampled.count + column] }
        tables[table].add(
          own, of: measure, confidence: request.confidence,
          isRate: counts.column(of: measure) != nil)
      }
    }
  }

  private func newcombe(
    _ table: GroupTable, _ measure: Int, _ finding: Gap.Finding, _ slices: GroupSlices
  ) -> Gap.GapInterval? {
    guard counts.column(of: measure) != nil,
      case .ratio(let high, let highCount)? = table.groups[finding.highest].cells[measure].value,
      case .ratio(let low, let lowCount)? = table.groups[finding.lowest].cells[measure].value,
      slices.areSeparate(finding.highest, finding.lowest),
      let interval = ProportionInterval.newcombe(
        successes: Double(high), of: Double(highCount), minus: Double(low), of: Double(lowCount),
        confidence: request.confidence)
    else { return nil }
    return Gap.GapInterval(
      low: interval.low, high: interval.high, method: .newcombe, replicates: 0)
  }

  private func addChance(to tables: inout [GroupTable], permutations: Int, threads: Int) async {
    var asked: [GroupChance.Asked] = []
    for (table, found) in tables.enumerated() {
      for (measure, gap) in found.gaps.enumerated() where gap.finding != nil {
        let used = found.groups.indices.filter { found.groups[$0].cells[measure].compared != nil }
        asked.append(
          GroupChance.Asked(place: asked.count, table: table, measure: measure, groups: used))
      }
    }
    guard !asked.isEmpty else { return }
    let chance = GroupChance(
      asked, slices, counts, answer, measures,
      classes: positives.map { $0.map { $0 ? 1 : 0 } }, seed: request.seed)
    let gaps = await chance.gaps(permutations: permutations, threads: threads)
    for one in asked {
      guard let finding = tables[one.table].gaps[one.measure].finding else { continue }
      tables[one.table].setChance(
        Gap.Chance(of: gaps[one.place], observed: finding.difference), ofGap: one.measure)
    }
  }
}

extension GroupCell.Standing {
  /// Whether the value is told at all.
  package var isTold: Bool { self == .counted || self == .small }
}

extension Gap.Chance {
  /// - Parameter gaps: those of the permutations.
  init?(of gaps: ReplicateColumn, observed: Double) {
    let defined = gaps.defined
    guard !defined.isEmpty else { return nil }
    // Equal but for rounding is reached.
    let reached = defined.count { $0 >= observed - 1e-12 * Swift.max(1e-300, observed) }
    let sum = defined.reduce(0, +)
    self.init(
      expected: sum / Double(defined.count),
      p: Double(reached + gaps.undefined + 1) / Double(gaps.count + 1), permutations: gaps.count,
      undefined: gaps.undefined)
  }
}

extension GroupTable {
  /// Adds the intervals of a gap and, but for rates, of the groups' values.
  ///
  /// - Parameter columns: of each group the values of the measure on the replicates.
  mutating func add(
    _ columns: [ReplicateColumn], of measure: Int, confidence: Double, isRate: Bool
  ) {
    if let finding = gaps[measure].finding {
      let difference = columns[finding.highest].minus(columns[finding.lowest])
      if let found = BootstrapInterval.percentile(difference, confidence: confidence) {
        setInterval(
          Gap.GapInterval(
            low: found.low, high: found.high, method: .percentile,
            replicates: difference.count - difference.undefined), ofGap: measure)
      }
    }
    guard !isRate else { return }
    for group in columns.indices where groups[group].cells[measure].value?.number != nil {
      guard
        let found = BootstrapInterval.percentile(columns[group], confidence: confidence)
      else { continue }
      let cell = groups[group].cells[measure]
      let interval = MeasureInterval(
        low: found.low, high: found.high, confidence: confidence, method: .percentile,
        replicates: columns[group].count, undefined: columns[group].undefined, isApproximate: false)
      setCell(
        GroupCell(value: cell.value, interval: interval, rest: cell.rest, standing: cell.standing),
        group: group, measure: measure)
    }
  }

  fileprivate mutating func setInterval(_ interval: Gap.GapInterval, ofGap measure: Int) {
    gaps[measure].finding?.interval = interval
  }

  fileprivate mutating func setChance(_ chance: Gap.Chance?, ofGap measure: Int) {
    gaps[measure].finding?.chance = chance
  }

  fileprivate mutating func setCell(_ cell: GroupCell, group: Int, measure: Int) {
    groups[group].cells[measure] = cell
  }
}
