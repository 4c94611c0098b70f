internal import Inference
internal import Measures
internal import SharedTasks

/// Evaluates a run group by group: within each topic the items of a group are ranked as if there were
/// no others, beside the judgements of these items alone.
///
/// A group's value is the mean over the topics in which it has a relevant item, which are counted: a
/// topic with nothing to find says nothing of it.
struct RankingGroupScorer {
  let task: SharedTask
  let gold: RankingGold
  let measures: [BoundMeasure]
  /// Measures of all groups at once.
  var between: [Measure] = []
  let question: GroupQuestion
  let input: InputFile
  let options: ReadingOptions

  /// What one slice of the items came to.
  struct Slice {
    /// The topics in which something is relevant, and their values.
    let topics: [Int32]
    let rows: [[MeasureValue]]

    func values(_ measures: [BoundMeasure]) -> [MeasureValue] {
      measures.indices.map { column in
        rows.isEmpty
          ? .undefined(.nothing(.relevant))
          : UnitMean.of(rows.lazy.map { $0[column] }, measures[column])
      }
    }
  }

  func report(overall: [MeasureValue]) async throws -> GroupReport {
    let request = question.request
    let slices = try request.tables.map {
      try GroupSlices($0, given: request.given, of: question.groups)
    }
    try GroupSuppression.check(slices, suppressBelow: request.suppressBelow)
    let suppression = GroupSuppression(
      slices, RateCounts.none, measures: measures.count, positives: nil,
      denominators: slices.map { table in
        table.members.map { Array(repeating: $0.count, count: measures.count + 1) }
      }, minimumSize: request.minimumSize, suppressBelow: request.suppressBelow)
    let costly = slices.reduce(0) { $0 + $1.members.count } * measures.count
    let replicates = IntervalOptions.affordable(
      request.replicates, units: gold.topics.count, measures: costly)
    var tables: [GroupTable] = []
    for (slices, standings) in zip(slices, suppression.standings) {
      tables.append(try await table(slices, standings, replicates: replicates))
    }
    if !between.isEmpty, request.given == nil {
      try await BetweenTopics(
        gold: gold, measures: between, ties: task.ties, timeModel: task.definition.timeModel,
        question: question
      ).add(to: &tables, of: input, options: options)
    }
    return GroupReport(
      measures: measures.map(\.measure), tables: tables, overall: overall,
      units: gold.levels.count, baseRate: nil, minimumSize: request.minimumSize,
      suppressBelow: request.suppressBelow, confidence: request.confidence,
      replicates: replicates, seed: request.seed, digest: question.groups.digest,
      notes: notes(tables, replicates: replicates))
  }

  private func notes(_ tables: [GroupTable], replicates: Int) -> [String] {
    let request = question.request
    var notes = [
      "groups are of items: each is ranked by itself within every topic, and its value is the mean "
        + "over the topics in which it has a relevant item; there is no p-value, as no lot puts items "
        + "of one run into other groups"
    ]
    if replicates < request.replicates {
      notes.append(
        "intervals of groups are from "
          + IntervalOptions.noteOnFewer(replicates, of: request.replicates, "replicates"))
    }
    notes += [request.noteOnRule, request.noteOnFixed(between)].compactMap(\.self)
    return between.isEmpty ? notes : notes + request.notesOnTargets(tables)
  }

  private func table(
    _ slices: GroupSlices, _ standings: [[GroupCell.Standing]], replicates: Int
  ) async throws -> GroupTable {
    var found: [Slice] = []
    var groups: [GroupTable.Group] = []
    for (group, values) in slices.names.enumerated() {
      let selection = question.table.selection(Array(zip(slices.attributes, values)))
      let own = try await slice(selection)
      let rest = try await slice(selection.rest).values(measures)
      let told = standings[group].dropFirst()
      let others = slices.units - slices.members[group].count
      let isRestTold = others >= question.request.suppressBelow
      groups.append(
        GroupTable.Group(
          values: values, units: slices.members[group].count,
          // In how many topics something of a group is relevant is as much as its values tell.
          topics: told.allSatisfy(\.isTold) ? own.topics.count : nil,
          baseRate: nil,
          cells: zip(zip(own.values(measures), rest), told).map { values, standing in
            standing.isTold
              ? GroupCell(
                value: values.0, interval: nil, rest: isRestTold ? values.1 : nil,
                standing: standing)
              : GroupCell(value: nil, interval: nil, rest: nil, standing: standing)
          }))
      found.append(own)
    }
    var table = GroupTable(slices, groups, measures)
    if replicates > 0 {
      await addIntervals(to: &table, found, replicates: replicates)
    }
    return table
  }

  func slice(_ selection: ItemSelection) async throws -> Slice {
    let part = gold.selecting(selection)
    let run = try await RankingEvaluator(
      gold: part, measures: measures.map(\.measure), ties: task.ties, missing: .worst,
      timeModel: task.definition.timeModel, only: selection
    ).evaluate(input, options: options)
    let relevant = part.scale.relevant(atLeast: nil)
    let topics = (0..<part.topics.count).filter { topic in
      part.items(ofTopic: topic).contains {
        part.levels[$0] >= 0 && relevant[Int(part.levels[$0])]
      }
    }
    return Slice(
      topics: topics.map { Int32(truncatingIfNeeded: $0) }, rows: topics.map { run.perTopic[$0] })
  }

  /// Percentiles of a bootstrap of topics, the same topics for all groups.
  private func addIntervals(
    to table: inout GroupTable, _ slices: [Slice], replicates: Int
  ) async {
    let prepared = TopicsOfGroups(
      groups: slices.map { MeansOnCopies($0.rows, units: $0.topics, measures) },
      buffer: Array(repeating: nil, count: measures.count))
    let columns = await Bootstrap.replicates(
      Resampling(
        units: gold.topics.count, seed: question.request.seed, replicates: replicates),
      columns: slices.count * measures.count, threads: options.threads
    ) { prepared }
    for measure in measures.indices {
      let own = slices.indices.map { columns[$0 * measures.count + measure] }
      let intervals = table.intervals(
        own, of: measure, confidence: question.request.confidence)
      table.set(intervals, of: measure)
    }
  }
}

/// The means of all groups on the same resample of topics.
struct TopicsOfGroups: StatisticOnCopies {
  var groups: [MeansOnCopies]
  var buffer: [Double?]

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    var column = 0
    for group in groups.indices {
      groups[group].evaluate(copies, into: &buffer)
      for value in buffer {
        values[column] = value
        column += 1
      }
    }
  }
}
