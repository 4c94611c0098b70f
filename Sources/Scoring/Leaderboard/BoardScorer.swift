internal import Inference
package import Measures
package import SharedTasks

/// Scores submissions as a board shows them: the same function for the board, and for whoever
/// reproduces it.
package struct BoardScorer: Sendable {
  package let task: SharedTask
  package let split: String
  package let rules: StandingsRules
  package let options: BoardOptions
  /// Those of the task, and others that its rules need.
  package let measures: [Measure]
  /// What the task's tables are warned of.
  package let diagnostics: DiagnosticList
  private let scorer: Scorer
  /// For the primary measure alone: what submissions are resampled together by.
  private let comparing: Scorer
  private let groups: Groups?

  /// - Parameter options: its tables are taken as they are: ``tables(of:)`` has those of a task.
  ///
  /// Throws ``StandingsError``, ``MeasureNameError``, ``GroupError``, ``SharedTasksError``.
  package init(
    _ task: SharedTask, split: String, gold: Gold, options: BoardOptions
  ) throws {
    self.task = task
    self.split = split
    self.options = options
    rules = try StandingsRules(of: task)
    var diagnostics = DiagnosticList()
    let question: GroupQuestion? =
      options.tables.isEmpty
      ? nil
      : try GroupQuestion(
        try task.attributeTable(&diagnostics), of: gold,
        GroupRequest(
          tables: options.tables, fairness: task.definition.fairness,
          intervals: options.intervals))
    self.diagnostics = diagnostics
    groups = question?.groups
    var measures = task.measures
    for measure in rules.measures + rules.gaps.map(\.measure) where !measures.contains(measure) {
      measures.append(measure)
    }
    self.measures = measures
    scorer = try Scorer(
      task, split: split, gold: gold,
      measures: measures + (question == nil ? [] : task.measuresBetweenGroups),
      wantsCurve: Self.clocked.contains(task.definition.kind), intervals: options.intervals,
      groups: question)
    comparing = try Scorer(task, split: split, gold: gold, measures: [rules.primary])
  }

  /// The tables of groups that a task's board has: one for each attribute that the task names, and those
  /// that its bounds are on.
  package static func tables(of task: SharedTask) throws -> [[String]] {
    var tables: [[String]] = []
    if task.folder.groupsPath != nil {
      tables = task.definition.fairness.attributes.map { [$0.text] }
    }
    for gap in try StandingsRules(of: task).gaps
    where !tables.contains(where: { Set($0) == Set(gap.attributes) }) {
      tables.append(gap.attributes)
    }
    return tables
  }

  /// Whether the task withholds small groups. What is withheld in one report is chosen so that nothing
  /// else in it gives it away; of several submissions' reports each may tell what another withholds, as
  /// groups and labels are the same. So boards of such tasks show no groups, but for the gaps that
  /// decide ranks.
  package var withholdsGroups: Bool { task.definition.fairness.suppressBelow > 0 }

  /// The kinds whose submissions a reviewer reads from the top, so that recall has a time.
  private static let clocked: Set<TaskDefinition.Kind> = [.ranking, .assessment, .prioritization]

  /// What comes of one submission.
  package enum Result: Sendable {
    case scored(Release<BoardScore>)
    /// Everything that is wrong with it.
    case refused(DiagnosticList)
  }

  /// - Parameter reading: how the file is read; its digest is needed.
  package func score(
    _ input: InputFile, place: SubmissionPlace, _ reading: ReadingOptions
  ) async throws -> Result {
    let metadata = try SubmissionMetadata.peek(input)
    let result = try await scorer.score(input, place: place, options: reading)
    guard let card = result.scorecard, let answer = result.answer else {
      return .refused(result.diagnostics)
    }
    var document = ScorecardDocument(card, perUnit: false)
    // Who sent it is known by where it is kept: a file may say anything.
    (document.team, document.run) = (place.team, place.run)
    if withholdsGroups { document.keepBoundedGaps(rules) }
    var score = BoardScore(scorecard: document, metadata: metadata)
    score.describe(card, answer, task)
    try await audit(&score, card, answer, threads: reading.threads)
    return .scored(Release(of: score, under: rules.policy))
  }

  /// What of a submission is resampled together with others; nil where it is refused, or of a kind that
  /// cannot be.
  package func entry(
    _ input: InputFile, place: SubmissionPlace, _ reading: ReadingOptions
  ) async throws -> ComparisonEntry? {
    let result = try await comparing.score(input, place: place, options: reading)
    guard let card = result.scorecard, let answer = result.answer else { return nil }
    return ComparisonEntry(
      file: Workspace.relativePath(of: place), card: card, measures: try comparing.bound(),
      answer: answer)
  }

  /// What the submission does to subgroups, where that can be told.
  private func audit(
    _ score: inout BoardScore, _ card: Scorecard, _ answer: any AnswerByUnits, threads: Int
  ) async throws {
    guard let groups, !withholdsGroups, task.definition.kind != .ranking else { return }
    var request = AuditRequest()
    request.replicates = options.replicates
    request.seed = options.seed
    request.threads = threads
    for outcome in [AuditOutcome.falseNegativeRate, .area] {
      request.outcome = outcome
      do {
        score.audit = AuditDocument(
          try await Audit(card, answer, groups, rules: task.definition.fairness, request))
        return
      } catch let problem as AuditError {
        score.withoutAudit = problem.description
      }
    }
  }
}

extension ScorecardDocument {
  /// Leaves out all that is said of groups, but for how large the gaps are that have a bound.
  fileprivate mutating func keepBoundedGaps(_ rules: StandingsRules) {
    groups = nil
    meanGaps = nil
    between = nil
    var kept: [String: [String: GapDocument]] = [:]
    for bound in rules.gaps {
      guard let table = gaps?.keys.first(where: { $0.isTable(of: bound.attributes) }) else {
        continue
      }
      let measure = bound.measure.description
      kept[table, default: [:]][measure] = gaps?[table]?[measure]?.sizeAlone
    }
    gaps = kept
  }
}

extension GapDocument {
  /// Without naming groups.
  fileprivate var sizeAlone: GapDocument {
    var gap = self
    (gap.highest, gap.lowest, gap.worst, gap.farthest) = (nil, nil, nil, nil)
    (gap.ratio, gap.interval, gap.expected, gap.p, gap.permutations) = (nil, nil, nil, nil, nil)
    return gap
  }
}
