internal import ExactMath
internal import Inference
internal import Measures
internal import SharedTasks

/// Evaluates measures between groups of the items of a run: the mean over the topics in which they
/// have a value, as the TREC Fair Ranking tracks do (Ekstrand et al., Overview of the TREC 2022 Fair
/// Ranking Track).
///
/// The items of a topic are those that the run lists and those that are judged. What is judged and not
/// listed is seen by nobody; what is listed and not judged is of its group and is not relevant.
struct BetweenTopics {
  let gold: RankingGold
  let measures: [Measure]
  let ties: TieRule
  let timeModel: TimeModel
  let question: GroupQuestion

  /// Adds to each table what the measures say of it.
  func add(
    to tables: inout [GroupTable], of input: InputFile, options: ReadingOptions
  ) async throws {
    let request = question.request
    let scale = gold.scale.withUnjudged
    let bound = try measures.map { try $0.bound(to: scale) }
    let compared = tables.map { ComparedGroups($0, request) }
    // Levels are bytes: that many free grades are no scale.
    let fits = scale.count <= 256
    let isTold = GroupReport.mayCompare(tables, suppressBelow: request.suppressBelow)
    let evaluate = try topics(tables, compared, scale, bound)
    let reader = RunReader(
      gold: gold, ties: ties, attributes: question.table, evaluate: evaluate)
    let reading = try await reader.read(
      input, threads: options.threads, maximumBytes: options.maximumBytes, digesting: false)
    // A comparison knows no worst value for topics that are left out.
    let isWhole = reading.values.allSatisfy { $0 != nil }
    let rows = reading.values.compactMap(\.self)
    for table in tables.indices {
      var between = bound.indices.map { measure in
        let values = rows.map { $0[table][measure] }
        let value: MeasureValue =
          !fits ? .undefined(.overflow) : isWhole ? .mean(of: values) : .undefined(.answersLeftOut)
        return BetweenGroups(
          measures[measure], isTold ? GroupFinding(value: value) : nil, compared[table],
          topics: isTold
            ? BetweenGroups.Topics(
              used: values.count { $0.number != nil }, total: gold.topics.count) : nil)
      }
      if isTold, fits, isWhole, request.replicates > 0 {
        let means = MeansOnCopies(rows.map { $0[table] }, bound)
        let columns = await Bootstrap.replicates(
          Resampling(units: rows.count, seed: request.seed, replicates: request.replicates),
          columns: bound.count, threads: options.threads
        ) { means }
        for (place, column) in columns.enumerated() {
          between[place].setInterval(column, confidence: request.confidence)
        }
      }
      tables[table].between = between
    }
  }

  /// The values of one topic: by table and measure.
  private func topics(
    _ tables: [GroupTable], _ compared: [ComparedGroups], _ scale: GradeScale,
    _ measures: [BoundMeasure]
  ) throws -> @Sendable (RankedItems) -> [[MeasureValue]] {
    let ofRows = question.table.groupsOfRows
    let places = try tables.indices.map { table in
      try ItemGroups(tables[table], compared[table], gold: question.groups, rows: ofRows)
    }
    let wantsTimes = measures.contains(where: \.measure.needsClock)
    let clock = wantsTimes ? WordCounts(gold.words, items: gold.levels.count) : nil
    return { [gold, ties, timeModel] ranked in
      let topic = TopicAnswer(ranked, gold, scale, ties)
      var assessment = topic.assessment
      assessment.clock = clock.map { words in
        Assessment.Clock(
          model: timeModel,
          words: WordCounts(
            topic.items.map { $0 < 0 ? words.mean : words.values[Int($0)] },
            items: topic.items.count))
      }
      return places.indices.map { table in
        let grouped = GroupedItems(
          assessment, groups: places[table].membership(of: topic),
          names: compared[table].names, targets: compared[table].targets,
          unanswered: .notRetrieved)
        return grouped.findings(of: measures).map(\.value)
      }
    }
  }
}

/// The groups of the items of a gold, and of those that only runs have.
private struct ItemGroups: Sendable {
  private let count: Int
  private let ofGold: [[Int32]]
  /// Of each row of groups.tsv, and last of items without one.
  private let ofRows: [[Int32]]

  init(_ table: GroupTable, _ compared: ComparedGroups, gold: Groups, rows: Groups) throws {
    count = table.groups.count
    let own = try GroupSlices(table.attributes, of: gold)
    ofGold = compared.byUnit(own.members, units: own.units)
    let all = try GroupSlices(table.attributes, of: rows)
    // Groups of the table in its order; of rows that no judged item has there may be others.
    let members = table.groups.map { group in
      all.names.firstIndex(of: group.values).map { all.members[$0] } ?? []
    }
    ofRows = compared.byUnit(members, units: all.units)
  }

  func membership(of topic: TopicAnswer) -> GroupMembership {
    GroupMembership(
      members: zip(topic.items, topic.rows).map { item, row in
        if item >= 0 { return ofGold[Int(item)] }
        return row >= 0 ? ofRows[Int(row)] : ofRows.last ?? []
      }, count: count)
  }
}

/// The items of one topic as columns: first those that the run lists, in the order of their ranks.
private struct TopicAnswer {
  /// Positions in the gold; −1 for what it does not know.
  private(set) var items: [Int32]
  /// Rows of groups.tsv; −1 for what it does not have.
  private(set) var rows: [Int32]
  let assessment: Assessment

  init(_ ranked: RankedItems, _ gold: RankingGold, _ scale: GradeScale, _ ties: TieRule) {
    let listed = Set(ranked.items)
    let missed = gold.items(ofTopic: ranked.topic).filter { gold.levels[$0] >= 0 }
      .map { Int32(truncatingIfNeeded: $0) }.filter { !listed.contains($0) }
    items = ranked.items + missed
    rows = ranked.rows + Array(repeating: -1, count: missed.count)
    let unjudged = UInt8(clamping: scale.count - 1)
    var assessment = Assessment(
      scale: scale,
      gold: items.map { item in
        let level = item < 0 ? -1 : gold.levels[Int(item)]
        return level < 0 ? unjudged : UInt8(clamping: level)
      })
    let count = ranked.items.count
    assessment.scores =
      ranked.blocks.map { -Double($0) } + Array(repeating: 0, count: missed.count)
    assessment.answered = items.indices.map { $0 < count }
    assessment.tieOrder =
      ties == .expected ? nil : items.indices.map { Int32(truncatingIfNeeded: $0) }
    self.assessment = assessment
  }
}

extension GradeScale {
  /// The same with a last level for what nobody judged.
  fileprivate var withUnjudged: GradeScale {
    GradeScale(
      names: names + ["(not judged)"], grades: grades + [-1], positive: positive + [false],
      groupings: groupings.mapValues { $0 + [false] })
  }
}

extension MeasureValue {
  /// The mean of those that have a number, or why none has.
  fileprivate static func mean(of values: [MeasureValue]) -> MeasureValue {
    let numbers = values.compactMap(\.number)
    guard !numbers.isEmpty else {
      return .undefined(values.lazy.compactMap(\.reason).first ?? .nothing(.units))
    }
    return MeasureValue.number(Exact.sum(numbers) / Double(numbers.count)).orOverflow
  }
}
