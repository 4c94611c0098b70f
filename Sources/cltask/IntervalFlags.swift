import ArgumentParser
import Scoring

/// How sure somebody wants to be.
struct IntervalFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Bootstrap replicates for the intervals; 0 gives no intervals.", valueName: "count"))
  var replicates = IntervalOptions.defaultReplicates

  @Option(help: ArgumentHelp("How much an interval is to cover, as 0.95.", valueName: "share"))
  var confidence = 0.95

  @Option(
    help:
      "How intervals are made; auto: Wilson's for rates, DeLong's for AUC, percentile for the rest."
  )
  var interval = IntervalOptions.Rule.auto

  @Option(help: ArgumentHelp("Of all that is drawn at random.", valueName: "number"))
  var seed = IntervalOptions.defaultSeed

  @Flag(help: "Let each gold label keep its number of units in every replicate.")
  var stratified = false

  func validate() throws {
    guard (0...Self.mostReplicates).contains(replicates) else {
      throw ValidationError("--replicates is from 0 to \(Self.mostReplicates)")
    }
    guard confidence > 0, confidence <= Self.mostConfidence else {
      throw ValidationError(
        "--confidence is above 0 and at most \(Self.mostConfidence), as in 0.95")
    }
  }

  /// Nil where no intervals are wanted.
  var options: IntervalOptions? {
    guard replicates > 0 else { return nil }
    var options = IntervalOptions()
    options.replicates = replicates
    options.confidence = confidence
    options.rule = interval
    options.seed = seed
    options.isStratified = stratified
    return options
  }

  /// Beyond it a difference to 1 is lost in rounding, and quantiles are infinite.
  static let mostConfidence = 0.999999

  private static let mostReplicates = 10_000_000
}

extension IntervalOptions.Rule: ExpressibleByArgument {}
