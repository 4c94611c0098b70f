import ArgumentParser
import Scoring

/// What is weighed against what.
struct TradeOffOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How useful a submission is; without it the task's primary measure.", valueName: "measure"))
  var utility: String?

  @Option(
    help: ArgumentHelp(
      "How unfair it is: gap(MEASURE,ATTRIBUTE), as gap(FNR,race); without it the first gap among the task's subject-to.",
      valueName: "gap"))
  var unfairness: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Name the best submission with no more unfairness than this.", valueName: "bound"))
  var atMost: Double?

  @OptionGroup var resampling: ResamplingFlags

  func validate() throws {
    if let atMost, !(atMost >= 0 && atMost.isFinite) {
      throw ValidationError("--at-most is a number of 0 or more, as 0.1")
    }
  }

  func request() throws -> TradeOffRequest {
    var request = TradeOffRequest()
    request.utility = utility
    request.unfairness = try unfairness.map { try GapName(parsing: $0) }
    request.atMost = atMost
    request.replicates = resampling.replicates
    request.confidence = resampling.confidence
    request.seed = resampling.seed
    return request
  }
}
