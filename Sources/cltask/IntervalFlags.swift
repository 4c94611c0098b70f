import ArgumentParser
import Scoring

/// How the intervals of values are made.
struct IntervalFlags: ParsableArguments {
  @OptionGroup var resampling: ResamplingFlags

  @Option(
    help: ArgumentHelp(
      "How intervals are made; auto: Wilson's for rates, DeLong's on the logit scale for AUC, "
        + "percentile for the rest.")
  )
  var interval = IntervalOptions.Rule.auto

  func validate() throws {
    guard interval == .auto || resampling.replicates > 0 else {
      throw ValidationError("--interval \(interval.rawValue) needs replicates; ask for more than 0")
    }
  }

  /// Nil where no intervals are wanted.
  ///
  /// - Parameter stratified: whether each gold label keeps its number of units.
  func options(stratified: Bool = false) -> IntervalOptions? {
    guard resampling.replicates > 0 else { return nil }
    var options = IntervalOptions()
    options.replicates = resampling.replicates
    options.confidence = resampling.confidence
    options.seed = resampling.seed
    options.rule = interval
    options.isStratified = stratified
    return options
  }
}

extension IntervalOptions.Rule: ExpressibleByArgument {}
