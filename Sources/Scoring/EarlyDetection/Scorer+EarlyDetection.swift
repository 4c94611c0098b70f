internal import Measures
internal import SharedTasks

extension Scorer {
  func scoreEarlyDetection(
    _ input: InputFile, _ gold: EarlyDetectionGold, _ place: SubmissionPlace?,
    _ options: ReadingOptions
  ) throws -> Result {
    var diagnostics = DiagnosticList()
    let answer = try EarlyDetectionAnswer(
      input, gold: gold, task: task, measures: measures, options: options, &diagnostics)
    guard let answer else { return Result(scorecard: nil, diagnostics: diagnostics) }
    let card = scorecard(
      units: gold.universe.count, values: answer.values, confusion: answer.confusion,
      perUnit: answer.perUnit, goldDigest: gold.digest, submissionDigest: answer.digest,
      metadata: answer.metadata, place, answer.notes)
    return Result(scorecard: card, diagnostics: diagnostics, answer: answer.detection)
  }
}
