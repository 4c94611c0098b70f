internal import Measures
internal import SharedTasks

extension Scorer {
  func scoreAssessment(
    _ input: InputFile, _ gold: AssessmentGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) throws -> Result {
    guard let scale = task.scale else { return Result(scorecard: nil, diagnostics: .init()) }
    var diagnostics = DiagnosticList()
    let submission = try AssessmentSubmission.read(
      input, universe: gold.universe, rules: task.rules(for: measures, scale),
      maximumBytes: options.maximumBytes, &diagnostics)
    guard !diagnostics.hasErrors else { return Result(scorecard: nil, diagnostics: diagnostics) }
    var assessment = Assessment(submission, gold, scale, task)
    var notes: [String] = []
    if needsClock {
      let words = WordCounts(gold.universe.words, items: gold.universe.count)
      assessment.clock = Assessment.Clock(model: task.definition.timeModel, words: words)
      notes += words.notes
    }
    let bound = try measures.map { try $0.bound(to: scale) }
    if assessment.leftOut > 0 {
      notes.append(
        "\(assessment.leftOut) of \(gold.universe.count) items left out; one left out "
          + "counts as the worst answer")
    }
    if submission.labels == nil, assessment.predicted != nil,
      let threshold = task.definition.threshold
    {
      notes.append("labels come from score ≥ \(threshold), as the task says")
    }
    let curve = wantsCurve ? assessment.gainCurve : nil
    notes += noteOnMissing(
      curve,
      because: submission.scores == nil && submission.probabilities == nil
        ? .needs(.scores) : .nothing(.relevant))
    var card = scorecard(
      units: gold.universe.count, values: assessment.values(of: bound),
      confusion: Confusion(assessment).map { ConfusionTable($0, scale) }, perUnit: nil,
      goldDigest: gold.digest, itemsDigest: gold.itemsDigest,
      submissionDigest: submission.digest, metadata: submission.metadata, place, notes)
    card.curve = curve
    return Result(scorecard: card, diagnostics: diagnostics, answer: assessment)
  }
}

extension SharedTask {
  func rules(for measures: [Measure], _ scale: GradeScale) -> AssessmentSubmission.Rules {
    AssessmentSubmission.Rules(
      scale: scale, requiresAll: definition.missing == .error,
      scoresAreProbabilities: measures.contains(where: \.needsProbabilities))
  }
}

extension Assessment {
  /// A submission beside its gold.
  init(
    _ submission: AssessmentSubmission, _ gold: AssessmentGold, _ scale: GradeScale,
    _ task: SharedTask
  ) {
    self.init(scale: scale, gold: gold.levels)
    scores = submission.scores
    probabilities = submission.probabilities
    answered = submission.answered
    predicted = submission.labels
    if predicted == nil, let threshold = task.definition.threshold, scale.count == 2,
      let scores = rankingScores, let positive = scale.positive.firstIndex(of: true),
      !scale.positive[1 - positive]
    {
      let high = UInt8(truncatingIfNeeded: positive)
      predicted = scores.map { $0 >= threshold ? high : 1 - high }
    }
    tieOrder =
      switch task.ties {
      case .expected: nil
      case .trec, .trec9: gold.universe.items.positionsByDescendingBytes
      case .file: submission.fileOrder.completed(to: gold.universe.count)
      }
  }
}

extension [Int32] {
  /// The positions, followed by those below `count` that are not among them.
  fileprivate func completed(to count: Int) -> [Int32] {
    var isThere = Array<Bool>(repeating: false, count: count)
    for position in self { isThere[Int(position)] = true }
    return self + (0..<Int32(count)).filter { !isThere[Int($0)] }
  }
}
