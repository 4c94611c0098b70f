internal import ExactMath
package import Measures
package import SharedTasks

/// The values of a run, topic by topic and over all of them.
package struct RankingEvaluation: Sendable {
  package let measures: [Measure]
  /// Topics that count, in the order of the gold.
  package let topics: [String]
  /// One row a topic, one value a measure.
  package let perTopic: [[MeasureValue]]
  /// One value a measure, over the topics.
  package let overall: [MeasureValue]
  /// Topics of the gold that the run does not have.
  package let missingTopics: [String]
  package let unknownTopics: [(name: String, line: Int)]
  package let metadata: [String: String]
  package let digest: String?
  package let diagnostics: DiagnosticList
  /// What a reader of times should know of the word counts.
  package let notesOnWords: [String]
  /// The mean over the topics of what is found by when; nil where it was not asked for, and where
  /// nothing is relevant.
  package let curve: GainCurve?
  /// How sure each value over the topics is; nil where nobody asked.
  package internal(set) var intervals: ScorecardIntervals?
}

/// What becomes of a topic that the run does not have.
package enum MissingTopics: String, Sendable {
  /// It is scored as an empty list, and 0 where that has no value (trec_eval -c).
  case zero
  /// It is left out of the means (trec_eval).
  case skip
  /// It is scored as an empty list, and as the worst where that has no value.
  case worst

  /// The value of a missing topic, given that of an empty list. What is never reached has no time.
  fileprivate func value(_ empty: MeasureValue, of measure: Measure) -> MeasureValue {
    guard empty.number == nil, !measure.needsClock else { return empty }
    return .number(self == .worst ? measure.definition.worstValue : 0)
  }
}

extension MeasureDefinition {
  /// The end of the range that is worst, as far as it is a number.
  fileprivate var worstValue: Double {
    let worst = direction == .lowerIsBetter ? range.upperBound : range.lowerBound
    return worst.isFinite ? worst : 0
  }
}

/// Evaluates runs against one gold.
package struct RankingEvaluator: Sendable {
  private let gold: RankingGold
  let measures: [BoundMeasure]
  private let ties: TieRule
  private let missing: MissingTopics
  /// Nil where neither a measure nor the curve needs it.
  private let clock: RankingClock?
  private let wantsCurve: Bool
  private let only: ItemSelection?

  /// Throws ``MeasureNameError`` for a measure that runs cannot have.
  ///
  /// - Parameters:
  ///   - wantsCurve: whether there is to be a gain curve.
  ///   - only: the items that are ranked, as if runs had no others; nil for all.
  package init(
    gold: RankingGold, measures: [Measure], ties: TieRule, missing: MissingTopics,
    timeModel: TimeModel = TimeModel(), wantsCurve: Bool = false, only: ItemSelection? = nil
  ) throws {
    self.gold = gold
    self.ties = ties
    self.missing = missing
    self.only = only
    clock =
      wantsCurve || measures.contains(where: \.needsClock)
      ? RankingClock(
        model: timeModel, words: WordCounts(gold.words, items: gold.levels.count))
      : nil
    self.wantsCurve = wantsCurve
    self.measures = try measures.map { measure in
      try Self.check(measure, ties: ties)
      return try measure.bound(to: gold.scale)
    }
  }

  /// Refuses a measure that runs cannot have, whatever their gold.
  package static func check(_ measure: Measure, ties: TieRule) throws(MeasureNameError) {
    guard !measure.isOfPosts, !measure.isOfPeople else {
      throw .unsuitable(measure, "is of people and their posts; runs cannot have it")
    }
    guard measure.isOfRankedList else {
      throw .unsuitable(measure, "is \(measure.definition.subject); runs cannot have it")
    }
    guard !measure.needsWritings else {
      throw MeasureNameError("`\(measure)`: runs do not tell writings", hint: "leave out `after`")
    }
    guard ties != .expected || measure.allowsExpectedTies else {
      throw .unsuitable(measure, "is not defined for expected ties; use trec or file")
    }
  }

  package func evaluate(
    _ input: InputFile, options: ReadingOptions
  ) async throws -> RankingEvaluation {
    let functions = measures.compactMap { bound -> RankedList.Function? in
      if case .list(_, let value) = bound.function { value } else { nil }
    }
    let relevant = wantsCurve ? gold.scale.relevant(atLeast: nil) : nil
    let evaluate: @Sendable (RankedList) -> TopicOutcome = { list in
      TopicOutcome(
        values: functions.map { $0(list).orOverflow }, steps: relevant.flatMap(list.gainSteps))
    }
    let reader = RunReader(
      gold: gold, ties: ties, clock: clock, only: only, evaluate: evaluate)
    let reading = try await reader.read(
      input, threads: options.threads, maximumBytes: options.maximumBytes,
      digesting: options.digesting)

    var topics: [String] = []
    var rows: [[MeasureValue]] = []
    var steps: [GainSteps] = []
    var missingTopics: [String] = []
    for topic in 0..<gold.topics.count {
      let name = gold.topics.text(topic)
      if let outcome = reading.values[topic] {
        topics.append(name)
        rows.append(outcome.values)
        if let own = outcome.steps { steps.append(own) }
        continue
      }
      missingTopics.append(name)
      if missing != .skip {
        topics.append(name)
        let outcome = evaluate(gold.emptyList(topic: topic, ties: ties, clock: clock))
        if let own = outcome.steps { steps.append(own) }
        rows.append(zip(outcome.values, measures).map { missing.value($0, of: $1.measure) })
      }
    }
    return RankingEvaluation(
      measures: measures.map(\.measure), topics: topics, perTopic: rows,
      overall: measures.indices.map { column in
        UnitMean.of(rows.lazy.map { $0[column] }, measures[column])
      },
      missingTopics: missingTopics, unknownTopics: reading.unknownTopics,
      metadata: reading.metadata, digest: reading.digest, diagnostics: reading.diagnostics,
      notesOnWords: clock?.words.notes ?? [], curve: GainCurve(meanOf: steps))
  }
}

