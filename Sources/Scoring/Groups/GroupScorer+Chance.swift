internal import Inference
internal import Measures

/// How sure the gaps and the values of groups are.
extension GroupScorer {
  /// Newcombe's intervals for two rates of separate groups, percentiles of a joint bootstrap for all
  /// other gaps and values.
  func addIntervals(
    to tables: inout [GroupTable], replicates: Int, threads: Int
  ) async {
    let drawn = addNewcombe(to: &tables)
    let all = drawn.last?.columns.upperBound ?? 0
    guard all > 0 else { return }
    // One draw for all tables: their groups are of the same units.
    let prepared = GroupsOnCopies(
      zip(slices, drawn).map { slices, own in
        GroupsOnCopies(slices, groups: own.groups, answer, own.measures.map { measures[$0] })
      })
    let columns = await Bootstrap.replicates(
      Resampling(units: answer.units, seed: request.seed, replicates: replicates),
      columns: all, threads: threads
    ) { prepared }
    // Measure by measure: the tables are unlike in size, and threads get as much of each.
    let asked = measures.indices.flatMap { measure in
      drawn.indices.compactMap { table in
        drawn[table].measures.firstIndex(of: measure).map {
          (table: table, measure: measure, place: $0)
        }
      }
    }
    let before = tables
    let found = await inRanges(of: asked.count, threads: threads) { range in
      range.map { number in
        let (table, measure, place) = asked[number]
        return before[table].intervals(
          drawn[table].columns(columns, of: place, groups: before[table].groups.count),
          of: measure, confidence: request.confidence, isRate: counts.column(of: measure) != nil,
          isApproximate: answer.isApproximate(measures[measure]))
      }
    }.joined()
    for (one, intervals) in zip(asked, found) { tables[one.table].set(intervals, of: one.measure) }
  }

  /// Adds the intervals of the gaps of rates, and says what is left to be resampled.
  private func addNewcombe(to tables: inout [GroupTable]) -> [DrawnTable] {
    var drawn: [DrawnTable] = []
    for table in tables.indices {
      let resampled = measures.indices.filter { measure in
        // The values of the groups have intervals of their own, but for rates.
        var isResampled = counts.column(of: measure) == nil
        for (place, gap) in tables[table].gaps[measure].enumerated() where gap.finding != nil {
          if let interval = newcombe(tables[table], measure, gap, slices[table]) {
            tables[table].gaps[measure][place].finding?.interval = interval
          } else {
            isResampled = true
          }
        }
        return isResampled && !measures[measure].measure.definition.isBiasedOnResamples
      }
      // Of what is too small to be compared there is no telling how much it varies.
      let groups = tables[table].groups.indices.filter { group in
        resampled.contains { tables[table].groups[group].cells[$0].compared != nil }
      }
      let columns = drawn.last?.columns.upperBound ?? 0
      drawn.append(
        DrawnTable(
          groups: groups, measures: resampled,
          columns: columns..<columns + groups.count * resampled.count))
    }
    return drawn
  }

  private func newcombe(
    _ table: GroupTable, _ measure: Int, _ gap: Gap, _ slices: GroupSlices
  ) -> Gap.GapInterval? {
    guard counts.column(of: measure) != nil, let finding = gap.finding,
      case .ratio(let high, let highCount)? = table.groups[finding.highest].cells[measure].value,
      case .ratio(let low, let lowCount)? = table.groups[finding.lowest].cells[measure].value,
      slices.areSeparate(finding.highest, finding.lowest),
      let interval = ProportionInterval.newcombe(
        successes: Double(high), of: Double(highCount), minus: Double(low), of: Double(lowCount),
        confidence: .ofEach(gap.comparisons, together: request.confidence))
    else { return nil }
    return Gap.GapInterval(
      low: interval.low, high: interval.high, method: .newcombe, replicates: 0,
      comparisons: gap.comparisons)
  }

  func addChance(to tables: inout [GroupTable], permutations: Int, threads: Int) async {
    var asked: [GroupChance.Asked] = []
    for (table, found) in tables.enumerated() {
      for (measure, gaps) in found.gaps.enumerated() {
        for (place, gap) in gaps.enumerated() where gap.finding != nil {
          asked.append(
            GroupChance.Asked(
              place: asked.count, table: table, measure: measure, gap: place, groups: gap.groups))
        }
      }
    }
    guard !asked.isEmpty else { return }
    let chance = GroupChance(
      asked, slices, counts, answer, measures,
      classes: positives.map { $0.map { $0 ? 1 : 0 } }, seed: request.seed)
    let gaps = await chance.gaps(permutations: permutations, threads: threads)
    for one in asked {
      let observed = tables[one.table].gaps[one.measure][one.gap].finding?.difference ?? 0
      tables[one.table].gaps[one.measure][one.gap].finding?.chance = Gap.Chance(
        of: gaps[one.place], observed: observed)
    }
  }
}

/// What is resampled of a table.
private struct DrawnTable: Sendable {
  let groups: [Int]
  let measures: [Int]
  /// Where the values stand among those of all tables: group by group, measure by measure.
  let columns: Range<Int>

  /// The replicates of one of the measures for every group; without any where the group has none.
  func columns(
    _ all: [ReplicateColumn], of measure: Int, groups count: Int
  ) -> [ReplicateColumn] {
    var own = Array(repeating: ReplicateColumn(), count: count)
    for (place, group) in groups.enumerated() {
      own[group] = all[columns.lowerBound + place * measures.count + measure]
    }
    return own
  }
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

/// The intervals of one measure from a bootstrap; nil where there is none.
struct GroupIntervals: Sendable {
  fileprivate let gaps: [Gap.GapInterval?]
  fileprivate let groups: [MeasureInterval?]
}

extension GroupTable {
  /// The intervals of the gaps that have none, and but for rates of the groups' values.
  ///
  /// - Parameter columns: of each group the values of the measure on the replicates.
  func intervals(
    _ columns: [ReplicateColumn], of measure: Int, confidence: Double, isRate: Bool = false,
    isApproximate: Bool = false
  ) -> GroupIntervals {
    GroupIntervals(
      gaps: gaps[measure].map { gap in
        guard let finding = gap.finding, finding.interval == nil else { return nil }
        let difference = columns[finding.highest].minus(columns[finding.lowest])
        let found = BootstrapInterval.percentile(
          difference, confidence: .ofEach(gap.comparisons, together: confidence))
        return found.map {
          Gap.GapInterval(
            low: $0.low, high: $0.high, method: .percentile,
            replicates: difference.count - difference.undefined, comparisons: gap.comparisons)
        }
      },
      groups: zip(groups, columns).map { group, column in
        guard !isRate, group.cells[measure].value?.number != nil else { return nil }
        return BootstrapInterval.percentile(column, confidence: confidence).map {
          MeasureInterval(
            low: $0.low, high: $0.high, confidence: confidence, method: .percentile,
            replicates: column.count, undefined: column.undefined, isApproximate: isApproximate)
        }
      })
  }

  mutating func set(_ intervals: GroupIntervals, of measure: Int) {
    for case (let place, let interval?) in intervals.gaps.enumerated() {
      gaps[measure][place].finding?.interval = interval
    }
    for case (let group, let interval?) in intervals.groups.enumerated() {
      let cell = groups[group].cells[measure]
      groups[group].cells[measure] = GroupCell(
        value: cell.value, interval: interval, rest: cell.rest, standing: cell.standing)
    }
  }
}
