import ArgumentParser
import Scoring

/// How much is drawn at random, from where, and how sure somebody wants to be: the same words with
/// the same bounds for every command that makes intervals.
///
/// Values are taken whatever they begin with, so that -1 is told to be out of bounds and not to be
/// missing.
struct ResamplingFlags: ParsableArguments {
  @Option(
    name: .customLong("replicates"), parsing: .unconditional,
    help: ArgumentHelp(
      """
      Replicates of every bootstrap and permutation, up to \(IntervalOptions.mostReplicates); 0 \
      draws nothing, and `score` and `eval` then give no intervals. Without it \
      \(IntervalOptions.defaultReplicates), and more permutations where many tests need them.
      """, valueName: "count"))
  var replicatesGiven: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      How much intervals are to cover, from \(Self.leastConfidence) to \(Self.mostConfidence); a \
      test's level is what is missing to 1.
      """,
      valueName: "share"))
  var confidence = 0.95

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Of all that is drawn at random.", valueName: "number"))
  var seed = IntervalOptions.defaultSeed

  var replicates: Int { replicatesGiven ?? IntervalOptions.defaultReplicates }

  func validate() throws {
    guard (0...IntervalOptions.mostReplicates).contains(replicates) else {
      throw ValidationError("--replicates is a number from 0 to \(IntervalOptions.mostReplicates)")
    }
    guard (Self.leastConfidence...Self.mostConfidence).contains(confidence) else {
      throw ValidationError(
        "--confidence is a number from \(Self.leastConfidence) to \(Self.mostConfidence), as 0.95")
    }
  }

  /// Below it more samples miss the value than hold it, and a test would find what chance does more
  /// often than not.
  private static let leastConfidence = 0.5

  /// Beyond it a difference to 1 is lost in rounding, and quantiles are infinite.
  private static let mostConfidence = 0.999999
}