/// What comes of one topic.
private struct TopicOutcome: Sendable {
  /// One value a measure.
  let values: [MeasureValue]
  /// What the curve needs; nil where there is to be none.
  let steps: GainSteps?
}

extension RankedList {
  /// What a gain curve needs of the list; nil without a clock.
  fileprivate func gainSteps(relevant: [Bool]) -> GainSteps? {
    timeline.map { GainSteps($0, relevant: relevant, total: poolCount(where: relevant)) }
  }
}

extension RankingGold {
  /// The list of a run that has nothing for a topic.
  fileprivate func emptyList(topic: Int, ties: TieRule, clock: RankingClock?) -> RankedList {
    var list = RankedList(levels: scale.count, hasTies: ties == .expected)
    for item in items(ofTopic: topic) where levels[item] >= 0 { list.pool[Int(levels[item])] += 1 }
    if let clock {
      var timeline = Timeline(clock.model, meanWords: clock.words.mean)
      for item in items(ofTopic: topic) { timeline.addUnread(clock.item(item, in: self)) }
      list.timeline = timeline
    }
    return list
  }
}

/// How a submission is read: what does not change what is measured.
package struct ReadingOptions: Sendable {
  /// How many blocks are worked on at once.
  package var threads: Int
  /// More bytes than this, after decompression, are refused.
  package var maximumBytes: Int
  /// Whether the digest of the submission is wanted.
  package var digesting: Bool

  package init(
    threads: Int = 1, maximumBytes: Int = BlockReader.defaultMaximumBytes, digesting: Bool = true
  ) {
    self.threads = threads
    self.maximumBytes = maximumBytes
    self.digesting = digesting
  }
}

/// Values of units (topics) made one.
enum UnitMean {
  /// The mean, sum or geometric mean of the units that have a value; undefined where none has.
  static func of(
    _ values: some Sequence<MeasureValue>, _ measure: BoundMeasure
  ) -> MeasureValue {
    guard case .list(let kernel, _) = measure.function else { return .undefined(.nothing(.units)) }
    var sum = CompensatedSum()
    var count = 0
    var withoutTime = 0
    var isWorthless = false
    for value in values {
      guard let number = value.number else {
        if value.reason == .findsAreWorthNothing { isWorthless = true }
        if value.reason != .nothing(.relevant) { withoutTime += 1 }
        continue
      }
      count += 1
      switch kernel.aggregate {
      case .mean, .sum, .meanOfTimes: sum.add(number)
      case .geometricMean(let floor): sum.add(Exact.log(max(number, floor)))
      }
    }
    if kernel.aggregate == .meanOfTimes, withoutTime > 0 {
      return .undefined(.unitsWithoutTime(withoutTime, of: count + withoutTime))
    }
    guard count > 0 else {
      return .undefined(isWorthless ? .findsAreWorthNothing : .nothing(.units))
    }
    return switch kernel.aggregate {
    case .mean, .meanOfTimes: MeasureValue.number(sum.value / Double(count)).orOverflow
    case .sum: MeasureValue.number(sum.value).orOverflow
    case .geometricMean: .number(Exact.exp(sum.value / Double(count)))
    }
  }
}
