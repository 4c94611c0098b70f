internal import Measures
internal import SharedTasks

/// What the measures say of one submission of kind early-detection.
struct EarlyDetectionAnswer {
  /// What the measures are of.
  let detection: EarlyDetection
  let values: [MeasureValue]
  let confusion: ConfusionTable?
  /// The measures that are means over users, user by user; nil where there are none.
  let perUnit: UnitTable?
  let metadata: [String: String]
  let digest: String
  let notes: [String]

  /// Reads a submission and measures it; nil, with the reasons among the diagnostics, where
  /// something is wrong with it.
  init?(
    _ input: InputFile, gold: EarlyDetectionGold, task: SharedTask, measures: [Measure],
    options: ReadingOptions, _ diagnostics: inout DiagnosticList
  ) throws {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    let submission = try EarlyDetectionSubmission.read(
      input, universe: gold.universe, requiresAll: task.definition.missing == .error,
      maximumBytes: options.maximumBytes, &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let detection = EarlyDetection(submission, gold, scale, ties: task.ties)
    self.detection = detection
    let bound = try measures.map { try $0.bound(to: scale) }
    values = detection.values(of: bound)
    confusion = Confusion(detection.assessment).map { ConfusionTable($0, scale) }
    perUnit = UnitTable(detection, bound, users: gold.universe.users)
    metadata = submission.metadata
    digest = submission.digest
    notes = Self.notes(on: detection, measures)
  }

  private static func notes(on detection: EarlyDetection, _ measures: [Measure]) -> [String] {
    var notes: [String] = []
    if detection.assessment.leftOut > 0 {
      notes.append(
        "\(detection.assessment.leftOut) of \(detection.delays.count) users left out; one left "
          + "out counts as the wrong decision")
    }
    for writings in Set(measures.compactMap(\.after)).sorted() {
      let silent = detection.silent(after: writings)
      guard silent > 0 else { continue }
      notes.append(
        "\(silent) of \(detection.delays.count) users without a row by then; with after=\(writings) "
          + "one counts as left out")
    }
    return notes
  }
}

extension EarlyDetection {
  /// A submission beside its gold.
  ///
  /// An alert is the most severe label of those at risk, no alert the least severe of the others.
  init(
    _ submission: EarlyDetectionSubmission, _ gold: EarlyDetectionGold, _ scale: GradeScale,
    ties: TieRule
  ) {
    let alert = UInt8(clamping: scale.positive.lastIndex(of: true) ?? 0)
    let calm = UInt8(clamping: scale.positive.firstIndex(of: false) ?? 0)
    var assessment = Assessment(scale: scale, gold: gold.levels)
    assessment.predicted = submission.delays.map { $0 > 0 ? alert : calm }
    assessment.scores = submission.history?.last(users: gold.levels.count).scores
    assessment.answered = submission.answered
    assessment.tieOrder =
      switch ties {
      case .expected: nil
      case .trec, .trec9: gold.universe.users.positionsByDescendingBytes
      case .file: submission.fileOrder
      }
    self.init(
      assessment: assessment, delays: submission.delays, history: submission.history)
  }
}

extension UnitTable {
  /// The values of each user, of those measures that are means over users; nil where none is.
  fileprivate init?(
    _ detection: EarlyDetection, _ measures: [BoundMeasure], users: IdentifierTable
  ) {
    let columns = measures.compactMap { bound in
      detection.unitValues(of: bound).map { (bound.measure, $0) }
    }
    guard !columns.isEmpty else { return nil }
    self.init(
      measures: columns.map(\.0), units: (0..<users.count).map(users.text),
      values: (0..<users.count).map { user in columns.map { .number($0.1[user]) } })
  }
}

extension TaskDefinition {
  /// Refuses a measure that needs another kind of submission than the task has.
  func checkWritings(_ measure: Measure) throws(MeasureNameError) {
    guard kind == .earlyDetection else {
      guard measure.needsWritings else { return }
      throw MeasureNameError(
        "`\(measure)` needs a task of kind early-detection; this one is of kind \(kind.rawValue)",
        hint: measure.after == nil ? nil : "write it without `after`")
    }
    guard labels.count > 2 else { return }
    switch measure.labelScope {
    case .none, .positive: return
    case .named(let name):
      if let members = labels(named: name), Set(members) == Set(positive) { return }
    case .all: break
    }
    throw MeasureNameError(
      "`\(measure)` tells more labels apart than a decision does",
      hint: "measures of decisions are of the positive labels against the others, as `F1`")
  }
}
