internal import Measures
internal import SharedTasks

extension Scorer {
  func scoreTriage(
    _ input: InputFile, _ gold: AssessmentGold, _ place: SubmissionPlace?, _ options: ReadingOptions
  ) throws -> Result {
    var diagnostics = DiagnosticList()
    let submission = try TriageSubmission.read(
      input, universe: gold.universe, rules: task.triageRules, maximumBytes: options.maximumBytes,
      &diagnostics)
    guard !diagnostics.hasErrors, let triage = task.triage(submission, gold) else {
      return Result(scorecard: nil, diagnostics: diagnostics)
    }
    let scale = triage.scale
    let bound = try measures.map { try $0.bound(to: scale, stages: triage.stages) }
    let flow = triage.flow
    var card = scorecard(
      units: gold.universe.count, values: triage.values(of: bound),
      confusion: Confusion(triage.levelOfCare).map { ConfusionTable($0, scale) }, perUnit: nil,
      goldDigest: gold.digest, submissionDigest: submission.digest, metadata: submission.metadata,
      place, task.notes(on: flow))
    card.triage = StageTable(flow, scale)
    card.sweep = try capacities.map { try SweepTable(triage, $0, stage: task.stage(of: $0)) }
    return Result(scorecard: card, diagnostics: diagnostics, answer: triage)
  }
}
